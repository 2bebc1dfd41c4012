import type { Role } from '../src/town/shared/graphql/generated/schema.ts';
import { cast, personas, type Persona } from './personas.ts';

/** The password of every account of the demo. It is public: the people of the demo do not exist. */
export const demoPassword = 'everybody knows this one';

/** The credentials of a persona who is not a partner. */
export interface DemoAccount {
  readonly persona: string;
  readonly id: string;
  readonly email: string;
  readonly residentId: string | null;
  readonly employeeId: string | null;
  /** Whether it has a passkey, with which the persona signs in. */
  readonly hasPasskey: boolean;
}

/** The roles for which a password is not enough, or not for everything. */
const withPasskey: readonly Role[] = ['CUSTOMER_SERVICE', 'PRIVACY_OFFICER', 'STAFF_ADMINISTRATOR'];

/** One account for each persona who is not a partner. */
export const demoAccounts: readonly DemoAccount[] = personas.filter(({ mandates }) => mandates.length === 0).map(accountOf);

function accountOf({ persona, principal, role }: Persona, at: number): DemoAccount {
  return {
    persona,
    id: `80000000-0000-4000-8000-0000000000${String(at + 1).padStart(2, '0')}`,
    email: `${persona}@demo.example`,
    ...holderOf(principal, role),
    hasPasskey: withPasskey.includes(role),
  };
}

function holderOf(principal: string, role: Role): Pick<DemoAccount, 'residentId' | 'employeeId'> {
  if (role === 'RESIDENT') return { residentId: principal, employeeId: null };
  // The clerk has a record as a resident, and chooses in which capacity to act.
  return { residentId: principal === cast.clerk ? cast.clerkAsResident : null, employeeId: principal };
}

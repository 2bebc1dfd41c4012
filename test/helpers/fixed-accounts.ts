import type { Accounts } from '../../src/identity/accounts/accounts.ts';
import { passwordAcr } from '../../src/identity/accounts/assurance.ts';
import { personaNamed } from '../../demo/personas.ts';

/** The password of every account. */
export const password = 'correct horse battery staple';
/** An account that acts as a resident, and as a clerk. */
export const [residentEmail, bothEmail] = ['resident@mail.example', 'both@mail.example'];

/** Accounts that a test may disable. */
export interface FixedAccounts extends Accounts {
  readonly disabled: Set<string>;
}

/** Accounts of two personas, by e-mail address. */
export function fixedAccounts(): FixedAccounts {
  const disabled = new Set<string>();
  const capacityOf = (name: string) => {
    const { role, principal: principalId, purposes } = personaNamed(name);
    return { role, principalId, purposes };
  };
  const accounts = new Map([
    ['1', [capacityOf('resident')]],
    ['2', [capacityOf('resident'), capacityOf('customer-service')]],
  ]);
  const ids = new Map([
    [residentEmail, '1'],
    [bothEmail, '2'],
  ]);
  return {
    disabled,
    signIn: async (email, given) => {
      const accountId = ids.get(email);
      if (accountId === undefined || given !== password) return { kind: 'refused' };
      return { kind: 'signed-in', accountId, acr: passwordAcr, amr: ['pwd'] };
    },
    capacities: async (accountId) => (disabled.has(accountId) ? [] : (accounts.get(accountId) ?? [])),
  };
}

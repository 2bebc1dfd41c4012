import type { Grant, Prohibition, RootFieldLine } from '../../../../src/engine/policy/declaration/lines.ts';
import { clubPolicy } from '../../club/policy.ts';
import type { Policy } from '../../../../src/engine/policy/declaration/policy.ts';

// Words that the compiler would refuse. A policy file can contain them.
export const word = (text: string): never => text as never;

const grant: Grant = {
  line: 'one-more',
  role: 'RECEPTIONIST',
  purpose: 'AGE_CHECK',
  relationship: 'DESK',
  categories: ['TEAM'],
  clause: 'access',
};
export const prohibition: Prohibition = {
  line: 'no-more',
  categories: ['BOOKING'],
  roles: ['CARETAKER'],
  clause: 'access',
  because: 'security needs no bookings',
};
const rootField: RootFieldLine = {
  fields: ['Query.inquiries'],
  role: 'CARETAKER',
  purposes: ['BUILDING_SAFETY'],
  scope: 'ALL',
  clause: 'access',
};

export function withGrants(...more: Partial<Grant>[]): Policy {
  return { ...clubPolicy, grants: [...clubPolicy.grants, ...more.map((one) => ({ ...grant, ...one }))] };
}
export function withProhibitions(...more: Partial<Prohibition>[]): Policy {
  return { ...clubPolicy, prohibitions: [...clubPolicy.prohibitions, ...more.map((one) => ({ ...prohibition, ...one }))] };
}
export function withRootFields(...more: Partial<RootFieldLine>[]): Policy {
  return { ...clubPolicy, rootFields: [...clubPolicy.rootFields, ...more.map((one) => ({ ...rootField, ...one }))] };
}

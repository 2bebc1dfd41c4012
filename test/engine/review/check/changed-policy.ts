import type { Grant, Prohibition, RootFieldLine } from '../../../../src/engine/policy/lines.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';

// Words that the compiler would refuse. A policy file can contain them.
export const word = (text: string): never => text as never;

const grant: Grant = {
  line: 'one-more',
  role: 'CUSTOMER_SERVICE',
  purpose: 'AGE_VERIFICATION',
  relationship: 'ENCOUNTER',
  categories: ['HOUSEHOLD'],
  clause: 'access',
};
export const prohibition: Prohibition = {
  line: 'no-more',
  categories: ['PURCHASE'],
  roles: ['SECURITY'],
  clause: 'access',
  because: 'security needs no purchases',
};
const rootField: RootFieldLine = {
  fields: ['Query.requests'],
  role: 'SECURITY',
  purposes: ['WEBSITE_SECURITY'],
  scope: 'ALL',
  clause: 'access',
};

export function withGrants(...more: Partial<Grant>[]): Policy {
  return { ...policyInForce, grants: [...policyInForce.grants, ...more.map((one) => ({ ...grant, ...one }))] };
}
export function withProhibitions(...more: Partial<Prohibition>[]): Policy {
  return { ...policyInForce, prohibitions: [...policyInForce.prohibitions, ...more.map((one) => ({ ...prohibition, ...one }))] };
}
export function withRootFields(...more: Partial<RootFieldLine>[]): Policy {
  return { ...policyInForce, rootFields: [...policyInForce.rootFields, ...more.map((one) => ({ ...rootField, ...one }))] };
}

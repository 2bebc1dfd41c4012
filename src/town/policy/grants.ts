import { employeeGrants } from './grants/employees.ts';
import type { Grant } from '../../engine/policy/grant.ts';
import { partnerGrants } from './grants/partners.ts';
import { residentGrants } from './grants/residents.ts';

export type { Grant };

/** The catalogue of grants, in the order of the statement's table. No grant means no. */
export const grants: readonly Grant[] = [...residentGrants, ...employeeGrants, ...partnerGrants];

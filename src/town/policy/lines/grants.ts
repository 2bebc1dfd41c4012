import type { Grant } from '../../../engine/policy/declaration/lines.ts';
import { employeeGrants } from './grants/employees.ts';
import { partnerGrants } from './grants/partners.ts';
import { residentGrants } from './grants/residents.ts';

/** The grants, in the order of the statement's table. No grant means no. */
export const grants: readonly Grant[] = [...residentGrants, ...employeeGrants, ...partnerGrants];

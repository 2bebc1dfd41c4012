import { roleReviewMonths } from '../policy/words/roles.ts';
import type { EmployeeStatus } from '../shared/graphql/generated/schema.ts';
import { sql } from '../../platform/sql/sql.ts';

/** The status of `recreation.employee employee`. */
export const employeeStatus = sql<EmployeeStatus>`case
  when employee.access_ended_at is not null then 'ENDED'
  when employee.awaits_acceptance then 'INVITED'
  else 'ACTIVE' end`;

/** Until when the roles of `recreation.employee employee` must be confirmed; null for an employee whose access has ended. */
export const reviewDueAt = sql<Date | null>`case when employee.access_ended_at is null
  then (greatest(employee.roles_since, employee.roles_confirmed_at) at time zone 'UTC'
    + make_interval(months => ${sql.lit(roleReviewMonths)})) at time zone 'UTC' end`;

import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { CaseAssignment } from '../shared/graphql/generated/schema.ts';
import type { Viewer } from '../shared/access/scope.ts';

/** Conditions on the assignee of a case. Both must hold. */
export interface WantedAssignment {
  readonly assignment?: CaseAssignment | null | undefined;
  /** An employee's id. */
  readonly assigneeId?: string | null | undefined;
}

/** Whether the assignee of a case meets the conditions. @param assignee the column with the employee's id */
export function isAssignedAs({ assignment, assigneeId }: WantedAssignment, assignee: Sql, { principalId }: Viewer): Sql<boolean> {
  const byId = assigneeId ? sql`${assignee} = ${assigneeId}::uuid` : sql`true`;
  if (!assignment) return sql`${byId}`;
  const wanted: Readonly<Record<CaseAssignment, Sql>> = {
    MINE: sql`${assignee} = ${principalId ?? null}::uuid`,
    UNASSIGNED: sql`${assignee} is null`,
    ASSIGNED: sql`${assignee} is not null`,
  };
  return sql`(${byId} and ${wanted[assignment]})`;
}

import type { Reader } from '../../engine/rows/reader.ts';
import { aboutPerson } from '../../engine/rows/row.ts';
import { sql, type Sql } from '../../platform/sql/sql.ts';
import type { Employee, QueryEmployeesArgs, Role, RowScope } from '../shared/graphql/generated/schema.ts';
import { project, type Columns } from '../shared/rows/columns.ts';
import { employeeStatus, reviewDueAt } from './employee-status.ts';
import { areIndependent } from './independence.ts';
import { readPage, type Page, type PageRequest } from '../shared/rows/page.ts';
import type { Row } from '../shared/rows/row.ts';
import type { Viewer } from '../shared/access/scope.ts';

function columnsFor(viewer: Viewer, now: Date): Columns<Employee, 'id'> {
  return {
    givenName: sql`employee.given_name`,
    familyName: sql`employee.family_name`,
    status: employeeStatus,
    roles: sql`employee.roles`,
    rolesSince: sql`employee.roles_since`,
    awaitedRoles: sql`employee.awaited_roles`,
    awaitsMyApproval: awaitsApprovalOf(viewer, now),
    reviewsLog: sql`employee.reviews_log`,
    workEmail: sql`employee.work_email`,
    invitedAt: sql`employee.invited_at`,
    invitedByCommand: sql`(employee.invited_at is not null and employee.invited_by is null)`,
    accessEndedAt: sql`employee.access_ended_at`,
    rolesConfirmedAt: sql`employee.roles_confirmed_at`,
    reviewDueAt,
  };
}

/** Whether the viewer can approve the roles that `recreation.employee employee` awaits, as `writeRolesApproved` checks. It is never null. */
function awaitsApprovalOf({ role, principalId }: Viewer, now: Date): Sql<boolean> {
  const viewer = principalId ?? null;
  return sql`coalesce(${role === 'STAFF_ADMINISTRATOR'} and employee.proposed_at is not null and employee.access_ended_at is null
    and employee.id <> ${viewer}::uuid and ${areIndependent(viewer, sql`employee.proposed_by`, now)}, false)`;
}

// The order of a list of employees.
const byName = { expression: sql`lower(employee.family_name || ' ' || employee.given_name) collate "C"`, type: 'text' as const };

/** Reads the employees that other rows refer to. The data subject of each row is the employee. The guard decides what is shown. */
export async function readEmployeesById(
  reader: Reader,
  viewer: Viewer,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<Employee>>> {
  const { rows } = await sql<Row<Employee> & { id: string }>`
    select employee.id, ${project(columnsFor(viewer, reader.now), fields)} from recreation.employee employee
    where employee.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, aboutPerson(row, row.id)]));
}

/** Whether an employee with this id works for the municipality in a role, as a predicate; false without an id. */
export function isOnStaff(employeeId: string | undefined, role: Role): Sql<boolean> {
  return sql`exists (
    select from recreation.employee staff where staff.id = ${employeeId ?? null}::uuid and staff.roles @> array[${role}::text]
      and staff.access_ended_at is null and not staff.awaits_acceptance)`;
}

// Whether `employee` has accepted the invitation and has not left.
const mayAct = sql`(employee.access_ended_at is null and not employee.awaits_acceptance)`;

// Whether `employee` works in a role and has not left. A reviewer of the log has no other duty.
function takesCases(role: Role): Sql<boolean> {
  return sql`employee.roles @> array[${role}::text] and not employee.reviews_log and ${mayAct}`;
}

/**
 * Whether a case can be assigned to an employee, as a predicate: whether the employee has the role and has not left. The data subject of the case makes no
 * difference, because the employee who assigns the case may not learn who it is. An employee who is assigned a case in
 * spite of a conflict of interest can't see it or work on it (clause `access`), and it stays in the queue for all others.
 */
export function canTake(employeeId: string | Sql, role: Role): Sql<boolean> {
  return sql`exists (select from recreation.employee employee where employee.id = ${employeeId}::uuid and ${takesCases(role)})`;
}

/** Reads a page of the employees who can take a case of the viewer's role, by name. ALL is the only scope. */
export async function readColleagues(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Employee>> {
  const listing = {
    columns: sql`employee.id, ${project(columnsFor(viewer, reader.now), fields)}`,
    from: sql`recreation.employee employee`,
    where: scope === 'ALL' ? takesCases(viewer.role) : sql<boolean>`false`,
    key: byName,
    id: sql`employee.id`,
  };
  return aboutEach(await readPage<Employee>(reader, listing, page));
}

/** The conditions of a list of employees. */
export type WantedEmployees = Omit<QueryEmployeesArgs, 'first' | 'after' | 'last' | 'before'>;

/** Reads a page of all employees who meet every condition, also those who have left, by name. ALL is the only scope. */
export async function readEmployees(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  { status, hasRole, awaitsMyApproval, reviewDueBefore }: WantedEmployees,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<Employee>> {
  const conditions = [
    scope === 'ALL' ? sql<boolean>`true` : sql<boolean>`false`,
    ...(status ? [sql<boolean>`${employeeStatus} = ${status}`] : []),
    ...(hasRole ? [sql<boolean>`employee.roles @> array[${hasRole}::text]`] : []),
    ...(typeof awaitsMyApproval === 'boolean' ? [sql<boolean>`${awaitsApprovalOf(viewer, reader.now)} = ${awaitsMyApproval}`] : []),
    ...(reviewDueBefore ? [sql<boolean>`${reviewDueAt} < ${reviewDueBefore}::timestamptz`] : []),
  ];
  const listing = {
    columns: sql`employee.id, ${project(columnsFor(viewer, reader.now), fields)}`,
    from: sql`recreation.employee employee`,
    where: sql.join<boolean>(conditions, sql` and `),
    key: byName,
    id: sql`employee.id`,
  };
  return aboutEach(await readPage<Employee>(reader, listing, page));
}

function aboutEach(found: Page<Employee>): Page<Employee> {
  for (const row of found.rows) aboutPerson(row, row.id);
  return found;
}

/** The part of a staff record about the duty to review the log. */
export interface Duty {
  readonly reviewsLog: boolean;
  /** Whether the employee is a resident on record. */
  readonly onRecord: boolean;
}

/** Reads the duty of an employee. An id that is not on staff has none. */
export async function readDuty(reader: Reader, employeeId: string | undefined): Promise<Duty> {
  const { rows } = await sql<Duty>`
    select employee.reviews_log as "reviewsLog", employee.resident_id is not null as "onRecord"
    from recreation.employee employee where employee.id = ${employeeId ?? null}::uuid`.execute(reader.database);
  return rows[0] ?? { reviewsLog: false, onRecord: false };
}

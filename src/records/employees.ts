import { sql, type Sql } from '../sql.ts';
import type { Employee, Role } from '../generated/schema.ts';
import { project, type Columns } from './columns.ts';
import type { Reader } from './reader.ts';
import { aboutPerson, type Row } from './row.ts';

const columns: Columns<Employee, 'id'> = {
  givenName: sql`employee.given_name`,
  familyName: sql`employee.family_name`,
};

/** Reads employees by id, each about the own person: for rows that lead to them. The guard decides what is seen. */
export async function readEmployeesById(
  reader: Reader,
  ids: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Row<Employee>>> {
  const { rows } = await sql<Row<Employee> & { id: string }>`
    select employee.id, ${project(columns, fields)} from recreation.employee employee
    where employee.id = any(${[...ids]}::uuid[])`.execute(reader.database);
  return new Map(rows.map((row) => [row.id, aboutPerson(row, row.id)]));
}

/** Whether an employee is on record with a role, as a predicate; false if there is no id. */
export function isOnStaff(employeeId: string | undefined, role: Role): Sql<boolean> {
  return sql`exists (
    select from recreation.employee staff where staff.id = ${employeeId ?? null}::uuid and staff.roles @> array[${role}::text])`;
}

/**
 * Whether a case can be assigned to an employee: one on record with that role. The data subject of the case makes no
 * difference, because the assigning employee may not know them. An employee who gets a case about their own record
 * can neither see it nor work on it (clause `access`), and it stays in the queue of all others.
 */
export async function canTake(reader: Reader, employeeId: string, role: Role): Promise<boolean> {
  const { rows } = await sql`
    select from recreation.employee employee
    where employee.id = ${employeeId}::uuid and employee.roles @> array[${role}::text]`.execute(reader.database);
  return rows.length === 1;
}

import { sql, type Sql } from '../../platform/sql/sql.ts';

/**
 * Whether an employee has a conflict of interest about a person: the person is the employee, or a person whose guardian the employee is,
 * was or will be (clause `access`). The employee then works neither on the record nor on a case of that person, and finds neither: a minor
 * may have complained about the guardian (clause `rights`), or asked in confidence (clause `helpdesk`).
 *
 * The dates of the guardianship and the minor's age do not matter. Otherwise a guardianship that ends, perhaps because of the complaint,
 * would open the complaint to the guardian.
 *
 * The inner statement does not depend on the row, so PostgreSQL runs it once.
 * @param employeeId false for the id of a person who is not an employee, and for null
 * @param personId the id of a resident; false for null, such as the sender of a request without an account
 */
export function hasConflictOfInterest(employeeId: string | null, personId: Sql = sql`resident.id`): Sql<boolean> {
  return sql`coalesce(${personId} = any(array(
    select unnest(array[self.resident_id, care.minor_id])
    from recreation.employee self left join recreation.guardianship care on care.guardian_id = self.resident_id
    where self.id = ${employeeId}::uuid)), false)`;
}

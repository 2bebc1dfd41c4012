import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';
import type { Purpose, Role } from '../shared/graphql/generated/schema.ts';

/** A text of a purpose that can be acknowledged. */
export interface Acknowledgeable {
  readonly purpose: Purpose;
  readonly version: string;
}

/**
 * Reads which of these texts an employee has acknowledged.
 * @returns the instants (RFC 3339) by version
 */
export async function readAcknowledgements(
  { database }: Reader,
  employeeId: string | undefined,
  texts: readonly Acknowledgeable[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ version: string; at: Date }>`
    select made.version, made.at from recreation.acknowledgement made
    where made.employee_id = ${employeeId ?? null}::uuid and (made.purpose, made.version) in (
      select * from unnest(${texts.map(({ purpose }) => purpose)}::text[], ${texts.map(({ version }) => version)}::text[]))`.execute(
    database,
  );
  return new Map(rows.map(({ version, at }) => [version, new Date(at).toISOString()]));
}

/** Records that an employee with this role has acknowledged a text. A second time it changes nothing. */
export async function writeAcknowledgement(
  { database, now }: Reader,
  { id, role }: { readonly id: string | undefined; readonly role: Role },
  { purpose, version }: Acknowledgeable,
): Promise<void> {
  await sql`
    insert into recreation.acknowledgement (employee_id, purpose, version, at)
    select employee.id, ${purpose}, ${version}, ${now} from recreation.employee employee
    where employee.id = ${id ?? null}::uuid and employee.roles @> array[${role}::text]
    on conflict do nothing`.execute(database);
}

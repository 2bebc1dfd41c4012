import type { Reader } from '../../engine/rows/reader.ts';
import { sql } from '../../platform/sql/sql.ts';
import type { ConfirmIdentityInput, RowScope } from '../shared/graphql/generated/schema.ts';
import { residentInScope, type Viewer } from '../shared/access/scope.ts';

/** The values that a person gives to confirm their identity, in the form of the records. */
export type GivenValues = Readonly<Pick<ConfirmIdentityInput, 'birthDate' | 'email' | 'phone'>>;

/** A person with whom values were compared. */
interface Compared {
  readonly id: string;
  /** Whether all given values are the person's. */
  readonly matches: boolean;
}

/**
 * Compares given values with one resident within a scope, or with all. Address protection is ignored: a true value that did not match would
 * show who is protected. The statement depends only on which values are given, not on their content or on the person.
 * @param residentId undefined: all residents within the scope
 * @param given at least one value
 * @returns the resident with this id, or without an id all who match; empty if out of scope
 */
export async function readMatches(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  residentId: string | undefined,
  { birthDate, email, phone }: GivenValues,
): Promise<readonly Compared[]> {
  const conditions = [
    ...(birthDate ? [sql`resident.birth_date = ${birthDate}::date`] : []),
    ...(email ? [sql`lower(resident.email) = lower(${email})`] : []),
    ...(phone ? [sql`${phone} in (resident.phone, resident.mobile_phone)`] : []),
  ];
  // Null where the person has no such value.
  const matches = sql<boolean>`coalesce(${sql.join(conditions, sql` and `)}, false)`;
  const wanted = residentId === undefined ? sql`${sql.join(conditions, sql` and `)}` : sql`resident.id = ${residentId}::uuid`;
  const { rows } = await sql<Compared>`
    select resident.id, ${matches} as matches from recreation.resident resident
    where ${wanted} and ${residentInScope(scope, viewer)}`.execute(reader.database);
  return rows;
}

/**
 * Records that values matched one resident: an encounter with that resident can then begin on this evidence. The statement runs even if no
 * resident matched.
 * @param residentId undefined: none matched, or several did
 */
export async function writeMatch(reader: Reader, { principalId }: Viewer, residentId: string | undefined): Promise<void> {
  await sql`
    insert into recreation.identity_match (employee_id, resident_id, matched_at)
    select employee.id, ${residentId ?? null}::uuid, ${reader.now}::timestamptz from recreation.employee employee
    where employee.id = ${principalId ?? null}::uuid and ${residentId ?? null}::uuid is not null
    on conflict (employee_id, resident_id) do update set matched_at = excluded.matched_at`.execute(reader.database);
}

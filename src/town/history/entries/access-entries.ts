import type { Reader } from '../../../engine/rows/reader.ts';
import { sql, type Sql } from '../../../platform/sql/sql.ts';
import { type AccessEntry, Role, type RowScope } from '../../shared/graphql/generated/schema.ts';
import { partnerRoles } from '../../policy/partners/partners.ts';
import { employeeRoles } from '../../policy/words/roles.ts';
import { project, type Columns } from '../../shared/rows/columns.ts';
import { isWanted, type EntryFilter } from './entry-filter.ts';
import { erasureRule, hidesPeople, isByPartner, isNoAccountAct, isReadBy } from './entry-parts.ts';
import { leafOfEntry } from './leaf-of-entry.ts';
import { readPage, type Page, type PageRequest } from '../../shared/rows/page.ts';
import { livesElsewhere } from '../../people/protection.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';
import { isSealedTowards } from '../seals/seals.ts';

const role = sql`entry.role`;
// Commands that maintain the log and uses of accounts are logged under separate roles, which no policy has.
const roleOrNull = sql`case when ${role} = any(${Object.values(Role)}::text[]) then ${role} end`;

/**
 * The role of the principal of `access_log.full_entry entry`, and the id by which the partner or employee is loaded.
 * @param principalId the principal's id, null if its segment is erased
 */
export function askedBy(principalId: Sql) {
  const among = (roles: readonly Role[]): Sql => sql`case when ${role} = any(${[...roles]}::text[]) then ${principalId} end`;
  return { role: roleOrNull, partner: among(partnerRoles), employee: among(employeeRoles) };
}

const ofErasure = (column: Sql): Sql => sql`(select ${column} from access_log.erasure erasure where erasure.entry_id = entry.id)`;

const columns = (scope: RowScope | undefined): Columns<AccessEntry> => ({
  ...askedBy(sql`entry.principal_id`),
  id: sql`entry.id`,
  // An officer who answers a person by name must not learn the place that the same entry has in a review.
  number: scope === 'OPEN_REQUEST' ? sql`null` : sql`entry.seq::text`,
  at: sql`entry.at`,
  purpose: sql`entry.template ->> 'purpose'`,
  purposeText: sql`entry.template ->> 'purposeText'`,
  authority: sql`entry.template ->> 'authority'`,
  outcome: sql`entry.template ->> 'outcome'`,
  statementVersion: sql`entry.template ->> 'statementVersion'`,
  command: sql`case when entry.template ->> 'operationType' in ('command', 'account') then entry.template -> 'rootFields' ->> 0 end`,
  identifiedBy: sql`(select encounter.identified_by from recreation.encounter encounter where encounter.id = entry.case_id)`,
  // The numbers of entries; see `number`.
  erases: scope === 'ALL' || scope === 'MANDATE' ? sql`to_jsonb(entry.erases)` : sql`null`,
  erasureRule,
  erasureProposedBy: ofErasure(sql`erasure.proposed_by`),
  erasureApprovedBy: ofErasure(sql`erasure.approved_by`),
});

/** The entries that a list of the log contains. */
export type LogList = 'ALL' | 'DISCLOSURES';

/**
 * Reads a page of the numbered access entries within a scope, newest first. Each row has its number as `pageKey`, the scope as `foundIn`
 * and the person as `sought`: resolvers of its fields read with them.
 * @param sought the id of a person: only entries in which the viewer is shown this person. The statement is the same for an unknown id
 */
export async function readAccessEntries(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  list: LogList,
  filter: EntryFilter,
  sought: string | undefined,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<AccessEntry>> {
  const listed = list === 'DISCLOSURES' ? sql`(${isByPartner} and ${isNoAccountAct})` : sql`true`;
  const within = sql<boolean>`(${await entryInScope(reader, scope, viewer, sought)}) and ${isWanted(filter)} and ${listed}`;
  const isAboutAll = scope === 'ALL' || scope === 'MANDATE';
  const found = await readPage<AccessEntry>(
    reader,
    {
      columns: sql`${scope ?? null}::text as "foundIn", ${sought ?? null}::text as sought, ${project(columns(scope), fields)}`,
      from: sql`access_log.full_entry entry`,
      where: isAboutAll && sought !== undefined ? isAbout(sought, viewer, within) : within,
      key: { expression: sql`entry.seq`, type: 'bigint', descending: true },
      id: sql`entry.id`,
    },
    // The data subjects of an entry are found by its key.
    { ...page, keyless: false },
  );
  return found;
}

/**
 * Reads the number and leaf hash of an entry within a scope.
 * @returns undefined if the entry is unknown or out of scope, by the same statement
 */
export async function readEntryPlace(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
): Promise<{ readonly number: string; readonly leafHash: string } | undefined> {
  const within = await entryInScope(reader, scope, viewer);
  const { rows } = await sql<{ number: string; leafHash: string }>`
    select entry.seq::text as number, encode(sha256('\\x00'::bytea || ${leafOfEntry}), 'hex') as "leafHash"
    from access_log.full_entry entry where entry.id = ${id}::uuid and ${within}`.execute(reader.database);
  return rows[0];
}

/** Whether `access_log.full_entry entry` is within a scope. @param sought only entries about this person, in a scope of few residents */
export async function entryInScope(reader: Reader, scope: RowScope | undefined, viewer: Viewer, sought?: string): Promise<Sql<boolean>> {
  // No entry is hidden from a reviewer: its number would follow from the numbers of the others (src/town/policy/rules/separate-duty.ts).
  if (scope === 'ALL') return sql`true`;
  if (scope === 'MANDATE') {
    // An engagement names no data subjects, so a token that names some covers no whole entry.
    if (viewer.subjectIds !== undefined) return sql`false`;
    const edge = (column: string): Sql => sql`(
      select ${sql.ref(`engagement.${column}`)} from recreation.mandate engagement
      where engagement.id = ${viewer.mandateId ?? null}::uuid)`;
    return sql`(entry.at >= ${edge('valid_from')} and entry.at < ${edge('valid_until')})`;
  }
  const ids = (await readLogSubjects(reader, scope, viewer)).filter((id) => sought === undefined || id === sought);
  // The subquery does not depend on the outer entry, so PostgreSQL finds the entries of these people by their index once.
  return sql`entry.seq = any(array(
    select about.seq from access_log.about about
    where about.subject_id = any(${[...ids]}::uuid[]) and not ${isSealedTowards(scope, viewer, reader.now)}))`;
}

/**
 * Whether an entry shows a person to a reader of all entries. Such a reader is not shown the people of the reader's own entries and of uses
 * of accounts; see `readEntrySubjects`. PostgreSQL finds the person's entries by their index and reads no others. A separate condition on
 * the time could read every entry of that time.
 * @param within a further condition, over `access_log.full_entry entry`
 */
function isAbout(sought: string, { principalId }: Viewer, within: Sql<boolean>): Sql<boolean> {
  return sql`entry.seq = any(array(
    select about.seq from access_log.about about
    cross join lateral (
      select entry.* from access_log.full_entry entry where entry.seq = about.seq and entry.month = about.month offset 0) entry
    where about.subject_id = ${sought}::uuid and ${within} and not ${isReadBy(principalId ?? null)} and not ${hidesPeople}))`;
}

/** Reads the number of the newest entry of the log; 0 if there is none. */
export async function readNewestNumber(reader: Reader): Promise<string> {
  const { rows } = await sql<{ newest: string }>`
    select coalesce(max(entry.seq), 0)::text as newest from access_log.entry entry`.execute(reader.database);
  return rows[0]!.newest;
}

/**
 * Reads the ids of the residents whose entries are within a scope of few residents: the viewer and the minors of their home in their care
 * (a minor who lives elsewhere has a history by the day, and no entries with times, numbers and proofs), or
 * the resident who filed the request of the case. With these ids PostgreSQL reads the log by its index.
 */
export async function readLogSubjects(reader: Reader, scope: RowScope | undefined, viewer: Viewer): Promise<readonly string[]> {
  const principal = viewer.principalId ?? null;
  const { rows } = await sql<{ id: string }>`
    select resident.id from recreation.resident resident
    where resident.id in (
      select ${principal}::uuid
      union all select care.minor_id from recreation.guardianship care
      where care.guardian_id = ${principal}::uuid and not ${livesElsewhere(principal, sql`care.minor_id`)}
      union all select asked.resident_id from recreation.request asked where asked.id = ${viewer.caseId ?? null}::uuid
    ) and ${residentInScope(scope, viewer)}`.execute(reader.database);
  return rows.map(({ id }) => id);
}

import { sql, type Sql } from '../sql.ts';
import { type AccessEntry, Role, type RowScope } from '../generated/schema.ts';
import { partnerRoles } from '../partners.ts';
import { employeeRoles } from '../roles.ts';
import { project, type Columns } from './columns.ts';
import { readPage, type Page, type PageRequest } from './page.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';
import { isSealedTowards } from './seals.ts';

const role = sql`entry.role`;
// A command that keeps the log logs itself as that, and in no role of the policy's.
const roleOrNull = sql`case when ${role} = any(${Object.values(Role)}::text[]) then ${role} end`;

/**
 * Who asked, over `access_log.entry entry`: ids, by which the rows are loaded.
 * @param principalId the principal's, or null where its opening is erased
 */
export function askedBy(principalId: Sql) {
  const among = (roles: readonly Role[]): Sql => sql`case when ${role} = any(${[...roles]}::text[]) then ${principalId} end`;
  return { role: roleOrNull, partner: among(partnerRoles), employee: among(employeeRoles) };
}

const columns: Columns<AccessEntry> = {
  ...askedBy(sql`(
    select principal.content ->> 'id' from access_log.opening principal
    where principal.seq = entry.seq and principal.month = entry.month and principal.ordinal = 0)`),
  id: sql`entry.id`,
  number: sql`entry.seq::text`,
  at: sql`entry.at::timestamptz`,
  purpose: sql`entry.header ->> 'purpose'`,
  authority: sql`entry.header ->> 'authority'`,
  outcome: sql`entry.header ->> 'outcome'`,
  statementVersion: sql`entry.header ->> 'statementVersion'`,
  command: sql`case entry.header ->> 'operationType' when 'command' then entry.header -> 'rootFields' ->> 0 end`,
  erases: sql`entry.header -> 'erases'`,
};

/** Which entries a list of the log holds. */
export type LogList = 'ALL' | 'DISCLOSURES';

/**
 * Reads a page of the numbered access entries within a scope, newest first. Each row carries its
 * number as `pageKey` and the scope that it was found in, for what is read below it.
 */
export async function readAccessEntries(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  list: LogList,
  page: PageRequest,
  fields: ReadonlySet<string>,
): Promise<Page<AccessEntry>> {
  const within = await entryInScope(reader, scope, viewer);
  const found = await readPage<AccessEntry>(
    reader,
    {
      columns: sql`${scope ?? null}::text as "foundIn", ${project(columns, fields)}`,
      from: sql`access_log.entry entry`,
      where: list === 'DISCLOSURES' ? sql`${within} and ${role} = any(${[...partnerRoles]}::text[])` : within,
      key: { expression: sql`entry.seq`, type: 'bigint', descending: true },
      id: sql`entry.id`,
    },
    // What is below an entry is found by its key.
    { ...page, keyless: false },
  );
  return found;
}

/** Reads where an entry within a scope stands in the log; undefined for one out of scope and for one that does not exist, by the same statement. */
export async function readEntryPlace(
  reader: Reader,
  scope: RowScope | undefined,
  viewer: Viewer,
  id: string,
): Promise<{ readonly number: string; readonly leafHash: string } | undefined> {
  const within = await entryInScope(reader, scope, viewer);
  const { rows } = await sql<{ number: string; leafHash: string }>`
    select entry.seq::text as number, encode(sha256('\\x00'::bytea || entry.leaf), 'hex') as "leafHash"
    from access_log.entry entry where entry.id = ${id}::uuid and ${within}`.execute(reader.database);
  return rows[0];
}

async function entryInScope(reader: Reader, scope: RowScope | undefined, viewer: Viewer): Promise<Sql<boolean>> {
  // Who is both employee and resident never works on the own record (clause `access`), nor learns of an order about it.
  // Not correlated with the list's own entries: all of the one person's are found by their index first.
  if (scope === 'ALL')
    return sql`entry.seq not in (
      select own.seq from access_log.opening own
      where own.subject_id = (${ownRecord(viewer)}) and not exists (
        select from access_log.opening other where other.seq = own.seq and other.month = own.month and other.subject_id <> own.subject_id))`;
  if (scope === 'MANDATE') {
    const edge = (column: string): Sql<string> => sql`(
      select ${instantText(sql.ref(`engagement.${column}`))} from recreation.mandate engagement
      where engagement.id = ${viewer.mandateId ?? null}::uuid)`;
    return sql`(entry.at >= ${edge('valid_from')} and entry.at < ${edge('valid_until')})`;
  }
  const ids = await readLogSubjects(reader, scope, viewer);
  // Not correlated with the list's own entries: all of the few people's are found by their index first.
  return sql`entry.seq in (
    select about.seq from access_log.opening about join access_log.entry entry on entry.seq = about.seq and entry.month = about.month
    where about.subject_id = any(${[...ids]}::uuid[]) and not ${isSealedTowards(scope, viewer, reader.now)})`;
}

/** The one who asks, where that is an employee, as a resident. */
export function ownRecord({ principalId }: Viewer): Sql<string | null> {
  return sql`select self.resident_id from recreation.employee self where self.id = ${principalId ?? null}::uuid and self.resident_id is not null`;
}

// As headers write it, so that it sorts with them and their index serves.
function instantText(instant: Sql): Sql<string> {
  return sql`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/**
 * The residents whose entries a scope holds, if it is a scope of few residents: the reader and the minors in their care,
 * or the resident who made the request that is the case. With their ids the log is read through its index.
 */
export async function readLogSubjects(reader: Reader, scope: RowScope | undefined, viewer: Viewer): Promise<readonly string[]> {
  const principal = viewer.principalId ?? null;
  const { rows } = await sql<{ id: string }>`
    select resident.id from recreation.resident resident
    where resident.id in (
      select ${principal}::uuid
      union all select care.minor_id from recreation.guardianship care where care.guardian_id = ${principal}::uuid
      union all select asked.resident_id from recreation.request asked where asked.id = ${viewer.caseId ?? null}::uuid
    ) and ${residentInScope(scope, viewer)}`.execute(reader.database);
  return rows.map(({ id }) => id);
}

import { sql } from '../sql.ts';
import type { AccessEntrySubject, RowScope } from '../generated/schema.ts';
import { ownRecord, readLogSubjects } from './access-entries.ts';
import { project, type Columns } from './columns.ts';
import type { Reader } from './reader.ts';
import { aboutPerson, type Row } from './row.ts';
import type { Asker } from './scope.ts';
import { isSealedTowards } from './seals.ts';

// Read from the tables that the digests are of, and not from the view over them, which nothing proves.
const view = sql`(entry.views -> about.seen::integer)`;

// A pseudonym depends on the reader: src/resolvers/access-log.ts makes it.
const columns: Columns<AccessEntrySubject, 'pseudonym'> = {
  relationship: sql`${view} ->> 'relationship'`,
  released: sql`${view} -> 'released'`,
  withheld: sql`${view} -> 'withheld'`,
};

/**
 * Reads what each entry says about each of its data subjects, in one batch. Where the scope is one
 * of few residents, the others' openings are not read: reading the own entries is no reading of theirs.
 * Where people appear under pseudonyms, whoever reads an entry of the own making knows whom it is about,
 * and would know every pseudonym in it: so those of the reader's own entries are not read, be they made as an employee
 * or as a resident, nor is the reader's own record.
 * An erased opening is not there, nor is one that is sealed towards the reader.
 * @param numbers the entries' numbers
 */
export async function readEntrySubjects(
  reader: Reader,
  scope: RowScope | undefined,
  asker: Asker,
  numbers: readonly string[],
  fields: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Row<AccessEntrySubject>[]>> {
  const everybody = scope === 'ALL' || scope === 'MANDATE';
  const ids = everybody ? [] : await readLogSubjects(reader, scope, asker);
  const { rows } = await sql<Row<AccessEntrySubject> & { number: string; subjectId: string }>`
    select about.seq::text as number, about.subject_id::text as "subjectId", ${project(columns, fields)}
    from access_log.opening about join access_log.entry entry on entry.seq = about.seq and entry.month = about.month
    where about.seq = any(${[...numbers]}::bigint[]) and about.subject_id is not null
      and (${everybody} or about.subject_id = any(${[...ids]}::uuid[])) and not ${isSealedTowards(scope, asker, reader.now)}
      and not (${everybody} and (about.subject_id = any(array(${ownRecord(asker)})) or exists (
        select from access_log.opening reader where reader.seq = about.seq and reader.month = about.month and reader.ordinal = 0
          and (reader.content ->> 'id' = ${asker.principalId ?? null}::text or reader.content ->> 'id' = any(array(${ownRecord(asker)})::text[])))))
    order by about.seq, about.ordinal`.execute(reader.database);
  return Map.groupBy(
    rows.map((row) => aboutPerson(row, row.subjectId)),
    ({ number }) => number,
  );
}

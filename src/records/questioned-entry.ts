import { sql } from '../sql.ts';
import type { Reader } from './reader.ts';
import { residentInScope, type Viewer } from './scope.ts';
import { isUnsealed } from './shown-reads.ts';

/**
 * The data subjects of an access entry among the resident who asks and the minors in their care.
 * @returns their ids; none for an entry about others, a hidden one and an unknown one: all alike, by the same statement
 */
export async function readQuestionedSubjects(reader: Reader, viewer: Viewer, entryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select about.subject_id::text as id from access_log.entry entry
    join access_log.opening about on about.seq = entry.seq and about.month = entry.month
    join recreation.resident resident on resident.id = about.subject_id
    where entry.id = ${entryId}::uuid and ${residentInScope('CARE', viewer)} and ${isUnsealed(viewer, reader.now)}
    order by about.ordinal`.execute(reader.database);
  return rows.map(({ id }) => id);
}

import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import { peopleOfEntry } from './people-of-entry.ts';
import { residentInScope, type Viewer } from '../../shared/access/scope.ts';
import { isUnsealed } from './shown-reads.ts';

/**
 * Reads the ids of those data subjects of an access entry who are the viewer or a minor in the viewer's care.
 * @returns an empty list if the entry is unknown, sealed or only about others, by the same statement
 */
export async function readQuestionedSubjects(reader: Reader, viewer: Viewer, entryId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select about.subject_id::text as id from access_log.full_entry entry
    cross join lateral ${peopleOfEntry} about
    join recreation.resident resident on resident.id = about.subject_id
    where entry.id = ${entryId}::uuid and ${residentInScope('CARE', viewer)} and ${isUnsealed(viewer, reader.now)}
    order by about.ordinal`.execute(reader.database);
  return rows.map(({ id }) => id);
}

import type { Reader } from '../../../engine/rows/reader.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { Purpose, Role } from '../../shared/graphql/generated/schema.ts';
import { leafOfEntry } from './leaf-of-entry.ts';

/** The principal of an answer. */
export interface Receiver {
  readonly id: string | undefined;
  readonly role: Role;
  readonly purpose: Purpose | undefined;
}

/**
 * Reads the leaf hash of an entry whose answer the principal got, numbered or not. The role and the purpose must be those of the answer: a
 * leaf hash leads to the entry's place in the log, and an employee who changes duties must not find it in the other view
 * (docs/sealed-reads.md).
 * @returns hex; undefined if the entry is unknown or another answer's, or its principal is erased, by the same statement
 */
export async function readReceivedEntry(reader: Reader, receiver: Receiver, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ leafHash: string }>`
    select encode(sha256('\\x00'::bytea || found.leaf), 'hex') as "leafHash"
    from (
      select staged.leaf, staged.role, staged.template_id, staged.principal_id from access_log.staged staged where staged.id = ${id}::uuid
      union all
      select ${leafOfEntry}, entry.role, entry.template_id, entry.principal_id from access_log.entry entry where entry.id = ${id}::uuid
    ) found join access_log.template template on template.id = found.template_id
    where found.principal_id = ${receiver.id ?? null}::uuid and found.role = ${receiver.role}
      and template.content ->> 'purpose' = ${receiver.purpose ?? null}`.execute(reader.database);
  return rows[0]?.leafHash;
}

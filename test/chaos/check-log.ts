import { hash } from 'node:crypto';
import { Client } from 'pg';
import { hashLeaf } from '../../src/access-log/hashes.ts';
import { verifyCheckpoint, type LogKey } from '../../src/access-log/log-keys.ts';
import { TreeEdge } from '../../src/access-log/tree-edge.ts';
import canonicalize from 'canonicalize';

/** A log as it was when it was last found whole; it grows from check to check. */
export interface WholeLog {
  readonly edge: TreeEdge;
  readonly ids: Set<string>;
}

export function emptyLog(): WholeLog {
  return { edge: TreeEdge.open(0n, () => undefined), ids: new Set() };
}

interface Row {
  readonly seq: string;
  readonly id: string;
  readonly header: Record<string, unknown>;
  readonly digests: Buffer;
  readonly leaf: Buffer;
  /** Salt and content of each opening. */
  readonly openings: readonly { readonly salt: string; readonly content: unknown }[];
}

/**
 * Verifies what was added to the log since the last check: dense numbers, no entry twice, every digest and
 * leaf as its content gives them, and the root that the checkpoint signs.
 * @param url of an account that may read it
 * @returns a sentence for each fault
 */
export async function checkLog(url: string, keys: readonly LogKey[], whole: WholeLog): Promise<string[]> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { rows: checkpoints } = await client.query<{ note: string }>('select note from access_log.checkpoint');
    const { rows } = await client.query<Row>(statement, [whole.edge.size]);
    const faults = rows.flatMap((row, at) => faultsOf(row, whole.edge.size + BigInt(at), whole.ids));
    whole.edge.append(rows.map(({ leaf }) => hashLeaf(leaf)));
    if (!checkpoints[0]) return rows.length > 0 ? [...faults, 'there is no checkpoint'] : faults;
    const { size, root } = verifyCheckpoint(checkpoints[0].note, keys);
    if (size !== whole.edge.size) faults.push(`the checkpoint has ${size} entries, the log ${whole.edge.size}`);
    else if (Buffer.compare(root, whole.edge.root()) !== 0) faults.push(`the checkpoint of ${size} entries has another root`);
    return faults;
  } finally {
    await client.end();
  }
}

const statement = `
  select seq, id, header, digests, leaf, openings
  from access_log.entry entry
  cross join lateral (
    select jsonb_agg(jsonb_build_object('salt', encode(salt, 'hex'), 'content', content) order by ordinal) as openings
    from access_log.opened opened where opened.seq = entry.seq and opened.month = entry.month
  ) of_it
  where seq >= $1 order by seq`;

function faultsOf({ seq, id, header, digests, leaf, openings }: Row, expected: bigint, ids: Set<string>): string[] {
  const faults: string[] = [];
  if (BigInt(seq) !== expected) faults.push(`number ${seq} stands where ${expected} should`);
  if (ids.has(id)) faults.push(`an entry has two numbers: ${id}`);
  ids.add(id);
  const made = openings.map(({ salt, content }) =>
    hash('sha256', Buffer.concat([Buffer.from(salt, 'hex'), Buffer.from(canonicalize(content)!)])),
  );
  if (made.join('') !== digests.toString('hex')) faults.push(`number ${seq} has other openings than its digests say`);
  const whole = hash('sha256', canonicalize({ ...header, openings: made })!);
  if (whole !== leaf.toString('hex')) faults.push(`number ${seq} has another header than its leaf says`);
  return faults;
}

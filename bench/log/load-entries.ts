import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Entry } from '../../src/transparency-log/entry.ts';
import { extendTree, openTree } from '../../src/access-log/extend-tree.ts';
import type { LogIdentity } from '../../src/access-log/sequencer.ts';
import type { DatabaseRoles } from '../../src/database/roles.ts';
import { searchEntry } from './entries.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Entries per batch: a multiple of a bundle's size. */
export const inBatch = 100 * 256;

/**
 * Loads numbered entries of three openings with valid hashes, as the sequencer would store them. The sequencer's own
 * code extends the tree and signs its checkpoints.
 * @param tick called after each batch
 */
export async function loadEntries(
  roles: DatabaseRoles,
  entries: number,
  { origin, signersOf }: LogIdentity,
  tick: () => void,
): Promise<void> {
  const client = new Client({ connectionString: roles.owner });
  await client.connect();
  try {
    await withoutIndexes(client, async () => {
      const { rows } = await client.query<{ month: string }>(`select to_char(now() at time zone 'UTC', 'YYYY-MM-01') as month`);
      const { month } = rows[0]!;
      for (let done = 0; done < entries; done += inBatch) {
        const made = Array.from({ length: Math.min(inBatch, entries - done) }, () => searchEntry(1));
        await copy(
          client,
          'entry (month, seq, id, header, digests, leaf, views)',
          made.map((entry, at) => entryRow(entry, month, done + at)),
        );
        await copy(
          client,
          'opening (month, seq, ordinal, salt, content, subject_id, seen)',
          made.flatMap((entry, at) => openingRows(entry, month, done + at)),
        );
        const tree = await openTree(client, origin, signersOf);
        const leaves = made.map(({ leaf }) => leaf);
        await extendTree(client, tree, leaves, origin, signersOf);
        tick();
      }
    });
  } finally {
    await client.end();
  }
}

async function copy(client: Client, into: string, rows: readonly string[]): Promise<void> {
  await pipeline(Readable.from([rows.join('')]), client.query(copyFrom(`copy access_log.${into} from stdin`)));
}

function entryRow({ header, openings, leaf }: Entry, month: string, number: number): string {
  const { openings: digests, ...rest } = header;
  const [, , subject] = openings;
  const views = subject ? [{ relationship: subject.relationship, released: subject.released, withheld: subject.withheld }] : [];
  return row([month, number, header.id, text(rest), bytes(digests.join('')), bytes(leaf.toString('hex')), text(views)]);
}

function openingRows({ openings, salts }: Entry, month: string, number: number): string[] {
  return openings.map((content, ordinal) => {
    const salt = bytes(salts.toString('hex', ordinal * 32, (ordinal + 1) * 32));
    const rest = content.kind === 'subject' ? ['\\N', content.id, 0] : [text(content), '\\N', '\\N'];
    return row([month, number, ordinal, salt, ...rest]);
  });
}

function row(values: readonly (string | number)[]): string {
  return `${values.join('\t')}\n`;
}

// JSON has no tabs or line ends except as escapes.
function text(value: unknown): string {
  return JSON.stringify(value).replaceAll('\\', '\\\\');
}

function bytes(hex: string): string {
  return `\\\\x${hex}`;
}

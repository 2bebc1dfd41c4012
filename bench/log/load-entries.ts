import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Entry } from '../../src/log/entry/entry.ts';
import { templateOf, type Template } from '../../src/log/store/staging/create-entry.ts';
import { viewsOf } from '../../src/log/store/numbering/views-of.ts';
import { postingKinds } from '../../src/log/store/numbering/postings.ts';
import { extendTree, openTree } from '../../src/log/store/numbering/extend-tree.ts';
import type { LogIdentity } from '../../src/log/store/numbering/sequencer.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { searchEntry } from './entries.ts';
import { withoutIndexes } from './without-indexes.ts';

/** Entries per batch: a multiple of a bundle's size. */
export const inBatch = 100 * 256;

/**
 * Loads numbered entries of three segments with valid hashes, as the sequencer would store them one by one. The sequencer's own
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
        await storeTemplates(client, made[0]!);
        await copy(
          client,
          'entry (month, seq, id, at, role, template_id, views_id, operation_hash, root, principal_id, subjects, salts)',
          made.map((entry, at) => entryRow(entry, month, done + at)),
        );
        await copy(
          client,
          'posting (subject_id, first_seq, month, kind)',
          made.map(({ segments: [, , subject] }, at) => row([subject!.id, done + at, month, postingKinds.OPEN])),
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

/** The templates of an entry: its header's, and that of its views. */
function templatesOf({ template, segments: [, , ...subjects] }: Entry): readonly [Template, Template] {
  return [templateOf(template), templateOf(viewsOf(subjects).text)];
}

async function storeTemplates(client: Client, entry: Entry): Promise<void> {
  for (const { id, text } of templatesOf(entry)) {
    await client.query('insert into access_log.template (id, text) values ($1, $2) on conflict do nothing', [id, text]);
  }
}

function entryRow(entry: Entry, month: string, number: number): string {
  const { header, root, salts } = entry;
  const [principal, , subject] = entry.segments;
  const [template, views] = templatesOf(entry);
  const hashes = [bytes(header.operationHash), bytes(root.toString('hex'))];
  const segments = [principal.id!, `{${subject!.id}}`, bytes(salts.toString('hex'))];
  return row([month, number, header.id, header.at, header.role, template.id, views.id, ...hashes, ...segments]);
}

function row(values: readonly (string | number)[]): string {
  return `${values.join('\t')}\n`;
}

function bytes(hex: string): string {
  return `\\\\x${hex}`;
}

import { hash, randomUUID } from 'node:crypto';
import { databaseSource } from '../../../src/cli/log/verify/sources/database-source.ts';
import { town } from '../../../src/town/index.ts';
import { HeaderReader } from '../../../src/log/verify/source/header-reader.ts';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import type { Header } from '../../../src/log/entry/entry.ts';
import { extendTree } from '../../../src/log/store/numbering/extend-tree.ts';
import type { Signer } from '../../../src/log/keys/signer.ts';
import { stageStatement } from '../../../src/log/store/staging/stage.ts';
import { TreeEdge } from '../../../src/log/tree/tree-edge.ts';
import type { Random } from '../../../demo/population/random.ts';
import type { Alteration } from '../alteration.ts';
import { flipBit, flipText } from '../flip.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, entryPlace, segmentPlace } from './choose.ts';
import { withoutEntry } from './postings.ts';

/** Alterations of the checkpoint and of the other columns of its row, and forks of the whole log. */
export const checkpointAlterations: readonly Alteration[] = [
  {
    name: 'a bit of the checkpoint',
    alter: async (log, random) => {
      await log.client.query('update access_log.checkpoint set note = $1', [flipText(log.newest, random)]);
      return { places: ['checkpoint'] };
    },
  },
  {
    name: 'the size beside the checkpoint',
    alter: async (log, random) => {
      await log.client.query('update access_log.checkpoint set size = $1', [random.below(log.size)]);
      return { places: ['checkpoint'] };
    },
  },
  {
    name: 'a huge, unsigned size',
    alter: async (log) => {
      await log.client.query('update access_log.checkpoint set note = $1, size = $2', ['nothing', 5_000_000_000]);
      return { places: ['checkpoint'] };
    },
  },
  {
    name: 'the checkpoint removed',
    alter: async (log) => {
      await log.client.query('delete from access_log.checkpoint');
      return { places: ['checkpoint'] };
    },
  },
  {
    name: 'the checkpoint rolled back',
    alter: async (log) => {
      await log.client.query('update access_log.checkpoint set note = $1, size = $2', [log.older, sizeOf(log.older)]);
      return { places: ['checkpoint'], also: beyond(log, sizeOf(log.older)) };
    },
  },
  {
    name: 'the whole log rolled back, as it was signed',
    alter: async (log) => {
      const size = sizeOf(log.older);
      await cutOff(log, size);
      await rebuildAndSign(log, log.signer);
      await log.client.query('update access_log.checkpoint set note = $1', [log.older]);
      // The erasure came later: without its entry, no entry accounts for it.
      return { places: ['older checkpoint', `entries ${size} to ${log.size - 1}`], also: ['entry 25, segment 2'], since: log.newest };
    },
  },
  {
    name: 'the end cut off',
    alter: async (log, random) => {
      const size = log.size - random.between(1, 40);
      await cutOff(log, size);
      return { places: Array.from({ length: log.size - size }, (_cut, at) => entryPlace(size + at)), also: erasureWithoutEntry(log, size) };
    },
  },
  {
    name: 'the end cut off, and signed anew',
    alter: async (log, random) => {
      const size = log.size - random.between(1, 40);
      await cutOff(log, size);
      await rebuildAndSign(log, log.signer);
      return {
        places: ['older checkpoint', `entries ${size} to ${log.size - 1}`],
        also: erasureWithoutEntry(log, size),
        since: log.newest,
      };
    },
  },
  {
    name: 'a fork, signed with an old key',
    alter: async (log, random) => {
      await fork(log, random, 0);
      await rebuildAndSign(log, log.oldSigner);
      // The fork begins before the older checkpoint, or after it.
      return { places: ['checkpoint'], also: ['older checkpoint', witnessPlace(log)] };
    },
  },
  {
    name: 'a fork before the older checkpoint, signed anew',
    alter: async (log, random) => {
      await fork(log, random, -1);
      await rebuildAndSign(log, log.signer);
      return { places: ['older checkpoint', witnessPlace(log)] };
    },
  },
  {
    name: 'an unsigned fork',
    alter: async (log, random) => {
      await fork(log, random, 0);
      await rebuildAndSign(log, log.signer);
      await log.client.query('update access_log.checkpoint set note = $1', [log.newest]);
      return { places: ['checkpoint'], also: ['older checkpoint', witnessPlace(log)] };
    },
  },
  {
    name: 'the coverage',
    alter: async (log, random) => {
      await log.client.query('update access_log.coverage set first_seq = $1', [random.between(1, log.size)]);
      return { places: ['coverage'] };
    },
  },
  {
    name: 'the time of the coverage',
    alter: async (log, random) => {
      const since = random.pick(['2026-07-01T00:00:00Z', '2999-01-01T00:00:00Z', 'infinity', '-infinity']);
      await log.client.query('update access_log.coverage set since = $1', [since]);
      return { places: ['coverage'] };
    },
  },
  {
    name: 'the coverage removed',
    alter: async (log) => {
      await log.client.query('delete from access_log.coverage');
      return { places: ['coverage'] };
    },
  },
  {
    name: 'an entry removed behind a coverage',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query('delete from access_log.entry where seq = $1', [seq]);
      await withoutEntry(log, seq);
      await log.client.query('update access_log.coverage set first_seq = $1', [seq + 1]);
      return { places: ['coverage', entryPlace(seq)] };
    },
  },
  {
    name: 'a staged entry',
    alter: async (log, random) => {
      const { header, ...entry } = createEntry(anyHeader(), [
        { kind: 'principal', id: null },
        { kind: 'case', case: null, authority: null },
      ]);
      const part = random.pick(['leaf', 'root', 'salts'] as const);
      const { text, values } = stageStatement([{ ...entry, header, [part]: flipBit(entry[part], random) }]);
      await log.client.query(text, values);
      return { places: [`staged entry ${header.id}`] };
    },
  },
  {
    name: 'a bit of a cosignature',
    alter: async (log, random) => {
      const { rows } = await log.client.query<{ line: string }>('select line from access_log.cosignature');
      const line = rows[0]!.line;
      // Inside the signature: another name would be that of an unknown witness.
      const at = line.length - 40 + random.below(30);
      const letter = line[at] === 'A' ? 'B' : 'A';
      await log.client.query('update access_log.cosignature set line = $1', [`${line.slice(0, at)}${letter}${line.slice(at + 1)}`]);
      return { places: [witnessPlace(log)] };
    },
  },
  {
    name: 'the time beside a cosignature',
    alter: async (log, random) => {
      await log.client.query('update access_log.cosignature set time = time - $1', [random.between(1, 100_000)]);
      return { places: [witnessPlace(log)] };
    },
  },
];

function sizeOf(note: string): number {
  return Number(note.split('\n')[1]);
}

function witnessPlace({ witness, older }: TamperedLog): string {
  return `cosignature of ${witness.verifier.name} at size ${sizeOf(older)}`;
}

/** The erased segment, if the entry of its erasure is beyond a size. */
function erasureWithoutEntry({ eraser, erased }: TamperedLog, size: number): string[] {
  return eraser < size ? [] : [segmentPlace(erased.seq, erased.ordinal)];
}

async function cutOff({ client }: TamperedLog, size: number): Promise<void> {
  await client.query('delete from access_log.posting where first_seq >= $1', [size]);
  await client.query('delete from access_log.entry where seq >= $1', [size]);
}

/** Recreates tiles, bundles and checkpoint from the present entries, as the sequencer would. */
async function rebuildAndSign({ client, origin, size }: TamperedLog, signer: Signer): Promise<void> {
  const { entries } = await databaseSource(town, client).entries!.range(0, size);
  await client.query('delete from access_log.tile');
  const headers = new HeaderReader();
  const leaves = entries.map((entry) => hash('sha256', headers.read(entry, entry.root, entry.salts.length / 16)!.canonical, 'buffer'));
  await extendTree(client, { edge: TreeEdge.open(0n, () => undefined), bundle: Buffer.of() }, leaves, origin, () => [signer]);
}

/** Replaces an entry by another. @param side -1: an entry that the older checkpoint contains */
async function fork(log: TamperedLog, random: Random, side: -1 | 0): Promise<void> {
  let seq = chooseEntry(log, random);
  while (side === -1 && seq >= sizeOf(log.older)) seq = chooseEntry(log, random);
  const entry = createEntry(anyHeader(), [
    { kind: 'principal', id: randomUUID() },
    { kind: 'case', case: null, authority: null },
  ]);
  const { text, values } = stageStatement([entry]);
  await log.client.query(text, values);
  await log.client.query(
    `with staged as (delete from access_log.staged where id = $2 returning *)
     update access_log.entry set id = staged.id, at = staged.at, role = staged.role, template_id = staged.template_id, views_id = staged.views_id,
       operation_hash = staged.operation_hash, root = staged.root, principal_id = staged.principal_id, case_id = staged.case_id,
       authority_ids = staged.authority_ids, subjects = staged.subjects, salts = staged.salts, seen = staged.seen
     from staged where seq = $1`,
    [seq, entry.header.id],
  );
  await withoutEntry(log, seq);
}

export function anyHeader(): Omit<Header, 'version' | 'segments'> {
  return {
    id: randomUUID(),
    at: '2026-06-15T18:00:00.000Z',
    role: 'SUPPORT',
    purpose: 'CUSTOMER_SUPPORT',
    authority: null,
    operationHash: 'ef'.repeat(32),
    operationType: 'query',
    rootFields: ['Query.tickets'],
    inputs: [],
    policyVersion: 'cd'.repeat(32),
    statementVersion: '2026-01-01',
    outcome: 'ANSWERED',
  };
}

/** Everything beyond a size: entries, segments, and longer tiles. */
function beyond(log: TamperedLog, size: number): string[] {
  const entries = Array.from({ length: log.size - size }, (_entry, at) => entryPlace(size + at));
  const segments = entries.flatMap((place) => Array.from({ length: 8 }, (_segment, ordinal) => `${place}, segment ${ordinal}`));
  const tiles = [0, 1, 2].flatMap((index) => [0, 'entries'].map((level) => `tile/${level}/00${index}`));
  return [...entries, ...segments, ...tiles, 'entry 25, segment 2'];
}

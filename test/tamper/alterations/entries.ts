import { randomUUID } from 'node:crypto';
import type { Alteration } from '../alteration.ts';
import { flipBit } from '../flip.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, entryPlace, segmentPlace, segmentsOf, segmentsPlace, subjectPlaces, type SegmentsRow } from './choose.ts';
import { postingsOf, withoutEntry } from './postings.ts';

const shared = [
  'at',
  'template_id',
  'views_id',
  'principal_id',
  'case_id',
  'role',
  'operation_hash',
  'root',
  'authority_ids',
  'subjects',
  'salts',
  'seen',
  'erases',
  'covers',
  'erased',
];
const columns = ['seq', 'month', 'id', ...shared];

/**
 * The segments from a number on whose row of the index begins before it, and so has the month of entries on the other side. Which they are
 * depends on how the sequencer divided the entries of the gateway itself into batches.
 */
async function placesAcross(log: TamperedLog, edge: number): Promise<string[]> {
  const { rows } = await log.client.query<{ subject: string; seq: number }>(
    `select subject_id::text as subject, (first_seq + more)::int as seq from access_log.posting, unnest(further) more
     where first_seq < $1 and first_seq + more >= $1`,
    [edge],
  );
  const places: string[] = [];
  for (const { subject, seq } of rows) places.push(segmentPlace(seq, 2 + (await segmentsOf(log, seq)).subjects.indexOf(subject)));
  return places;
}

/** Alterations of rows of access_log.entry, but for their segments. */
export const entryAlterations: readonly Alteration[] = [
  {
    name: 'the id, the time, the operation, or what an entry says to have read or erased',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const [column, value] = random.pick([
        ['id', randomUUID()],
        ['at', '2026-06-16T00:00:00.000Z'],
        ['operation_hash', Buffer.from('cd'.repeat(32), 'hex')],
        ['covers', ['ALL 1-2']],
        ['covers', []],
        ['erases', ['1/2']],
        ['erases', []],
      ] as const);
      await set(log, seq, column, value);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'less than a millisecond of the time',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query(`update access_log.entry set at = at + interval '1 microsecond' where seq = $1`, [seq]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'the role beside a header',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await set(log, seq, 'role', 'MAINTENANCE_AGENT');
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'a bit of a root',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { rows } = await log.client.query<{ root: Buffer }>('select root from access_log.entry where seq = $1', [seq]);
      await set(log, seq, 'root', flipBit(rows[0]!.root, random));
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'a bit of a root, and of a salt',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query(`update access_log.entry set root = set_byte(root, 3, (get_byte(root, 3) + 1) % 256) where seq = $1`, [seq]);
      await log.client.query(`update access_log.entry set salts = set_byte(salts, 3, (get_byte(salts, 3) + 1) % 256) where seq = $1`, [
        seq,
      ]);
      return { places: [entryPlace(seq), segmentsPlace(seq)] };
    },
  },
  {
    name: 'an entry under another month',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const months = random.pick(['-7 months', '-1 month', '1 month', '40 months']);
      await log.client.query('update access_log.entry set month = month + $2::interval where seq = $1', [seq, months]);
      return { places: subjectPlaces(await segmentsOf(log, seq)), also: [entryPlace(seq), entryPlace(seq + 1)] };
    },
  },
  {
    name: 'the first or the last months moved, with all that is in them',
    alter: async (log, random) => {
      const [from, end] = random.pick([
        [0, random.between(20, 100)],
        [log.size - random.between(1, 100), log.size],
      ] as const);
      const months = from === 0 ? '-60 months' : '2 months';
      for (const [table, number] of [
        ['posting', 'first_seq'],
        ['entry', 'seq'],
      ]) {
        await log.client.query(`update access_log.${table} set month = month + $3::interval where ${number} >= $1 and ${number} < $2`, [
          from,
          end,
          months,
        ]);
      }
      const edge = from === 0 ? end : from;
      const moved = Array.from({ length: end - from }, (_entry, at) => entryPlace(from + at));
      return { places: [...moved, ...(await placesAcross(log, edge))] };
    },
  },
  {
    name: 'an entry removed',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query('delete from access_log.entry where seq = $1', [seq]);
      if (random.chance(0.5)) await withoutEntry(log, seq);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'an entry removed, and the rest moved up',
    alter: async (log, random) => {
      const seq = log.size - 1 - random.below(20);
      if (seq <= log.eraser) return undefined;
      for (const [table, number] of [
        ['posting', 'first_seq'],
        ['entry', 'seq'],
      ]) {
        await log.client.query(`delete from access_log.${table} where ${number} = $1`, [seq]);
        await log.client.query(`update access_log.${table} set ${number} = ${number} - 1 - 10000 where ${number} > $1`, [seq]);
        await log.client.query(`update access_log.${table} set ${number} = ${number} + 10000 where ${number} < 0`);
      }
      return { places: Array.from({ length: log.size - seq }, (_moved, at) => entryPlace(seq + at)) };
    },
  },
  {
    name: 'two entries swapped',
    alter: async (log, random) => {
      const one = await segmentsOf(log, chooseEntry(log, random));
      const other = await segmentsOf(log, chooseEntry(log, random, one.seq));
      await swap(log, 'entry', one, other);
      const single = [...(await postingsOf(log, one.seq)), ...(await postingsOf(log, other.seq))].every(
        ({ numbers }) => numbers.length === 1,
      );
      if (single && random.chance(0.5)) await swap(log, 'posting', one, other);
      return { places: [entryPlace(one.seq), entryPlace(other.seq)] };
    },
  },
  {
    name: 'an entry put in the place of another',
    alter: async (log, random) => {
      const one = chooseEntry(log, random);
      const other = chooseEntry(log, random, one);
      const copied = shared.map((column) => `${column} = source.${column}`).join(', ');
      await log.client.query(
        `update access_log.entry target set ${copied} from access_log.entry source where target.seq = $1 and source.seq = $2`,
        [one, other],
      );
      return { places: [entryPlace(one)] };
    },
  },
  {
    name: 'the segments of another entry, with their root',
    alter: async (log, random) => {
      const one = chooseEntry(log, random);
      const other = chooseEntry(log, random, one);
      await log.client.query(
        `update access_log.entry target set root = source.root, salts = source.salts, subjects = source.subjects, seen = source.seen,
           views_id = source.views_id, principal_id = source.principal_id, case_id = source.case_id, authority_ids = source.authority_ids
         from access_log.entry source where target.seq = $1 and source.seq = $2`,
        [one, other],
      );
      return { places: [entryPlace(one)] };
    },
  },
  {
    name: 'an entry inserted beside another, under another month',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await insertLike(log, seq, { month: `month + interval '5 months'`, id: 'gen_random_uuid()' });
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'an entry inserted outside',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const place = random.pick([-1, log.size, log.size + 5]);
      await insertLike(log, seq, { seq: String(place), id: 'gen_random_uuid()' });
      return { places: [entryPlace(place), ...(place < 0 ? [] : ['checkpoint'])] };
    },
  },
];

async function set({ client }: TamperedLog, seq: number, column: string, value: unknown): Promise<void> {
  await client.query(`update access_log.entry set ${column} = $2 where seq = $1`, [seq, value]);
}

/** Inserts a copy of an entry. @param other SQL expressions for columns that differ */
async function insertLike({ client }: TamperedLog, seq: number, other: Readonly<Record<string, string>>): Promise<void> {
  const values = columns.map((column) => other[column] ?? column);
  await client.query(
    `insert into access_log.entry (${columns.join(', ')}) select ${values.join(', ')} from access_log.entry where seq = $1`,
    [seq],
  );
}

/** Swaps two entries by way of an unused number; each place keeps its month. */
async function swap({ client }: TamperedLog, table: 'entry' | 'posting', one: SegmentsRow, other: SegmentsRow): Promise<void> {
  const number = table === 'entry' ? 'seq' : 'first_seq';
  for (const [from, to, month] of [
    [one.seq, -9, other.month],
    [other.seq, one.seq, one.month],
    [-9, other.seq, other.month],
  ] as const) {
    await client.query(`update access_log.${table} set ${number} = $2, month = $3 where ${number} = $1`, [from, to, month]);
  }
}

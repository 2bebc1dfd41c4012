import { randomBytes, randomUUID } from 'node:crypto';
import type { Alteration } from '../alteration.ts';
import { flipBit, flipJson } from '../flip.ts';
import { chooseEntry, chooseOpening, entryPlace, openingPlace, openingsOf, type OpeningRow } from './choose.ts';
import type { TamperedLog } from '../tampered-log.ts';

/** Alterations of rows of access_log.opening, which is also the index by data subject. */
export const openingAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a salt',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random);
      await set(log, row, 'salt', flipBit(row.salt, random));
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'a salt cut off',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random);
      await set(log, row, 'salt', row.salt.subarray(0, random.below(32)));
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'a bit of a data subject',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random, true);
      await set(log, row, 'subject_id', flipBit(Buffer.from(row.subject_id!.replaceAll('-', ''), 'hex'), random).toString('hex'));
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'a bit of a content',
    alter: async (log, random) => {
      const rows = await openingsOf(log, chooseEntry(log, random));
      const row = random.pick(rows.filter(({ ordinal }) => ordinal < 2));
      await set(log, row, 'content', flipJson(JSON.stringify(row.content), random));
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'which view was seen',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random, true);
      await set(log, row, 'seen', row.seen === 0 ? random.between(1, 3) : random.pick([-1, 0, 7]));
      return { places: [openingPlace(row.seq, row.ordinal)], also: [0, 1].map((view) => `entry ${row.seq}, view ${view}`) };
    },
  },
  {
    name: 'an ordinal',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random, true);
      const rows = await openingsOf(log, row.seq);
      const ordinal = rows.length + random.below(3);
      await set(log, row, 'ordinal', ordinal);
      return { places: [openingPlace(row.seq, row.ordinal), openingPlace(row.seq, ordinal)] };
    },
  },
  {
    name: 'the number of an opening',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random, true);
      const seq = random.pick([-3, log.size, log.size + 7]);
      await set(log, row, 'seq', seq);
      return { places: [openingPlace(row.seq, row.ordinal), openingPlace(seq, row.ordinal)] };
    },
  },
  {
    name: 'an opening under another month',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random);
      await log.client.query(`update access_log.opening set month = month + interval '2 months' where seq = $1 and ordinal = $2`, [
        row.seq,
        row.ordinal,
      ]);
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'an opening removed',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random);
      await remove(log, row);
      return { places: [openingPlace(row.seq, row.ordinal)] };
    },
  },
  {
    name: 'an opening added',
    alter: async (log, random) => {
      const row = await chooseOpening(log, random, true);
      const ordinal = (await openingsOf(log, row.seq)).length;
      await insert(log, { ...row, ordinal, salt: randomBytes(32), subject_id: randomUUID() });
      return { places: [openingPlace(row.seq, ordinal)] };
    },
  },
  {
    name: 'two openings of an entry swapped',
    alter: async (log, random) => {
      const rows = (await openingsOf(log, chooseEntry(log, random))).filter(({ ordinal }) => ordinal > 1);
      if (rows.length < 2) return undefined;
      const [one, other] = rows as [OpeningRow, OpeningRow];
      await swap(log, one, other);
      return { places: [openingPlace(one.seq, one.ordinal), openingPlace(other.seq, other.ordinal)] };
    },
  },
  {
    name: 'openings of two entries swapped',
    alter: async (log, random) => {
      const one = await chooseOpening(log, random, true);
      const other = await chooseOpening(log, random, true);
      if (one.seq === other.seq) return undefined;
      await swap(log, one, other);
      return { places: [openingPlace(one.seq, one.ordinal), openingPlace(other.seq, other.ordinal)] };
    },
  },
  {
    name: 'an erased opening put back',
    alter: async (log, random) => {
      const { seq, ordinal, row } = log.erased;
      const salt = random.chance(0.5) ? (row['salt'] as Buffer) : randomBytes(32);
      const { rows } = await log.client.query<{ month: string }>('select month::text from access_log.entry where seq = $1', [seq]);
      await insert(log, { ...(row as unknown as OpeningRow), month: rows[0]!.month, salt });
      return { places: [openingPlace(seq, ordinal)] };
    },
  },
  {
    name: 'the entry of an erasure removed',
    alter: async (log) => {
      await log.client.query('delete from access_log.opening where seq = $1', [log.eraser]);
      await log.client.query('delete from access_log.entry where seq = $1', [log.eraser]);
      return { places: [entryPlace(log.eraser), openingPlace(log.erased.seq, log.erased.ordinal)] };
    },
  },
  {
    name: 'the erased opening of the entry of an erasure',
    alter: async (log, random) => {
      const ordinal = random.pick([0, 1, 3]);
      await log.client.query(
        `update access_log.entry set header = jsonb_set(header, '{erases}', to_jsonb(array[$2::text])) where seq = $1`,
        [log.eraser, `${log.erased.seq}/${ordinal}`],
      );
      return { places: [entryPlace(log.eraser), openingPlace(log.erased.seq, log.erased.ordinal)] };
    },
  },
];

async function set({ client }: TamperedLog, { seq, ordinal }: OpeningRow, column: keyof OpeningRow, value: unknown): Promise<void> {
  await client.query(`update access_log.opening set ${column} = $3 where seq = $1 and ordinal = $2`, [seq, ordinal, value]);
}

async function remove({ client }: TamperedLog, { seq, ordinal }: OpeningRow): Promise<void> {
  await client.query('delete from access_log.opening where seq = $1 and ordinal = $2', [seq, ordinal]);
}

async function insert({ client }: TamperedLog, { month, seq, ordinal, salt, subject_id, seen }: OpeningRow): Promise<void> {
  await client.query('insert into access_log.opening (month, seq, ordinal, salt, subject_id, seen) values ($1, $2, $3, $4, $5, $6)', [
    month,
    seq,
    ordinal,
    salt,
    subject_id,
    seen,
  ]);
}

/** Swaps two openings completely, except for the view, which belongs to the entry. */
async function swap(log: TamperedLog, one: OpeningRow, other: OpeningRow): Promise<void> {
  for (const [place, content] of [
    [one, other],
    [other, one],
  ] as const) {
    await set(log, place, 'salt', content.salt);
    await set(log, place, 'subject_id', content.subject_id);
  }
}

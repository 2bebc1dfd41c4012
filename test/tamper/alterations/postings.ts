import { randomUUID } from 'node:crypto';
import type { Random } from '../../../demo/population/random.ts';
import type { Alteration } from '../alteration.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, chooseSegments, chooseOrdinal, entryPlace, segmentPlace, segmentsOf } from './choose.ts';

/** A row of the index by data subject. */
interface PostingRow {
  readonly part: string;
  readonly place: string;
  readonly subject: string;
  readonly numbers: readonly number[];
}

/** Alterations of rows of access_log.posting, the index by data subject. */
export const postingAlterations: readonly Alteration[] = [
  {
    name: 'a person’s row of the index removed',
    alter: async (log, random) => {
      const row = await choosePosting(log, random);
      await remove(log, row);
      return { places: await placesOf(log, row) };
    },
  },
  {
    name: 'an entry removed from a person’s row of the index',
    alter: async (log, random) => {
      const { seq, subjects } = await chooseSegments(log, random);
      const at = random.below(subjects.length);
      await withoutEntry(log, seq, subjects[at]);
      return { places: [segmentPlace(seq, at + 2)] };
    },
  },
  {
    name: 'an entry added to the index for a stranger, or again',
    alter: async (log, random) => {
      const segments = await chooseSegments(log, random);
      const subject = random.chance(0.5) ? randomUUID() : segments.subjects[chooseOrdinal(segments, random) - 2];
      await log.client.query('insert into access_log.posting (subject_id, first_seq, month, kind) values ($1, $2, $3, 0)', [
        subject,
        segments.seq,
        segments.month,
      ]);
      return {
        places: [entryPlace(segments.seq)],
        also: subject ? segments.subjects.map((_one, at) => segmentPlace(segments.seq, at + 2)) : [],
      };
    },
  },
  {
    name: 'an entry added to a person’s row of the index',
    alter: async (log, random) => {
      const row = await choosePosting(log, random);
      const [first = 0] = row.numbers;
      const step = random.pick([-1, 0, 1, 999, 1_000, 20_000]);
      const seq = first + step;
      if (row.numbers.includes(seq) && step !== 0) return undefined;
      await set(log, row, 'further', [...row.numbers.slice(1).map((number) => number - first), step]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'the month, the kind or the mandate of a person’s row of the index',
    alter: async (log, random) => {
      const row = await choosePosting(log, random);
      const { rows } = await log.client.query<{ kind: number; month: string }>(
        `select kind, (month + interval '1 month')::date::text as month from access_log.posting where tableoid = $1::regclass and ctid = $2`,
        [row.part, row.place],
      );
      const { kind, month } = rows[0]!;
      const [column, value] = random.pick([
        ['month', month],
        ['kind', kind === 3 ? 0 : kind + 1],
        ['authority_id', randomUUID()],
      ] as const);
      await set(log, row, column, value);
      return { places: await placesOf(log, row) };
    },
  },
  {
    name: 'the person of a row of the index',
    alter: async (log, random) => {
      const row = await choosePosting(log, random);
      await set(log, row, 'subject_id', randomUUID());
      return { places: [...(await placesOf(log, row)), ...row.numbers.map(entryPlace)] };
    },
  },
  {
    name: 'the number of a row of the index',
    alter: async (log, random) => {
      const row = await choosePosting(log, random);
      const [first = 0] = row.numbers;
      if (row.numbers.length > 1) return undefined;
      const number = random.pick([-3, log.size, log.size + 7, first === 0 ? 1 : first - 1]);
      const { subjects } = number >= 0 && number < log.size ? await segmentsOf(log, number) : { subjects: [] as readonly string[] };
      if (subjects.includes(row.subject)) return undefined;
      await set(log, row, 'first_seq', number);
      return { places: [...(await placesOf(log, row)), entryPlace(number)] };
    },
  },
];

/** Removes an entry from the index, for one data subject or for all. */
export async function withoutEntry(log: TamperedLog, seq: number, subject?: string): Promise<void> {
  for (const row of await postingsOf(log, seq)) {
    if (subject !== undefined && row.subject !== subject) continue;
    const [first, ...rest] = row.numbers.filter((number) => number !== seq);
    if (first === undefined) await remove(log, row);
    else {
      await log.client.query('update access_log.posting set first_seq = $3, further = $4 where tableoid = $1::regclass and ctid = $2', [
        row.part,
        row.place,
        first,
        rest.length === 0 ? null : rest.map((number) => number - first),
      ]);
    }
  }
}

/** The rows of the index that have an entry. */
export async function postingsOf({ client }: TamperedLog, seq: number): Promise<readonly PostingRow[]> {
  const { rows } = await client.query<PostingRow>(
    `select tableoid::regclass::text as part, ctid::text as place, subject_id as subject,
       array(select (first_seq + step)::int from unnest(array_prepend(0::smallint, further)) step order by 1) as numbers
     from access_log.posting where first_seq between $1 - 999 and $1`,
    [seq],
  );
  return rows.filter(({ numbers }) => numbers.includes(seq));
}

async function choosePosting(log: TamperedLog, random: Random): Promise<PostingRow> {
  for (;;) {
    const rows = await postingsOf(log, chooseEntry(log, random));
    if (rows.length > 0) return random.pick(rows);
  }
}

/** The places of the segments that a row of the index is about. */
async function placesOf(log: TamperedLog, { subject, numbers }: PostingRow): Promise<string[]> {
  const places: string[] = [];
  for (const number of numbers) places.push(segmentPlace(number, (await segmentsOf(log, number)).subjects.indexOf(subject) + 2));
  return places;
}

async function set({ client }: TamperedLog, { part, place }: PostingRow, column: string, value: unknown): Promise<void> {
  await client.query(`update access_log.posting set ${column} = $3 where tableoid = $1::regclass and ctid = $2`, [part, place, value]);
}

async function remove({ client }: TamperedLog, { part, place }: PostingRow): Promise<void> {
  await client.query('delete from access_log.posting where tableoid = $1::regclass and ctid = $2', [part, place]);
}

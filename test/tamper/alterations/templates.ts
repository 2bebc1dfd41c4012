import { hash } from 'node:crypto';
import canonicalize from 'canonicalize';
import type { Random } from '../../../demo/population/random.ts';
import type { Alteration } from '../alteration.ts';
import { flipJson } from '../flip.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, entryPlace, segmentPlace, segmentsPlace, viewPlaces } from './choose.ts';

type Column = 'template_id' | 'views_id';

/** Alterations of rows of access_log.template, which entries share, and of the references to them. */
export const templateAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a template, under its own id',
    alter: async (log, random) => {
      const [seq, column] = [chooseEntry(log, random), random.pick<Column>(['template_id', 'views_id'])];
      const { id, text } = await templateOf(log, seq, column);
      await log.client.query('alter table access_log.template drop constraint template_check');
      await log.client.query('update access_log.template set text = $2 where id = $1', [id, flipJson(text, random)]);
      const places = await placesOf(log, column, id);
      // Of the entry with an erased segment, the root no longer needs the view of that segment.
      const erased = segmentsPlace(log.erased.seq);
      const also = [erased, ...(await alsoOf(log, column, id))];
      return { places: [`template ${id}`, ...places.filter((place) => place !== erased)], also, constraints: true };
    },
  },
  {
    name: 'what readers see of a template',
    alter: async (log, random) => {
      const { id, text } = await templateOf(log, chooseEntry(log, random), random.pick<Column>(['template_id', 'views_id']));
      await log.client.query('alter table access_log.template alter column content drop expression');
      await log.client.query('update access_log.template set content = $2::jsonb where id = $1', [id, flipJson(text, random)]);
      return { places: [`template ${id}`], constraints: true };
    },
  },
  {
    name: 'a template removed',
    alter: async (log, random) => {
      const [seq, column] = [chooseEntry(log, random), random.pick<Column>(['template_id', 'views_id'])];
      const { id } = await templateOf(log, seq, column);
      await log.client.query('delete from access_log.template where id = $1', [id]);
      return { places: await placesOf(log, column, id), also: await alsoOf(log, column, id) };
    },
  },
  {
    name: 'an entry with another template',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { text } = await templateOf(log, seq, 'template_id');
      const other = await insert(log, random.chance(0.5) ? canonicalize(JSON.parse(flipJson(text, random)))! : withMember(text, random));
      await log.client.query('update access_log.entry set template_id = $2 where seq = $1', [seq, other]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'an entry with other views',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { text } = await templateOf(log, seq, 'views_id');
      const other = await insert(log, canonicalize(JSON.parse(flipJson(text, random)))!);
      await log.client.query('update access_log.entry set views_id = $2 where seq = $1', [seq, other]);
      return { places: [segmentsPlace(seq)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'a view added',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const views = JSON.parse((await templateOf(log, seq, 'views_id')).text) as unknown[];
      await log.client.query('update access_log.entry set views_id = $2 where seq = $1', [
        seq,
        await insert(log, canonicalize([...views, views[0]])!),
      ]);
      return { places: [`entry ${seq}, view ${views.length}`] };
    },
  },
];

function withMember(text: string, random: Random): string {
  const member = random.pick(['segments', 'erases', 'x', 'at']);
  return canonicalize({ ...(JSON.parse(text) as object), [member]: [] })!;
}

async function templateOf({ client }: TamperedLog, seq: number, column: Column): Promise<{ readonly id: string; readonly text: string }> {
  const { rows } = await client.query<{ id: string; text: string }>(
    `select template.id, text from access_log.entry join access_log.template on template.id = ${column} where seq = $1`,
    [seq],
  );
  return rows[0]!;
}

/** Stores a template as a gateway does. @returns its id */
async function insert({ client }: TamperedLog, text: string): Promise<string> {
  const id = hash('sha256', text).slice(0, 32);
  await client.query('insert into access_log.template (id, text) values ($1, $2) on conflict do nothing', [id, text]);
  return id;
}

async function numbersOf({ client }: TamperedLog, column: Column, id: string): Promise<number[]> {
  const { rows } = await client.query<{ seq: number }>(`select seq::int from access_log.entry where ${column} = $1`, [id]);
  return rows.map(({ seq }) => seq);
}

/** The places that share a template. */
async function placesOf(log: TamperedLog, column: Column, id: string): Promise<string[]> {
  return (await numbersOf(log, column, id)).map(column === 'template_id' ? entryPlace : segmentsPlace);
}

/** The places that an altered list of views may affect as well, or an altered template of the entry that records the erasure. */
async function alsoOf(log: TamperedLog, column: Column, id: string): Promise<string[]> {
  const numbers = await numbersOf(log, column, id);
  const segments = (seq: number): string[] => Array.from({ length: 8 }, (_segment, ordinal) => segmentPlace(seq, ordinal));
  return numbers.flatMap((seq) => [...viewPlaces(seq), ...segments(seq)]);
}

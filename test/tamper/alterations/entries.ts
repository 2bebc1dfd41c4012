import { randomUUID } from 'node:crypto';
import type { Alteration } from '../alteration.ts';
import { flipBit, flipJson } from '../flip.ts';
import { chooseEntry, entryPlace, openingPlace, openingPlaces, openingsOf } from './choose.ts';

const columns = 'month, seq, id, header, digests, leaf, views';

/** Alterations of rows of access_log.entry. */
export const entryAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a header',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { rows } = await log.client.query<{ header: string }>('select header::text from access_log.entry where seq = $1', [seq]);
      const flipped = flipJson(rows[0]!.header, random);
      const { at, role } = JSON.parse(flipped) as Record<string, unknown>;
      // Two generated columns are computed from these members, and may not be null.
      if (at === undefined || role === undefined) return undefined;
      await log.client.query('update access_log.entry set header = $2::jsonb where seq = $1', [seq, flipped]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'a member added to a header',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const member = random.pick(['openings', 'erases', 'x', '__proto__']);
      await log.client.query(
        'update access_log.entry set header = header || jsonb_build_object($2::text, jsonb_build_array()) where seq = $1',
        [seq, member],
      );
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'a bit of the digests',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { rows } = await log.client.query<{ digests: Buffer }>('select digests from access_log.entry where seq = $1', [seq]);
      const flipped = flipBit(rows[0]!.digests, random);
      await log.client.query('update access_log.entry set digests = $2 where seq = $1', [seq, flipped]);
      const ordinal = Math.floor(flipped.findIndex((byte, at) => byte !== rows[0]!.digests[at]) / 32);
      return { places: [entryPlace(seq), openingPlace(seq, ordinal)] };
    },
  },
  {
    name: 'a digest cut off',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const rows = await openingsOf(log, seq);
      await log.client.query('update access_log.entry set digests = substring(digests from 1 for length(digests) - 32) where seq = $1', [
        seq,
      ]);
      return { places: [entryPlace(seq), openingPlace(seq, rows.length - 1)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'a bit of a leaf',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { rows } = await log.client.query<{ leaf: Buffer }>('select leaf from access_log.entry where seq = $1', [seq]);
      await log.client.query('update access_log.entry set leaf = $2 where seq = $1', [seq, flipBit(rows[0]!.leaf, random)]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'an id',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query('update access_log.entry set id = $2 where seq = $1', [seq, randomUUID()]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'the time or the role beside a header',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const [column, value] = random.pick([
        ['at', '2016-01-01T00:00:00.000Z'],
        ['role', 'RESIDENT'],
      ] as const);
      await log.client.query(`alter table access_log.entry alter column ${column} drop expression`);
      await log.client.query(`update access_log.entry set ${column} = $2 where seq = $1`, [seq, value]);
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'a bit of the views',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const { rows } = await log.client.query<{ views: string }>('select views::text from access_log.entry where seq = $1', [seq]);
      const flipped = flipJson(rows[0]!.views, random);
      await log.client.query('update access_log.entry set views = $2::jsonb where seq = $1', [seq, flipped]);
      const [before, after] = [JSON.parse(rows[0]!.views), JSON.parse(flipped)] as [unknown[], unknown[]];
      const altered = before.findIndex((view, at) => JSON.stringify(view) !== JSON.stringify(after[at]));
      const openings = await openingsOf(log, seq);
      return { places: openingPlaces(openings.filter(({ seen }) => seen === altered)), also: openingPlaces(openings) };
    },
  },
  {
    name: 'a view added',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query('update access_log.entry set views = views || (views -> 0) where seq = $1', [seq]);
      const { rows } = await log.client.query<{ last: number }>(
        'select jsonb_array_length(views) - 1 as last from access_log.entry where seq = $1',
        [seq],
      );
      return { places: [`entry ${seq}, view ${rows[0]!.last}`] };
    },
  },
  {
    name: 'an entry under another month',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const months = random.pick(['-7 months', '-1 month', '1 month', '40 months']);
      await log.client.query('update access_log.entry set month = month + $2::interval where seq = $1', [seq, months]);
      return { places: openingPlaces(await openingsOf(log, seq)), also: [entryPlace(seq), entryPlace(seq + 1)] };
    },
  },
  {
    name: 'the first or the last months moved, with all that is in them',
    alter: async (log, random) => {
      const [from, end] = random.pick([
        [0, random.between(1, 100)],
        [log.size - random.between(1, 100), log.size],
      ] as const);
      const months = from === 0 ? '-60 months' : '2 months';
      for (const table of ['opening', 'entry']) {
        await log.client.query(`update access_log.${table} set month = month + $3::interval where seq >= $1 and seq < $2`, [
          from,
          end,
          months,
        ]);
      }
      return { places: Array.from({ length: end - from }, (_moved, at) => entryPlace(from + at)) };
    },
  },
  {
    name: 'an entry removed',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const openings = await openingsOf(log, seq);
      const whole = random.chance(0.5);
      await log.client.query('delete from access_log.entry where seq = $1', [seq]);
      if (whole) await log.client.query('delete from access_log.opening where seq = $1', [seq]);
      return { places: [entryPlace(seq), ...(whole ? [] : openingPlaces(openings))] };
    },
  },
  {
    name: 'an entry removed, and the rest moved up',
    alter: async (log, random) => {
      const seq = log.size - 1 - random.below(20);
      if (seq <= log.eraser) return undefined;
      for (const table of ['opening', 'entry']) {
        await log.client.query(`delete from access_log.${table} where seq = $1`, [seq]);
        await log.client.query(`update access_log.${table} set seq = seq - 1 - 10000 where seq > $1`, [seq]);
        await log.client.query(`update access_log.${table} set seq = seq + 10000 where seq < 0`);
      }
      return { places: Array.from({ length: log.size - seq }, (_moved, at) => entryPlace(seq + at)) };
    },
  },
  {
    name: 'two entries swapped',
    alter: async (log, random) => {
      const one = chooseEntry(log, random);
      const other = chooseEntry(log, random, one);
      const both = [...(await openingsOf(log, one)), ...(await openingsOf(log, other))];
      const months = new Map(both.map(({ seq, month }) => [seq, month]));
      const whole = random.chance(0.5);
      for (const table of whole ? ['entry', 'opening'] : ['entry']) {
        // By way of an unused number; each place keeps its month.
        for (const [from, to, place] of [
          [one, -9, other],
          [other, one, one],
          [-9, other, other],
        ]) {
          await log.client.query(`update access_log.${table} set seq = $2, month = $3 where seq = $1`, [from, to, months.get(place!)]);
        }
      }
      const openings = both.flatMap(({ ordinal }) => [openingPlace(one, ordinal), openingPlace(other, ordinal)]);
      return { places: [entryPlace(one), entryPlace(other)], also: [...openings, ...viewPlaces(one), ...viewPlaces(other)] };
    },
  },
  {
    name: 'an entry put in the place of another',
    alter: async (log, random) => {
      const one = chooseEntry(log, random);
      const other = chooseEntry(log, random, one);
      await log.client.query(
        `update access_log.entry target set header = jsonb_set(source.header, '{id}', to_jsonb(target.id::text)), digests = source.digests, leaf = source.leaf
         from access_log.entry source where target.seq = $1 and source.seq = $2`,
        [one, other],
      );
      const openings = [...(await openingsOf(log, one)), ...(await openingsOf(log, other))];
      return { places: [entryPlace(one)], also: [...openings.map(({ ordinal }) => openingPlace(one, ordinal)), ...viewPlaces(one)] };
    },
  },
  {
    name: 'an entry inserted beside another, under another month',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query(
        `insert into access_log.entry (${columns}) select month + interval '5 months', seq, $2::uuid, jsonb_set(header, '{id}', to_jsonb($2::uuid::text)), digests, leaf, views
         from access_log.entry where seq = $1`,
        [seq, randomUUID()],
      );
      return { places: [entryPlace(seq)] };
    },
  },
  {
    name: 'an entry inserted outside',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const place = random.pick([-1, log.size, log.size + 5]);
      await log.client.query(
        `insert into access_log.entry (${columns}) select month, $2, $3, header, digests, leaf, views from access_log.entry where seq = $1`,
        [seq, place, randomUUID()],
      );
      return { places: [entryPlace(place), ...(place < 0 ? [] : ['checkpoint'])] };
    },
  },
];

function viewPlaces(seq: number): string[] {
  return [0, 1, 2].map((view) => `entry ${seq}, view ${view}`);
}

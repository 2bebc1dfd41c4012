import { randomBytes, randomUUID } from 'node:crypto';
import type { Alteration } from '../alteration.ts';
import { flipBit } from '../flip.ts';
import { eraseStoredOpening } from '../../helpers/entries/erase-stored-opening.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, chooseOpenings, chooseOrdinal, entryPlace, openingPlace, openingsOf, openingsPlace, viewPlaces } from './choose.ts';
import { withoutEntry } from './postings.ts';

/** Alterations of the openings in rows of access_log.entry. */
export const openingAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a salt',
    alter: async (log, random) => {
      const { seq, salts } = await chooseOpenings(log, random);
      await set(log, seq, 'salts', flipBit(salts, random));
      return { places: [openingsPlace(seq)] };
    },
  },
  {
    name: 'salts cut off',
    alter: async (log, random) => {
      const { seq, salts } = await chooseOpenings(log, random);
      await set(log, seq, 'salts', salts.subarray(0, random.below(salts.length)));
      return { places: [entryPlace(seq), openingsPlace(seq)] };
    },
  },
  {
    name: 'bytes after the salts',
    alter: async (log, random) => {
      const { seq, salts } = await chooseOpenings(log, random);
      await set(log, seq, 'salts', Buffer.concat([salts, randomBytes(random.between(1, 15))]));
      return { places: [openingsPlace(seq)] };
    },
  },
  {
    name: 'a bit of a data subject',
    alter: async (log, random) => {
      const openings = await chooseOpenings(log, random);
      const [{ seq, subjects }, ordinal] = [openings, chooseOrdinal(openings, random)];
      const flipped = flipBit(Buffer.from(subjects[ordinal - 2]!.replaceAll('-', ''), 'hex'), random).toString('hex');
      await set(log, seq, 'subjects', subjects.with(ordinal - 2, flipped));
      return { places: [openingsPlace(seq), openingPlace(seq, ordinal), entryPlace(seq)] };
    },
  },
  {
    name: 'data subjects that readers count from another place',
    alter: async (log, random) => {
      const { seq, subjects } = await chooseOpenings(log, random);
      const text = `[0:${subjects.length - 1}]={${subjects.join(',')}}`;
      await log.client.query('update access_log.entry set subjects = $2::text::uuid[] where seq = $1', [seq, text]);
      return { places: [openingsPlace(seq)], also: [entryPlace(seq), openingPlace(seq, 2)] };
    },
  },
  {
    name: 'the principal, the case or the mandates',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      const [column, value] = random.pick([
        ['principal_id', randomUUID()],
        ['principal_id', null],
        ['case_id', randomUUID()],
        ['authority_ids', [randomUUID()]],
        ['authority_ids', []],
        ['authority_ids', [null]],
      ] as const);
      const openings = await openingsOf(log, seq);
      await set(log, seq, column, value);
      return { places: [openingsPlace(seq)], also: openings.subjects.map((_one, at) => openingPlace(seq, at + 2)) };
    },
  },
  {
    name: 'which view was seen',
    alter: async (log, random) => {
      const openings = await chooseOpenings(log, random);
      const { seq, subjects, views } = openings;
      const ordinal = chooseOrdinal(openings, random);
      const seen = openings.seen ?? subjects.map(() => 0);
      const view = random.pick([-1, 0, 1, 7]);
      if (view === seen[ordinal - 2]) return undefined;
      await set(log, seq, 'seen', seen.with(ordinal - 2, view));
      return { places: [view in views ? openingsPlace(seq) : openingPlace(seq, ordinal)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'a view for one data subject more or fewer',
    alter: async (log, random) => {
      const { seq, subjects, seen } = await chooseOpenings(log, random);
      const given = seen ?? subjects.map(() => 0);
      await set(log, seq, 'seen', random.chance(0.5) ? [...given, 0] : given.slice(1));
      return { places: [openingsPlace(seq)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'an opening removed without a trace',
    alter: async (log, random) => {
      const { seq, subjects, salts, seen } = await chooseOpenings(log, random);
      await set(log, seq, 'salts', salts.subarray(0, -16));
      await set(log, seq, 'subjects', subjects.slice(0, -1));
      if (seen) await set(log, seq, 'seen', seen.slice(0, -1));
      await withoutEntry(log, seq, subjects.at(-1));
      return { places: [entryPlace(seq)], also: [openingsPlace(seq), ...viewPlaces(seq)] };
    },
  },
  {
    name: 'an opening added',
    alter: async (log, random) => {
      const { seq, subjects, salts, seen } = await chooseOpenings(log, random);
      await set(log, seq, 'salts', Buffer.concat([salts, randomBytes(16)]));
      await set(log, seq, 'subjects', [...subjects, randomUUID()]);
      if (seen) await set(log, seq, 'seen', [...seen, 0]);
      return { places: [entryPlace(seq), openingsPlace(seq)] };
    },
  },
  {
    name: 'two openings of an entry swapped',
    alter: async (log, random) => {
      const { seq, subjects, salts } = await chooseOpenings(log, random);
      if (subjects.length < 2) return undefined;
      const [one, other] = [salts.subarray(32, 48), salts.subarray(48, 64)];
      await set(log, seq, 'subjects', [subjects[1], subjects[0], ...subjects.slice(2)]);
      await set(log, seq, 'salts', Buffer.concat([salts.subarray(0, 32), other, one, salts.subarray(64)]));
      return { places: [openingsPlace(seq)] };
    },
  },
  {
    name: 'openings of two entries swapped',
    alter: async (log, random) => {
      const one = await chooseOpenings(log, random);
      const other = await chooseOpenings(log, random);
      if (one.seq === other.seq || one.subjects.length !== other.subjects.length) return undefined;
      for (const [{ seq }, { salts, subjects }] of [
        [one, other],
        [other, one],
      ] as const) {
        await set(log, seq, 'salts', salts);
        await set(log, seq, 'subjects', subjects);
      }
      const [places, also] = [
        [one, other].map(({ seq }) => openingsPlace(seq)),
        [one, other].flatMap(({ seq, subjects }) => [entryPlace(seq), ...subjects.map((_one, at) => openingPlace(seq, at + 2))]),
      ];
      return { places, also };
    },
  },
  {
    name: 'an opening erased without a record',
    alter: async (log, random) => {
      const { seq, subjects } = await chooseOpenings(log, random);
      const ordinal = random.below(2 + subjects.length);
      await eraseStoredOpening(log.asOwner, seq, ordinal);
      return { places: [openingPlace(seq, ordinal)] };
    },
  },
  {
    name: 'the leaf hash of an erased opening',
    alter: async (log, random) => {
      const { seq, ordinal } = log.erased;
      const other = random.pick([`{"${ordinal}": "${randomBytes(32).toString('hex')}"}`, `{"${ordinal}": 7}`, '{"99": "00"}', '[]']);
      await set(log, seq, 'erased', other);
      return { places: [openingsPlace(seq)], also: [openingPlace(seq, ordinal)] };
    },
  },
  {
    name: 'an erased opening put back',
    alter: async (log, random) => {
      const { seq, ordinal, subject, salt } = log.erased;
      await putBack(log, random.chance(0.5) ? salt : randomBytes(16), subject);
      await set(log, seq, 'erased', null);
      return { places: [openingPlace(seq, ordinal)], also: [openingsPlace(seq)] };
    },
  },
  {
    name: 'the salt or the data subject of an erased opening put back beside its leaf hash',
    alter: async (log, random) => {
      const { seq, ordinal, subject, salt } = log.erased;
      const both = random.below(3);
      await putBack(log, both === 1 ? Buffer.alloc(16) : salt, both === 2 ? null : subject);
      return { places: [openingPlace(seq, ordinal)] };
    },
  },
  {
    name: 'the entry of an erasure removed',
    alter: async (log) => {
      await log.client.query('delete from access_log.entry where seq = $1', [log.eraser]);
      return { places: [entryPlace(log.eraser), openingPlace(log.erased.seq, log.erased.ordinal)] };
    },
  },
  {
    name: 'the erased opening of the entry of an erasure',
    alter: async (log, random) => {
      await set(log, log.eraser, 'erases', [`${log.erased.seq}/${random.pick([0, 1, 3])}`]);
      return { places: [entryPlace(log.eraser), openingPlace(log.erased.seq, log.erased.ordinal)] };
    },
  },
];

async function set({ client }: TamperedLog, seq: number, column: string, value: unknown): Promise<void> {
  await client.query(`update access_log.entry set ${column} = $2 where seq = $1`, [seq, value]);
}

async function putBack({ client, erased: { seq, ordinal } }: TamperedLog, salt: Buffer, subject: string | null): Promise<void> {
  await client.query('update access_log.entry set salts = overlay(salts placing $2 from $3) where seq = $1', [seq, salt, 16 * ordinal + 1]);
  await client.query(`update access_log.entry set subjects[$3] = $2::uuid where seq = $1`, [seq, subject, ordinal - 1]);
}

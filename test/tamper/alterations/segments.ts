import { randomBytes, randomUUID } from 'node:crypto';
import type { Alteration } from '../alteration.ts';
import { flipBit } from '../flip.ts';
import { eraseStoredSegment } from '../../helpers/entries/erase-stored-segment.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry, chooseSegments, chooseOrdinal, entryPlace, segmentPlace, segmentsOf, segmentsPlace, viewPlaces } from './choose.ts';
import { withoutEntry } from './postings.ts';

/** Alterations of the segments in rows of access_log.entry. */
export const segmentAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a salt',
    alter: async (log, random) => {
      const { seq, salts } = await chooseSegments(log, random);
      await set(log, seq, 'salts', flipBit(salts, random));
      return { places: [segmentsPlace(seq)] };
    },
  },
  {
    name: 'salts cut off',
    alter: async (log, random) => {
      const { seq, salts } = await chooseSegments(log, random);
      await set(log, seq, 'salts', salts.subarray(0, random.below(salts.length)));
      return { places: [entryPlace(seq), segmentsPlace(seq)] };
    },
  },
  {
    name: 'bytes after the salts',
    alter: async (log, random) => {
      const { seq, salts } = await chooseSegments(log, random);
      await set(log, seq, 'salts', Buffer.concat([salts, randomBytes(random.between(1, 15))]));
      return { places: [segmentsPlace(seq)] };
    },
  },
  {
    name: 'a bit of a data subject',
    alter: async (log, random) => {
      const segments = await chooseSegments(log, random);
      const [{ seq, subjects }, ordinal] = [segments, chooseOrdinal(segments, random)];
      const flipped = flipBit(Buffer.from(subjects[ordinal - 2]!.replaceAll('-', ''), 'hex'), random).toString('hex');
      await set(log, seq, 'subjects', subjects.with(ordinal - 2, flipped));
      return { places: [segmentsPlace(seq), segmentPlace(seq, ordinal), entryPlace(seq)] };
    },
  },
  {
    name: 'data subjects that readers count from another place',
    alter: async (log, random) => {
      const { seq, subjects } = await chooseSegments(log, random);
      const text = `[0:${subjects.length - 1}]={${subjects.join(',')}}`;
      await log.client.query('update access_log.entry set subjects = $2::text::uuid[] where seq = $1', [seq, text]);
      return { places: [segmentsPlace(seq)], also: [entryPlace(seq), segmentPlace(seq, 2)] };
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
      const segments = await segmentsOf(log, seq);
      await set(log, seq, column, value);
      return { places: [segmentsPlace(seq)], also: segments.subjects.map((_one, at) => segmentPlace(seq, at + 2)) };
    },
  },
  {
    name: 'which view was seen',
    alter: async (log, random) => {
      const segments = await chooseSegments(log, random);
      const { seq, subjects, views } = segments;
      const ordinal = chooseOrdinal(segments, random);
      const seen = segments.seen ?? subjects.map(() => 0);
      const view = random.pick([-1, 0, 1, 7]);
      if (view === seen[ordinal - 2]) return undefined;
      await set(log, seq, 'seen', seen.with(ordinal - 2, view));
      return { places: [view in views ? segmentsPlace(seq) : segmentPlace(seq, ordinal)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'a view for one data subject more or fewer',
    alter: async (log, random) => {
      const { seq, subjects, seen } = await chooseSegments(log, random);
      const given = seen ?? subjects.map(() => 0);
      await set(log, seq, 'seen', random.chance(0.5) ? [...given, 0] : given.slice(1));
      return { places: [segmentsPlace(seq)], also: viewPlaces(seq) };
    },
  },
  {
    name: 'a segment removed without a trace',
    alter: async (log, random) => {
      const { seq, subjects, salts, seen } = await chooseSegments(log, random);
      await set(log, seq, 'salts', salts.subarray(0, -16));
      await set(log, seq, 'subjects', subjects.slice(0, -1));
      if (seen) await set(log, seq, 'seen', seen.slice(0, -1));
      await withoutEntry(log, seq, subjects.at(-1));
      return { places: [entryPlace(seq)], also: [segmentsPlace(seq), ...viewPlaces(seq)] };
    },
  },
  {
    name: 'a segment added',
    alter: async (log, random) => {
      const { seq, subjects, salts, seen } = await chooseSegments(log, random);
      await set(log, seq, 'salts', Buffer.concat([salts, randomBytes(16)]));
      await set(log, seq, 'subjects', [...subjects, randomUUID()]);
      if (seen) await set(log, seq, 'seen', [...seen, 0]);
      return { places: [entryPlace(seq), segmentsPlace(seq)] };
    },
  },
  {
    name: 'two segments of an entry swapped',
    alter: async (log, random) => {
      const { seq, subjects, salts } = await chooseSegments(log, random);
      if (subjects.length < 2) return undefined;
      const [one, other] = [salts.subarray(32, 48), salts.subarray(48, 64)];
      await set(log, seq, 'subjects', [subjects[1], subjects[0], ...subjects.slice(2)]);
      await set(log, seq, 'salts', Buffer.concat([salts.subarray(0, 32), other, one, salts.subarray(64)]));
      return { places: [segmentsPlace(seq)] };
    },
  },
  {
    name: 'segments of two entries swapped',
    alter: async (log, random) => {
      const one = await chooseSegments(log, random);
      const other = await chooseSegments(log, random);
      if (one.seq === other.seq || one.subjects.length !== other.subjects.length) return undefined;
      for (const [{ seq }, { salts, subjects }] of [
        [one, other],
        [other, one],
      ] as const) {
        await set(log, seq, 'salts', salts);
        await set(log, seq, 'subjects', subjects);
      }
      const [places, also] = [
        [one, other].map(({ seq }) => segmentsPlace(seq)),
        [one, other].flatMap(({ seq, subjects }) => [entryPlace(seq), ...subjects.map((_one, at) => segmentPlace(seq, at + 2))]),
      ];
      return { places, also };
    },
  },
  {
    name: 'a segment erased without a record',
    alter: async (log, random) => {
      const { seq, subjects } = await chooseSegments(log, random);
      const ordinal = random.below(2 + subjects.length);
      await eraseStoredSegment(log.asOwner, seq, ordinal);
      return { places: [segmentPlace(seq, ordinal)] };
    },
  },
  {
    name: 'the leaf hash of an erased segment',
    alter: async (log, random) => {
      const { seq, ordinal } = log.erased;
      const other = random.pick([`{"${ordinal}": "${randomBytes(32).toString('hex')}"}`, `{"${ordinal}": 7}`, '{"99": "00"}', '[]']);
      await set(log, seq, 'erased', other);
      return { places: [segmentsPlace(seq)], also: [segmentPlace(seq, ordinal)] };
    },
  },
  {
    name: 'an erased segment put back',
    alter: async (log, random) => {
      const { seq, ordinal, subject, salt } = log.erased;
      await putBack(log, random.chance(0.5) ? salt : randomBytes(16), subject);
      await set(log, seq, 'erased', null);
      return { places: [segmentPlace(seq, ordinal)], also: [segmentsPlace(seq)] };
    },
  },
  {
    name: 'the salt or the data subject of an erased segment put back beside its leaf hash',
    alter: async (log, random) => {
      const { seq, ordinal, subject, salt } = log.erased;
      const both = random.below(3);
      await putBack(log, both === 1 ? Buffer.alloc(16) : salt, both === 2 ? null : subject);
      return { places: [segmentPlace(seq, ordinal)] };
    },
  },
  {
    name: 'the entry of an erasure removed',
    alter: async (log) => {
      await log.client.query('delete from access_log.entry where seq = $1', [log.eraser]);
      return { places: [entryPlace(log.eraser), segmentPlace(log.erased.seq, log.erased.ordinal)] };
    },
  },
  {
    name: 'the erased segment of the entry of an erasure',
    alter: async (log, random) => {
      await set(log, log.eraser, 'erases', [`${log.erased.seq}/${random.pick([0, 1, 3])}`]);
      return { places: [entryPlace(log.eraser), segmentPlace(log.erased.seq, log.erased.ordinal)] };
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

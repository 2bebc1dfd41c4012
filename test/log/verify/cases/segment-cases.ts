import { eraseSegment, idOf, memoryEntry, stagedOf, type MemoryLog } from '../../../helpers/log/memory-log.ts';
import { entry, type Case } from './case.ts';

/** Alters one salt of an entry. */
function salt(log: MemoryLog, number: number, ordinal: number): void {
  const salts = Buffer.from(log.entries[number]!.salts);
  salts[16 * ordinal]! ^= 1;
  entry(log, number, { salts });
}

/** Changes what an entry says to be erased. */
function erased(log: MemoryLog, number: number, text: string): void {
  eraseSegment(log, number, 2);
  log.staged.push(stagedOf(memoryEntry(300, { erases: [`${number}/2`] })));
  entry(log, number, { erased: text });
}

const segments17 = ['entry 17, segments'];

/** Segments and views. */
export const segmentCases: readonly Case[] = [
  { code: 'SEGMENTS_ALTERED', what: 'a salt', places: segments17, alter: (log) => salt(log, 17, 3) },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a data subject',
    places: segments17,
    alter: (log) => entry(log, 17, { subjects: [idOf(4, 2), log.entries[17]!.subjects[1]!] }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a data subject that is not there, but not erased',
    places: segments17,
    alter: (log) => entry(log, 17, { subjects: [null, log.entries[17]!.subjects[1]!] }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'one data subject fewer than salts',
    places: segments17,
    alter: (log) => entry(log, 17, { subjects: log.entries[17]!.subjects.slice(1) }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'two data subjects swapped',
    places: segments17,
    alter: (log) => entry(log, 17, { subjects: log.entries[17]!.subjects.toReversed() }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'the segments of another entry',
    places: segments17,
    alter: (log) => {
      const { salts, subjects, principal } = log.entries[18]!;
      entry(log, 17, { salts, subjects, principal });
    },
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a view',
    places: segments17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('ENCOUNTER', 'SELF') }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a view with a further member, which no hash covers',
    places: segments17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('{', '{"x":"y",') }),
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a view with a number instead of a text',
    places: segments17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('"ENCOUNTER"', '1e999') }),
  },
  { code: 'SEGMENTS_ALTERED', what: 'the principal', places: segments17, alter: (log) => entry(log, 17, { principal: null }) },
  { code: 'SEGMENTS_ALTERED', what: 'the case', places: segments17, alter: (log) => entry(log, 17, { case: idOf(1) }) },
  { code: 'SEGMENTS_ALTERED', what: 'the authority', places: segments17, alter: (log) => entry(log, 17, { authority: '' }) },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'a segment that was moved to another place by its leaf hash',
    places: segments17,
    alter: (log) => {
      eraseSegment(log, 17, 2);
      const [leafHash] = Object.values(JSON.parse(log.entries[17]!.erased!) as Record<string, string>);
      erased(log, 17, JSON.stringify({ 3: leafHash }));
    },
  },
  {
    code: 'SEGMENTS_ALTERED',
    what: 'leaf hashes of erased segments that are malformed, or of none',
    places: Array.from({ length: 5 }, (_case, at) => `entry ${17 + at}, segments`),
    alter: (log) => {
      for (const [at, text] of ['[]', '{"2":"ab"}', '{"4":"00"}', '{"02":"00"}', 'x'].entries()) erased(log, 17 + at, text);
    },
  },
  {
    code: 'SEGMENT_REMOVED',
    what: 'erased by an earlier entry, with an ordinal so large that it reaches the next entry',
    places: ['entry 17, segment 2'],
    alter: (log) => {
      log.staged.push(stagedOf(memoryEntry(300, { erases: [`16/${2 ** 20 + 2}`] })));
      eraseSegment(log, 17, 2);
    },
  },
  {
    code: 'SEGMENT_REMOVED',
    what: 'erased without a record',
    places: ['entry 17, segment 0', 'entry 17, segment 3', 'entry 18, segment 1'],
    alter: (log) => {
      for (const [number, ordinal] of [
        [17, 3],
        [17, 0],
        [18, 1],
      ] as const)
        eraseSegment(log, number, ordinal);
    },
  },
  {
    code: 'SEGMENT_VIEW_UNKNOWN',
    what: 'out of range, or no number',
    places: ['entry 17, segment 3', 'entry 18, segment 2', 'entry 19, segment 3'],
    alter: (log) => {
      entry(log, 17, { seen: [0, 1] });
      entry(log, 18, { seen: [-1, 0] });
      entry(log, 19, { seen: [0, Number.NaN] });
    },
  },
  {
    code: 'SEGMENT_SUBJECT_TWICE',
    what: 'the same person',
    places: ['entry 17, segment 3'],
    alter: (log) => entry(log, 17, { subjects: [log.entries[17]!.subjects[0]!, log.entries[17]!.subjects[0]!] }),
  },
  {
    code: 'VIEW_ADDED',
    what: 'a view that no segment uses',
    places: ['entry 17, view 1'],
    alter: (log) =>
      entry(log, 17, { views: JSON.stringify([...(JSON.parse(log.entries[17]!.views!) as unknown[]), { relationship: 'SELF' }]) }),
  },
];

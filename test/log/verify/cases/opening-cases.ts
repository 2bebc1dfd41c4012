import { eraseOpening, idOf, memoryEntry, stagedOf, type MemoryLog } from '../../../helpers/log/memory-log.ts';
import { entry, type Case } from './case.ts';

/** Alters one salt of an entry. */
function salt(log: MemoryLog, number: number, ordinal: number): void {
  const salts = Buffer.from(log.entries[number]!.salts);
  salts[16 * ordinal]! ^= 1;
  entry(log, number, { salts });
}

/** Changes what an entry says to be erased. */
function erased(log: MemoryLog, number: number, text: string): void {
  eraseOpening(log, number, 2);
  log.staged.push(stagedOf(memoryEntry(300, { erases: [`${number}/2`] })));
  entry(log, number, { erased: text });
}

const openings17 = ['entry 17, openings'];

/** Openings and views. */
export const openingCases: readonly Case[] = [
  { code: 'OPENINGS_ALTERED', what: 'a salt', places: openings17, alter: (log) => salt(log, 17, 3) },
  {
    code: 'OPENINGS_ALTERED',
    what: 'a data subject',
    places: openings17,
    alter: (log) => entry(log, 17, { subjects: [idOf(4, 2), log.entries[17]!.subjects[1]!] }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'a data subject that is not there, but not erased',
    places: openings17,
    alter: (log) => entry(log, 17, { subjects: [null, log.entries[17]!.subjects[1]!] }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'one data subject fewer than salts',
    places: openings17,
    alter: (log) => entry(log, 17, { subjects: log.entries[17]!.subjects.slice(1) }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'two data subjects swapped',
    places: openings17,
    alter: (log) => entry(log, 17, { subjects: log.entries[17]!.subjects.toReversed() }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'the openings of another entry',
    places: openings17,
    alter: (log) => {
      const { salts, subjects, principal } = log.entries[18]!;
      entry(log, 17, { salts, subjects, principal });
    },
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'a view',
    places: openings17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('ENCOUNTER', 'SELF') }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'a view with a further member, which no hash covers',
    places: openings17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('{', '{"x":"y",') }),
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'a view with a number instead of a text',
    places: openings17,
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views!.replace('"ENCOUNTER"', '1e999') }),
  },
  { code: 'OPENINGS_ALTERED', what: 'the principal', places: openings17, alter: (log) => entry(log, 17, { principal: null }) },
  { code: 'OPENINGS_ALTERED', what: 'the case', places: openings17, alter: (log) => entry(log, 17, { case: idOf(1) }) },
  { code: 'OPENINGS_ALTERED', what: 'the authority', places: openings17, alter: (log) => entry(log, 17, { authority: '' }) },
  {
    code: 'OPENINGS_ALTERED',
    what: 'an opening that was moved to another place by its leaf hash',
    places: openings17,
    alter: (log) => {
      eraseOpening(log, 17, 2);
      const [leafHash] = Object.values(JSON.parse(log.entries[17]!.erased!) as Record<string, string>);
      erased(log, 17, JSON.stringify({ 3: leafHash }));
    },
  },
  {
    code: 'OPENINGS_ALTERED',
    what: 'leaf hashes of erased openings that are malformed, or of none',
    places: Array.from({ length: 5 }, (_case, at) => `entry ${17 + at}, openings`),
    alter: (log) => {
      for (const [at, text] of ['[]', '{"2":"ab"}', '{"4":"00"}', '{"02":"00"}', 'x'].entries()) erased(log, 17 + at, text);
    },
  },
  {
    code: 'OPENING_REMOVED',
    what: 'erased by an earlier entry, with an ordinal so large that it reaches the next entry',
    places: ['entry 17, opening 2'],
    alter: (log) => {
      log.staged.push(stagedOf(memoryEntry(300, { erases: [`16/${2 ** 20 + 2}`] })));
      eraseOpening(log, 17, 2);
    },
  },
  {
    code: 'OPENING_REMOVED',
    what: 'erased without a record',
    places: ['entry 17, opening 0', 'entry 17, opening 3', 'entry 18, opening 1'],
    alter: (log) => {
      for (const [number, ordinal] of [
        [17, 3],
        [17, 0],
        [18, 1],
      ] as const)
        eraseOpening(log, number, ordinal);
    },
  },
  {
    code: 'OPENING_VIEW_UNKNOWN',
    what: 'out of range, or no number',
    places: ['entry 17, opening 3', 'entry 18, opening 2', 'entry 19, opening 3'],
    alter: (log) => {
      entry(log, 17, { seen: [0, 1] });
      entry(log, 18, { seen: [-1, 0] });
      entry(log, 19, { seen: [0, Number.NaN] });
    },
  },
  {
    code: 'OPENING_SUBJECT_TWICE',
    what: 'the same person',
    places: ['entry 17, opening 3'],
    alter: (log) => entry(log, 17, { subjects: [log.entries[17]!.subjects[0]!, log.entries[17]!.subjects[0]!] }),
  },
  {
    code: 'VIEW_ADDED',
    what: 'a view that no opening uses',
    places: ['entry 17, view 1'],
    alter: (log) =>
      entry(log, 17, { views: JSON.stringify([...(JSON.parse(log.entries[17]!.views!) as unknown[]), { relationship: 'SELF' }]) }),
  },
];

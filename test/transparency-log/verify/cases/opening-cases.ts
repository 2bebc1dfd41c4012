import { eraseOpening, idOf, memoryEntry, memoryLog, stagedOf, type MemoryLog } from '../../../helpers/memory-log.ts';
import { entry, replaceLog, type Case } from './case.ts';

/** Removes entries 17 and 99; an eraser's entry accounts only for the latter. */
function pruneEnd(log: MemoryLog): void {
  log.staged.push(stagedOf(memoryEntry(300, { erases: ['99-99'] })));
  for (const number of [99, 17]) remove(log, number);
  log.firstNumber = 100;
}

/** Removes an entry with its part of the index. */
function remove(log: MemoryLog, number: number): void {
  log.entries = log.entries.filter((one) => one.number !== number);
  log.postings = log.postings.filter(({ numbers }) => numbers[0] !== number);
}

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

/** Openings, views, erasures and staged entries. */
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
  { code: 'OPENINGS_ALTERED', what: 'the mandate', places: openings17, alter: (log) => entry(log, 17, { mandate: '' }) },
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
  {
    code: 'ERASURE_INCOMPLETE',
    what: 'the salt, the principal, the case, the mandate or the data subject is still there',
    places: ['entry 17, opening 2', 'entry 18, opening 0', 'entry 19, opening 1', 'entry 20, opening 1', 'entry 21, opening 2'],
    alter: (log) => {
      const kept: readonly [number, number, keyof MemoryLog['entries'][number], unknown?][] = [
        [17, 2, 'salts'],
        [18, 0, 'principal'],
        [19, 1, 'case', idOf(1)],
        [20, 1, 'mandate', idOf(1)],
        [21, 2, 'subjects'],
      ];
      for (const [number, ordinal, member, value] of kept) {
        const before = log.entries[number]!;
        eraseOpening(log, number, ordinal);
        log.staged.push(stagedOf(memoryEntry(300 + number, { erases: [`${number}/${ordinal}`] })));
        entry(log, number, { [member]: value ?? before[member] });
      }
    },
  },
  {
    code: 'ERASURE_PRETENDED',
    what: 'by an entry of another role than the eraser',
    places: ['entry 299', `staged entry ${idOf(300)}`],
    alter: (log, made) => {
      // The owner of the database can stage any entry and have it numbered.
      const signed = memoryLog([...made.slice(0, 299), memoryEntry(299, { role: 'SUPPORT', erases: ['17/2'] })]);
      replaceLog(log, signed);
      log.staged.push(stagedOf(memoryEntry(300, { operationType: 'query', erases: ['18/2'] })));
    },
  },
  {
    code: 'OPENING_REMOVED',
    what: 'accounted for by an entry of another role than the eraser, numbered or staged',
    places: ['entry 17, opening 2', 'entry 18, opening 2'],
    alter: (log, made) => {
      const signed = memoryLog([...made.slice(0, 299), memoryEntry(299, { role: 'SUPPORT', erases: ['17/2'] })]);
      replaceLog(log, signed);
      log.staged.push(stagedOf(memoryEntry(300, { operationType: 'query', erases: ['18/2'] })));
      for (const number of [17, 18]) eraseOpening(log, number, 2);
    },
  },
  {
    code: 'ERASURE_UNDONE',
    what: 'an opening that is still there',
    places: ['entry 17, opening 2'],
    alter: (log) => void log.staged.push(stagedOf(memoryEntry(300, { erases: ['17/2'] }))),
  },
  {
    code: 'ERASURE_UNDONE',
    what: 'entries that are still there',
    places: ['entry 1'],
    alter: (log) => {
      log.staged.push(stagedOf(memoryEntry(300, { erases: ['0-9'] })));
      remove(log, 0);
      log.firstNumber = 10;
    },
  },
  {
    code: 'RETENTION_GAP',
    what: 'only the end of a range, so that earlier openings would be accounted for',
    places: [`staged entry ${idOf(300)}`],
    alter: (log) => pruneEnd(log),
  },
  {
    code: 'ENTRY_REMOVED',
    what: 'before the range that a retention claims',
    places: ['entry 17', 'entry 99'],
    alter: (log) => pruneEnd(log),
  },
  {
    code: 'COVERAGE_WRONG',
    what: 'at the end of a range that does not begin at 0',
    places: ['coverage'],
    alter: (log) => pruneEnd(log),
  },
  { code: 'COVERAGE_MISSING', what: 'its row removed', places: ['coverage'], alter: (log) => void (log.since = []) },
  { code: 'COVERAGE_MISSING', what: 'a second row', places: ['coverage'], alter: (log) => void log.since.push(log.since[0]!) },
  {
    code: 'COVERAGE_SINCE_WRONG',
    what: 'later than the first entry',
    places: ['coverage'],
    alter: (log) => void (log.since = ['2026-06-15T18:01:00.001Z']),
  },
  { code: 'COVERAGE_SINCE_WRONG', what: 'not a time', places: ['coverage'], alter: (log) => void (log.since = ['']) },
  { code: 'COVERAGE_WRONG', what: 'no retention was logged', places: ['coverage'], alter: (log) => void (log.firstNumber = 5) },
  {
    code: 'STAGED_ALTERED',
    what: 'its form, its leaf, its role, a salt, its root',
    places: [300, 301, 302, 303, 304].map((at) => `staged entry ${idOf(at)}`),
    alter: (log) => {
      const staged = (at: number) => stagedOf(memoryEntry(at));
      const one = staged(300);
      log.staged.push(
        { ...one, form: one.form!.replace('SERVICE_PROVISION', 'PAYMENT') },
        { ...staged(301), leaf: 'ab'.repeat(32) },
        { ...staged(302), role: 'RESIDENT' },
        { ...staged(303), salts: staged(303).salts },
        { ...staged(304), root: 'ab'.repeat(32) },
      );
    },
  },
];

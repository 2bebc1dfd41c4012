import { eraseSegment, idOf, memoryEntry, memoryLog, stagedOf, type MemoryLog } from '../../../helpers/log/memory-log.ts';
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

/** Erasures, retentions and staged entries. */
export const erasureCases: readonly Case[] = [
  {
    code: 'ERASURE_INCOMPLETE',
    what: 'the salt, the principal, the case, the authority or the data subject is still there',
    places: ['entry 17, segment 2', 'entry 18, segment 0', 'entry 19, segment 1', 'entry 20, segment 1', 'entry 21, segment 2'],
    alter: (log) => {
      const kept: readonly [number, number, keyof MemoryLog['entries'][number], unknown?][] = [
        [17, 2, 'salts'],
        [18, 0, 'principal'],
        [19, 1, 'case', idOf(1)],
        [20, 1, 'authority', idOf(1)],
        [21, 2, 'subjects'],
      ];
      for (const [number, ordinal, member, value] of kept) {
        const before = log.entries[number]!;
        eraseSegment(log, number, ordinal);
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
    code: 'SEGMENT_REMOVED',
    what: 'accounted for by an entry of another role than the eraser, numbered or staged',
    places: ['entry 17, segment 2', 'entry 18, segment 2'],
    alter: (log, made) => {
      const signed = memoryLog([...made.slice(0, 299), memoryEntry(299, { role: 'SUPPORT', erases: ['17/2'] })]);
      replaceLog(log, signed);
      log.staged.push(stagedOf(memoryEntry(300, { operationType: 'query', erases: ['18/2'] })));
      for (const number of [17, 18]) eraseSegment(log, number, 2);
    },
  },
  {
    code: 'ERASURE_UNDONE',
    what: 'a segment that is still there',
    places: ['entry 17, segment 2'],
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
    what: 'only the end of a range, so that earlier segments would be accounted for',
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
    what: 'its template, its leaf, its role, a salt, its root',
    places: [300, 301, 302, 303, 304].map((at) => `staged entry ${idOf(at)}`),
    alter: (log) => {
      const staged = (at: number) => stagedOf(memoryEntry(at));
      const one = staged(300);
      log.staged.push(
        { ...one, template: one.template!.replace('SERVICE_PROVISION', 'PAYMENT') },
        { ...staged(301), leaf: 'ab'.repeat(32) },
        { ...staged(302), role: 'RESIDENT' },
        { ...staged(303), salts: staged(303).salts },
        { ...staged(304), root: 'ab'.repeat(32) },
      );
    },
  },
];

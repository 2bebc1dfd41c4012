import { idOf, memoryEntry, memoryLog, stagedOf, type MemoryLog } from '../../../helpers/memory-log.ts';
import { entry, opening, type Case } from './case.ts';

/** Removes entries 17 and 99; an eraser's entry accounts only for the latter. */
function pruneEnd(log: MemoryLog): void {
  log.staged.push(stagedOf(memoryEntry(300, { erases: ['99-99'] })));
  for (const number of [99, 17]) {
    log.entries.splice(number, 1);
    log.groups.splice(number, 1);
  }
  log.firstNumber = 100;
}

/** Openings, views, erasures and staged entries. */
export const openingCases: readonly Case[] = [
  {
    code: 'OPENING_ALTERED',
    what: 'its salt',
    places: ['entry 17, opening 3'],
    alter: (log) => opening(log, 17, 3, { salt: 'ab'.repeat(32) }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'its salt shortened',
    places: ['entry 17, opening 3'],
    alter: (log) => opening(log, 17, 3, { salt: '' }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'its data subject',
    places: ['entry 17, opening 2'],
    alter: (log) => opening(log, 17, 2, { subject: idOf(4, 2) }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'a view, which affects every opening that refers to it',
    places: ['entry 17, opening 2', 'entry 17, opening 3'],
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views.replace('ENCOUNTER', 'SELF') }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'a view with a member that the opening would hide',
    places: ['entry 17, opening 2', 'entry 17, opening 3'],
    alter: (log) => entry(log, 17, { views: log.entries[17]!.views.replace('{', '{"kind":"x",') }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'the principal',
    places: ['entry 17, opening 0'],
    alter: (log) => opening(log, 17, 0, { content: JSON.stringify({ kind: 'principal', id: null }) }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'a number that would be written as null',
    places: ['entry 17, opening 1'],
    alter: (log) => opening(log, 17, 1, { content: '{"kind":"case","case":null,"mandate":1e999}' }),
  },
  {
    code: 'OPENING_ALTERED',
    what: 'the principal’s opening refers to a view, so that the view is not unused',
    places: ['entry 17, opening 0'],
    alter: (log) => opening(log, 17, 0, { seen: 0 }),
  },
  {
    code: 'OPENING_REMOVED',
    what: 'erased by an earlier entry, with an ordinal so large that it reaches the next entry',
    places: ['entry 17, opening 2'],
    alter: (log) => {
      log.staged.push(stagedOf(memoryEntry(300, { erases: [`16/${2 ** 20 + 2}`] })));
      log.groups[17]!.openings.splice(2, 1);
    },
  },
  {
    code: 'OPENING_REMOVED',
    what: 'a row of the index',
    places: ['entry 17, opening 2'],
    alter: (log) => void log.groups[17]!.openings.splice(2, 1),
  },
  {
    code: 'OPENING_ADDED',
    what: 'a row of the index',
    places: ['entry 17, opening 4'],
    alter: (log) => void log.groups[17]!.openings.push({ ...log.groups[17]!.openings[3]!, ordinal: 4 }),
  },
  {
    code: 'OPENING_ADDED',
    what: 'under another month',
    places: ['entry 17, opening 2'],
    alter: (log) => void log.groups.splice(17, 0, { number: 17, month: '2026-05-01', openings: [log.groups[17]!.openings[2]!] }),
  },
  {
    code: 'OPENING_ADDED',
    what: 'without an ordinal',
    places: ['entry 17, opening NaN'],
    alter: (log) => void log.groups[17]!.openings.push({ ...log.groups[17]!.openings[3]!, ordinal: Number.NaN }),
  },
  { code: 'OPENING_VIEW_UNKNOWN', what: 'out of range', places: ['entry 17, opening 2'], alter: (log) => opening(log, 17, 2, { seen: 1 }) },
  {
    code: 'OPENING_SUBJECT_TWICE',
    what: 'the same person',
    places: ['entry 17, opening 3'],
    alter: (log) => opening(log, 17, 3, { subject: log.groups[17]!.openings[2]!.subject }),
  },
  {
    code: 'VIEW_ADDED',
    what: 'a view that no opening uses',
    places: ['entry 17, view 1'],
    alter: (log) =>
      entry(log, 17, { views: JSON.stringify([...(JSON.parse(log.entries[17]!.views) as unknown[]), { relationship: 'SELF' }]) }),
  },
  {
    code: 'ERASURE_PRETENDED',
    what: 'by an entry of another role than the eraser',
    places: ['entry 299', `staged entry ${idOf(300)}`],
    alter: (log, made) => {
      // The owner of the database can stage any entry and have it numbered.
      const signed = memoryLog([...made.slice(0, 299), memoryEntry(299, { role: 'SUPPORT', erases: ['17/2'] })]);
      Object.assign(log, { keys: signed.keys, note: signed.note, entries: signed.entries, groups: signed.groups });
      for (const [key, tile] of signed.tiles) log.tiles.set(key, tile);
      log.staged.push(stagedOf(memoryEntry(300, { operationType: 'query', erases: ['18/2'] })));
    },
  },
  {
    code: 'OPENING_REMOVED',
    what: 'accounted for by an entry of another role than the eraser, numbered or staged',
    places: ['entry 17, opening 2', 'entry 18, opening 2'],
    alter: (log, made) => {
      const signed = memoryLog([...made.slice(0, 299), memoryEntry(299, { role: 'SUPPORT', erases: ['17/2'] })]);
      Object.assign(log, { keys: signed.keys, note: signed.note, entries: signed.entries, groups: signed.groups });
      for (const [key, tile] of signed.tiles) log.tiles.set(key, tile);
      log.staged.push(stagedOf(memoryEntry(300, { operationType: 'query', erases: ['18/2'] })));
      for (const number of [17, 18]) log.groups[number]!.openings.splice(2, 1);
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
      log.entries.splice(0, 1);
      log.groups.splice(0, 1);
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
    what: 'its header',
    places: [`staged entry ${idOf(300)}`],
    alter: (log) => {
      const staged = stagedOf(memoryEntry(300));
      log.staged.push({ ...staged, header: staged.header.replace('SERVICE_PROVISION', 'PAYMENT') });
    },
  },
];

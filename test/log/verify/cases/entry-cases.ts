import { idOf, memoryEntry, memoryLog } from '../../../helpers/log/memory-log.ts';
import { entry, replaceLog, type Case } from './case.ts';

/** Entries. */
export const entryCases: readonly Case[] = [
  {
    code: 'ENTRY_TIME_BACK',
    what: 'by a second more than any delay, by a day and by 59 days; one by the longest delay is none',
    places: ['entry 18', 'entry 19', 'entry 20'],
    alter: (log, made) => {
      const times = ['2026-06-15T17:49:00.000Z', '2026-06-15T17:48:59.000Z', '2026-06-14T18:00:00.000Z', '2026-04-17T18:00:00.000Z'];
      const backDated = times.map((at, place) => memoryEntry(17 + place, { at }));
      replaceLog(log, memoryLog([...made.slice(0, 17), ...backDated, ...made.slice(21)]));
    },
  },
  {
    code: 'ENTRY_TIME_AHEAD',
    what: 'by a day, which the entries after it show',
    places: ['entry 17'],
    alter: (log, made) => {
      replaceLog(log, memoryLog([...made.slice(0, 17), memoryEntry(17, { at: '2026-06-16T18:00:00.000Z' }), ...made.slice(18)]));
    },
  },
  {
    code: 'ENTRY_ALTERED',
    what: 'its template',
    places: ['entry 17'],
    alter: (log) => entry(log, 17, { template: log.entries[17]!.template!.replace('SERVICE_PROVISION', 'PAYMENT') }),
  },
  { code: 'ENTRY_ALTERED', what: 'not JSON', places: ['entry 17'], alter: (log) => entry(log, 17, { template: '{' }) },
  {
    code: 'ENTRY_ALTERED',
    what: 'a template that is not stored',
    places: ['entry 17'],
    alter: (log) => entry(log, 17, { template: undefined }),
  },
  {
    code: 'ENTRY_ALTERED',
    what: 'another id, time or operation, claims of a reading or of an erasure',
    places: ['entry 17', 'entry 18', 'entry 19', 'entry 20', 'entry 21', 'entry 22'],
    alter: (log) => {
      entry(log, 17, { id: idOf(999) });
      entry(log, 18, { at: '2016-06-15T18:00:00.000Z' });
      entry(log, 19, { operationHash: 'cd'.repeat(32) });
      entry(log, 20, { covers: '["ALL 1-2"]' });
      entry(log, 21, { erases: '["1/2"]' });
      entry(log, 22, { covers: 'not JSON' });
    },
  },
  {
    code: 'ENTRY_ALTERED',
    what: 'a member that the root would overwrite',
    places: ['entry 17'],
    alter: (log) => entry(log, 17, { template: log.entries[17]!.template!.replace('{', '{"segments":[],') }),
  },
  {
    code: 'ENTRY_ALTERED',
    what: 'a number that would be written as null',
    places: ['entry 17'],
    alter: (log) => entry(log, 17, { template: log.entries[17]!.template!.replace('"authority":null', '"authority":1e999') }),
  },
  {
    code: 'ENTRY_ALTERED',
    what: 'a salt cut off, so that it has another number of segments',
    places: ['entry 17'],
    alter: (log) => entry(log, 17, { salts: log.entries[17]!.salts.subarray(16) }),
  },
  {
    code: 'ENTRY_VERSION_UNKNOWN',
    what: 'signed with another version',
    places: ['entry 299'],
    alter: (log, made) => replaceLog(log, memoryLog([...made.slice(0, 299), memoryEntry(299, { version: 1 } as object)])),
  },
  { code: 'ROOT_ALTERED', what: 'the stored root', places: ['entry 17'], alter: (log) => entry(log, 17, { root: 'ab'.repeat(32) }) },
  { code: 'ENTRY_REMOVED', what: 'removed', places: ['entry 17'], alter: (log) => void log.entries.splice(17, 1) },
  {
    code: 'ENTRY_REMOVED',
    what: 'removed, and the coverage raised beyond it',
    places: ['entry 17'],
    alter: (log) => {
      log.entries.splice(17, 1);
      log.firstNumber = 18;
    },
  },
  {
    code: 'ENTRY_REMOVED',
    what: 'removed, and the later ones moved up',
    places: ['entry 17', 'entry 299'],
    alter: (log) => {
      log.entries.splice(17, 1);
      log.entries = log.entries.map((one, number) => ({ ...one, number }));
    },
  },
  {
    code: 'ENTRY_INSERTED',
    what: 'inserted, and the later ones moved down',
    places: ['entry 300', 'entry 17'],
    alter: (log) => {
      log.entries.splice(17, 0, { ...log.entries[17]!, template: log.entries[17]!.template!.replace('SERVICE_PROVISION', 'PAYMENT') });
      log.entries = log.entries.map((one, number) => ({ ...one, number }));
    },
  },
  {
    code: 'ENTRY_MOVED',
    what: 'two swapped',
    places: ['entry 17', 'entry 280'],
    alter: (log) => {
      const [one, other] = [log.entries[17]!, log.entries[280]!];
      log.entries[17] = { ...other, number: 17 };
      log.entries[280] = { ...one, number: 280 };
    },
  },
  { code: 'ENTRY_COPY_DIFFERS', what: 'another role', places: ['entry 18'], alter: (log) => entry(log, 18, { role: 'RESIDENT' }) },
  {
    code: 'ENTRY_ID_TWICE',
    what: 'one entry signed twice',
    places: ['entry 299'],
    alter: (log, made) => {
      const { id } = made[17]!.header;
      const twice = memoryLog([...made.slice(0, 299), memoryEntry(17)]);
      replaceLog(log, twice);
      if (twice.entries[299]!.id !== id) throw new Error('not the same id');
    },
  },
  { code: 'ENTRY_MONTH_BACK', what: 'an earlier month', places: ['entry 17'], alter: (log) => entry(log, 17, { month: '2026-05-01' }) },
  {
    code: 'ENTRY_MONTH_FAR',
    what: 'the first ones early enough for their retention to be over, and the last ones too late for it',
    places: ['entry 0', 'entry 1', 'entry 298', 'entry 299'],
    alter: (log) => {
      for (const [numbers, month] of [
        [[0, 1], '2016-06-01'],
        [[2, 3], '2026-05-01'],
        [[296, 297], '2026-07-01'],
        [[298], '2026-08-01'],
        [[299], 'infinity'],
      ] as const) {
        for (const number of numbers) {
          entry(log, number, { month });
        }
      }
    },
  },
  { code: 'ENTRY_MONTH_BACK', what: 'a later month', places: ['entry 17'], alter: (log) => entry(log, 17, { month: '2026-07-01' }) },
];

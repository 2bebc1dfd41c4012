import { templateOf, idOf, viewsText, type MemoryLog } from '../../../helpers/log/memory-log.ts';
import type { Case } from './case.ts';

/** Changes the row of the index for the data subject of an entry's segment 2. */
function posting(log: MemoryLog, number: number, change: Partial<MemoryLog['postings'][number]>): void {
  const at = placeOf(log, number);
  log.postings[at] = { ...log.postings[at]!, ...change };
}

function placeOf(log: MemoryLog, number: number): number {
  return log.postings.findIndex(({ subject, numbers }) => subject === idOf(number, 2) && numbers[0] === number);
}

const { id: views } = templateOf(viewsText);

/** The index by data subject, and the texts that entries share. */
export const indexCases: readonly Case[] = [
  ...(['ALTERED', 'REMOVED', 'ADDED'] as const).map((how) => ({
    code: `DEFINITION_${how}` as const,
    what: 'a view that readers are shown',
    places: ['view access_log.about'],
    alter: (log: MemoryLog) => void log.definitions.push({ object: 'view access_log.about', how }),
  })),
  {
    code: 'POSTING_REMOVED',
    what: 'a person’s row',
    places: ['entry 17, segment 2'],
    alter: (log) => void log.postings.splice(placeOf(log, 17), 1),
  },
  {
    code: 'POSTING_REMOVED',
    what: 'an entry moved to a row of the person in which readers do not look for it',
    places: ['entry 117, segment 2', 'entry 118, segment 2'],
    alter: (log) => {
      posting(log, 117, { numbers: [17, 117] });
      posting(log, 118, { numbers: [120, 118] });
    },
  },
  {
    code: 'POSTING_ADDED',
    what: 'for somebody whom the entry is not about, or for the same person again',
    places: ['entry 18', 'entry 17'],
    alter: (log) => {
      log.postings.push({ ...log.postings[placeOf(log, 17)]!, subject: idOf(4, 2) }, log.postings[placeOf(log, 18)]!);
    },
  },
  {
    code: 'POSTING_ADDED',
    what: 'for numbers without an entry, one that was passed already, and one that is none',
    places: ['entry 17', 'entry NaN', 'entry 300'],
    alter: (log) => posting(log, 299, { numbers: [299, 17, 300, Number.NaN] }),
  },
  {
    code: 'POSTING_ALTERED',
    what: 'its month, its kind, its authority',
    places: ['entry 17, segment 2', 'entry 18, segment 2', 'entry 19, segment 2'],
    alter: (log) => {
      posting(log, 17, { month: '2026-07-01' });
      posting(log, 18, { kind: 2 });
      posting(log, 19, { authority: idOf(1) });
    },
  },
  {
    code: 'TEMPLATE_ALTERED',
    what: 'its text, its id, what readers see, or all but its id',
    places: [views, 'ab'.repeat(16), views, views].map((id) => `template ${id}`),
    alter: (log) => {
      const template = templateOf(viewsText);
      const text = viewsText.replace('ENCOUNTER', 'SELF');
      log.templates = [
        { ...template, text },
        { ...template, id: 'ab'.repeat(16) },
        { ...template, content: text },
        { ...template, text, content: text },
      ];
    },
  },
];

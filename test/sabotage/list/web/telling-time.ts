import type { Sabotage } from '../../patch.ts';

/** The days and times of the municipality. */
export const tellingTime: readonly Sabotage[] = [
  {
    sentence: 'Pages show days by the time zone data of the browser.',
    edits: [{ in: 'useFormats.instants', replace: "timeZone: 'UTC'", by: "timeZone: 'America/Edmonton'" }],
    tests: ['test/web/resident/months.test.ts'],
  },
  {
    sentence: 'Pages miss the last change of the clocks.',
    edits: [{ in: 'offsetAt', replace: 'offsets.findLast', by: 'offsets.slice(0, -1).findLast' }],
    tests: ['test/web/resident/months.test.ts', 'test/platform/time/calendar.test.ts'],
  },
  {
    sentence: 'Pages go by the clock of the machine, which can be on another day.',
    edits: [{ in: 'setClock', replace: '$CLOCK.now - Date.now()', by: '0 * $CLOCK.now' }],
    tests: ['test/platform/time/calendar.test.ts'],
  },
  {
    sentence: 'The time zone of the settings is not used: days begin where the demo is.',
    edits: [{ in: 'createApp', drop: 'dependencies.calendar' }],
    tests: ['test/town/statement/privacy-statement-resolvers.test.ts'],
  },
  {
    sentence: 'The eraser may prune half a month.',
    edits: [{ in: 'months', text: "kept_from <> date_trunc('month', kept_from)::date or", by: '' }],
    tests: ['test/platform/postgres/roles/roles.test.ts'],
  },
];

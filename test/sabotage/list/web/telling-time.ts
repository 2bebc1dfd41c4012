import type { Sabotage } from '../../patch.ts';

const clock = 'web/src/elements/local-time.ts';

/** The days and times of the municipality. */
export const tellingTime: readonly Sabotage[] = [
  {
    sentence: 'Pages show days by the time zone data of the browser.',
    edits: [
      {
        file: 'web/src/elements/use-formats.ts',
        from: "{ dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' }",
        to: "{ dateStyle: 'long', timeStyle: 'short', timeZone: 'America/Edmonton' }",
      },
    ],
    tests: ['test/web/months.test.ts'],
  },
  {
    sentence: 'Pages miss the last change of the clocks.',
    edits: [{ file: clock, from: 'offsets.findLast(([at]) => at <= time)', to: 'offsets.slice(0, -1).findLast(([at]) => at <= time)' }],
    tests: ['test/web/months.test.ts', 'test/platform/time/calendar.test.ts'],
  },
  {
    sentence: 'Pages go by the clock of the machine, which can be on another day.',
    edits: [{ file: clock, from: 'ahead = clock.now - Date.now();', to: 'ahead = 0 * clock.now;' }],
    tests: ['test/platform/time/calendar.test.ts'],
  },
  {
    sentence: 'The time zone of the settings is not used: days begin where the demo is.',
    edits: [
      {
        file: 'src/server/http/app.ts',
        from: 'calendar: dependencies.calendar ?? createCalendar(usualTimeZone)',
        to: 'calendar: createCalendar(usualTimeZone)',
      },
    ],
    tests: ['test/town/statement/privacy-statement-resolvers.test.ts'],
  },
  {
    sentence: 'The eraser may prune half a month.',
    edits: [
      {
        file: 'src/log/database/months.ts',
        from: "if kept_from <> date_trunc('month', kept_from)::date or kept_from > ",
        to: 'if kept_from > ',
      },
    ],
    tests: ['test/platform/postgres/roles.test.ts'],
  },
];

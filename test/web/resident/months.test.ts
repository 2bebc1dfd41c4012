import { beforeAll, expect, test } from '@jest/globals';
import { globSync, readFileSync } from 'node:fs';
import { setClock } from '../../../web/src/elements/time/local-time.ts';
import { monthOf, monthsUntil } from '../../../web/src/resident/who-looked/month-of.ts';

// Six hours behind UTC in summer, and seven in the winter before.
beforeAll(() =>
  setClock({
    now: 0,
    offsets: [
      [0, -420],
      [Date.parse('2026-03-08T09:00:00Z'), -360],
    ],
  }),
);

test('a month begins and ends where the municipality is, wherever the browser is', () => {
  expect(monthOf('2026-06-01T05:59:59Z')).toBe('2026-05');
  expect(monthOf('2026-06-01T06:00:00Z')).toBe('2026-06');
});

test('the last twelve months end with the one that it is in the municipality', () => {
  const months = monthsUntil(Date.parse('2026-01-01T06:59:59Z'));
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-01', '2025-12']);
  expect(monthsUntil(Date.parse('2026-06-15T12:00:00Z')).slice(5, 8)).toEqual(['2025-12', '2026-01', '2026-02']);
});

test('no module of the pages writes days or times but in UTC: local time comes from the gateway', () => {
  const modules = globSync('web/src/**/*.{ts,tsx}').filter((path) => !path.includes('/generated/'));
  expect(modules.length).toBeGreaterThan(100);
  const written = modules.flatMap((path) =>
    [
      ...readFileSync(path, 'utf8').matchAll(
        /\btoLocale(?:Date|Time)String\b|\bDateTimeFormat\([^;]*?(?:\)\.|;)|\bget(?:Hours|Date|Day|Month|FullYear)\(/g,
      ),
    ].map(([text]) => ({ path, text })),
  );
  expect(written.length).toBeGreaterThan(3);
  expect(written.filter(({ text }) => !text.includes("timeZone: 'UTC'"))).toEqual([]);
});

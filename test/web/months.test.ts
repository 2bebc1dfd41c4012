import { expect, test } from '@jest/globals';
import { monthOf, monthsUntil } from '../../web/src/resident/who-looked/month-of.ts';

test('a month begins and ends where the municipality is, wherever the browser is', () => {
  expect(monthOf('2026-06-01T05:59:59Z')).toBe('2026-05');
  expect(monthOf('2026-06-01T06:00:00Z')).toBe('2026-06');
});

test('the last twelve months end with the one that it is in the municipality', () => {
  const months = monthsUntil(Date.parse('2026-01-01T06:59:59Z'));
  expect([months.length, months[0], months.at(-1)]).toEqual([12, '2025-01', '2025-12']);
  expect(monthsUntil(Date.parse('2026-06-15T12:00:00Z')).slice(5, 8)).toEqual(['2025-12', '2026-01', '2026-02']);
});

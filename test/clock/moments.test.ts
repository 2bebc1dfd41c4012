import { expect, test } from '@jest/globals';
import { momentsAfter } from './moments.ts';
import { allSuites } from './suites.ts';

// Over four years, with the leap day of 2028. The command must work on each day.
const days = Array.from({ length: 130 }, (_, at) => new Date(Date.UTC(2026, 5, 15 + 11 * at, 23, 59)));

test('every moment is still to come, and is on the day that its name says, whichever day it is', () => {
  const named = (name: string, time: string): RegExp | undefined => {
    const [, day = '', month = ''] = /^(\d+)-([a-z]+)$/.exec(name) ?? [];
    if (day === '') return undefined;
    const number = new Date(`1 ${month} 2000 UTC`).getUTCMonth() + 1;
    return new RegExp(`^\\d{4}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}T${time}$`);
  };
  const wrong = days.flatMap((now) =>
    momentsAfter(now).flatMap(({ name, at }) => {
      const fits = named(name, at.toISOString().slice(11))?.test(at.toISOString()) ?? true;
      return at > now && fits ? [] : [`${now.toISOString()}: ${name} at ${at.toISOString()}`];
    }),
  );
  expect(wrong).toEqual([]);
});

test('the other moments are what they say', () => {
  const at = new Map(momentsAfter(new Date('2026-11-30T12:00:00Z')).map((moment) => [moment.name, moment.at.toISOString()]));
  expect(
    Object.fromEntries(['28-february', '29-february', 'long-weekend', 'two-years', 'midnight'].map((name) => [name, at.get(name)])),
  ).toEqual({
    '28-february': '2027-02-28T20:00:00.000Z',
    '29-february': '2028-02-29T20:00:00.000Z',
    'long-weekend': '2027-09-03T18:00:00.000Z',
    'two-years': '2028-11-30T12:00:00.000Z',
    midnight: '2027-11-01T00:00:00.000Z',
  });
  // 2027-03-14 and 2027-11-07, at two o'clock in Winnipeg.
  expect([at.get('to-summer-time'), at.get('from-summer-time')]).toEqual(['2027-03-14T08:00:00.000Z', '2027-11-07T07:00:00.000Z']);
});

test('the suites that know a date are found, and no pure one is among them', () => {
  const suites = new Map(allSuites(process.cwd()).map((suite) => [suite.path, suite]));
  const known = [
    'test/platform/postgres/roles/roles.test.ts',
    'test/cli/log/change/prune-log.test.ts',
    'test/identity/sessions/sessions.test.ts',
  ];
  expect(known.filter((path) => !suites.get(path)?.knowsDate)).toEqual([]);
  expect(suites.get('test/town/policy/decide.test.ts')).toMatchObject({ knowsDate: false, startsProcesses: false });
  expect(suites.get('test/web/counter/counter.test.ts')).toMatchObject({ hasBrowser: true });
});

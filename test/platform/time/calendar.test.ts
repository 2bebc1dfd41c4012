import { describe, expect, test } from '@jest/globals';
import { createCalendar, isTimeZone, usualTimeZone } from '../../../src/platform/time/calendar.ts';
import { dayOf, gatewayTime, localOf, setClock, startOfDay } from '../../../web/src/elements/time/local-time.ts';

const hour = 3_600_000;
const [from, until] = [new Date('1990-01-01T00:00:00Z'), new Date('2036-01-01T00:00:00Z')];
// Half an hour from UTC, UTC itself, and summer time in the south.
const zones = [usualTimeZone, 'America/St_Johns', 'Pacific/Kiritimati', 'Australia/Lord_Howe', 'Europe/London', 'UTC'];

/** Local time as Node writes it, to the minute. */
function written(timeZone: string, at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at).replace(' ', 'T');
}

describe.each(zones)('in %s', (timeZone) => {
  const calendar = createCalendar(timeZone);
  const offsets = calendar.offsets(from, until);
  // Every 35 hours, and around each change of the clocks since the last that was not at a quarter of an hour.
  const instants = [
    ...Array.from({ length: 1_000 }, (_, at) => new Date(Date.UTC(2025, 0, 1) + at * 35 * hour)),
    ...offsets.slice(1).flatMap(([at]) => (at < Date.UTC(2012, 0, 1) ? [] : [-1, 0, 60_000].map((later) => new Date(at + later)))),
  ];

  test('the gateway and its pages have the day and the time of Node, whatever a browser knows about the zone', () => {
    setClock({ now: 0, offsets });
    const right = instants.map((at) => written(timeZone, at));
    expect(instants.map((at) => localOf(at.getTime()).toISOString().slice(0, 16))).toEqual(right);
    expect(instants.map((at) => dayOf(at.toISOString()))).toEqual(right.map((text) => text.slice(0, 10)));
    expect(instants.map((at) => calendar.dayOf(at))).toEqual(right.map((text) => text.slice(0, 10)));
    expect(instants.map((at) => calendar.hourOf(at).slice(0, 13))).toEqual(right.map((text) => text.slice(0, 13)));
  });

  test('a day begins where the one before ends', () => {
    setClock({ now: 0, offsets });
    const days = [...new Set(instants.map((at) => calendar.dayOf(at)))];
    const around = days.map((day) => [-1, 0].map((later) => calendar.dayOf(new Date(Date.parse(startOfDay(day)) + later)) === day));
    expect(around).toEqual(days.map(() => [false, true]));
    expect(startOfDay('2027-01-31', 1)).toBe(startOfDay('2027-02-01'));
  });
});

test('pages go by the time of the gateway, not by that of the machine', () => {
  setClock({ now: Date.parse('2041-05-01T00:00:00Z'), offsets: [] });
  expect(gatewayTime().slice(0, 10)).toBe('2041-05-01');
});

test('an instant of the year 999 is on a day of four digits', () => {
  expect(createCalendar(usualTimeZone).dayOf(new Date('0999-12-31T12:00:00Z'))).toBe('0999-12-31');
});

test('an offset is no time zone, and neither is an unknown name', () => {
  expect([...zones, 'Etc/GMT+7'].filter((name) => !isTimeZone(name))).toEqual([]);
  expect(['', '-06:00', 'Atlantis/Capital'].filter(isTimeZone)).toEqual([]);
});

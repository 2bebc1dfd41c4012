import { expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fewest } from '../../../../src/town/services/visits/suppress.ts';
import { suppressVisits, type VisitCell } from '../../../../src/town/services/visits/suppress-visits.ts';

const dimensions = ['SECTION', 'BROWSER', 'PLATFORM'] as const;

function cell(section: string, browser: string, platform: string, visits: number): VisitCell {
  return { SECTION: section, BROWSER: browser, PLATFORM: platform, visits };
}

test('a visit with a suppressed value is in no other count', () => {
  const { SECTION, BROWSER, PLATFORM } = suppressVisits([
    cell('/', 'Chrome', 'Windows', 100),
    cell('/camps', 'Chrome', 'Windows', 30),
    cell('/rare', 'Chrome', 'Linux', 3),
    cell('/', 'Firefox', 'Linux', 40),
  ]);
  expect(SECTION).toEqual([
    { value: '/', visits: 140 },
    { value: '/camps', visits: null },
    { value: '/rare', visits: null },
  ]);
  expect(BROWSER).toEqual([
    { value: 'Chrome', visits: 100 },
    { value: 'Firefox', visits: 40 },
  ]);
  expect(PLATFORM).toEqual([
    { value: 'Linux', visits: 40 },
    { value: 'Windows', visits: 100 },
  ]);
});

test('a value of which too little is left is suppressed too', () => {
  const { BROWSER } = suppressVisits([
    cell('/', 'Chrome', 'Windows', 100),
    cell('/', 'Lynx', 'Windows', 8),
    cell('/camps', 'Lynx', 'Windows', 30),
    cell('/rare', 'Lynx', 'Windows', 3),
  ]);
  expect(BROWSER).toEqual([
    { value: 'Chrome', visits: 100 },
    { value: 'Lynx', visits: null },
  ]);
});

const names = (prefix: string): fc.Arbitrary<string> => fc.integer({ min: 0, max: 4 }).map((number) => `${prefix}${number}`);
const cells = fc.uniqueArray(
  fc
    .tuple(names('/s'), names('b'), names('p'), fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 400 })))
    .map(([section, browser, platform, visits]) => cell(section, browser, platform, visits)),
  { maxLength: 30, selector: ({ SECTION, BROWSER, PLATFORM }) => `${SECTION} ${BROWSER} ${PLATFORM}` },
);

test('every shown count is of visits of which each value is shown, and at least the threshold; no suppressed count is settled', () => {
  fc.assert(
    fc.property(cells, (given) => {
      const statistics = suppressVisits(given);
      const shown = Object.fromEntries(
        dimensions.map((dimension) => [
          dimension,
          new Set(statistics[dimension].flatMap(({ value, visits }) => (visits === null ? [] : [value]))),
        ]),
      );
      const whole = given.filter((one) => dimensions.every((dimension) => shown[dimension]!.has(one[dimension])));
      const sum = (some: readonly VisitCell[]): number => some.reduce((total, { visits }) => total + visits, 0);
      const closed = sum(given) - sum(whole);
      for (const dimension of dimensions) {
        const hidden = statistics[dimension].filter(({ visits }) => visits === null);
        for (const { value, visits } of statistics[dimension]) {
          if (visits !== null) {
            expect(visits).toBe(sum(whole.filter((one) => one[dimension] === value)));
            expect(visits).toBeGreaterThanOrEqual(fewest);
          }
        }
        const isElsewhere = dimensions.some(
          (other) => other !== dimension && new Set(given.map((one) => one[other])).size > shown[other]!.size,
        );
        const least = hidden.length > 1 || isElsewhere ? 1 : closed;
        if (hidden.length > 0) expect(least).toBeLessThan(closed - hidden.length + 1);
      }
    }),
  );
});

import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LineLimit } from '../../../../src/server/observe/logging/line-limit.ts';

/** A limit with a clock of its own. Each written line is noted with its second. */
function limited(): {
  readonly say: (key: string) => void;
  readonly pass: (milliseconds: number) => void;
  readonly limit: LineLimit;
  readonly lines: Line[];
} {
  let now = 0;
  const lines: Line[] = [];
  const limit = new LineLimit(() => now);
  return {
    limit,
    lines,
    pass: (milliseconds) => void (now += milliseconds),
    say: (key) => {
      const at = (): number => now;
      if (limit.admits({ key, writeLeftOut: (leftOut) => lines.push({ key, at: at(), leftOut }) })) lines.push({ key, at: now });
    },
  };
}

interface Line {
  readonly key: string;
  readonly at: number;
  readonly leftOut?: number;
}

describe('the limit of lines', () => {
  test('writes the first line of a cause at once, and counts its repetitions in the next second', () => {
    const { say, pass, limit, lines } = limited();
    for (let time = 0; time < 400; time += 1) say('DATABASE_UNAVAILABLE ECONNREFUSED');
    expect(lines).toEqual([{ key: 'DATABASE_UNAVAILABLE ECONNREFUSED', at: 0 }]);
    pass(1_000);
    say('DATABASE_UNAVAILABLE ECONNREFUSED');
    expect(lines.slice(1)).toEqual([{ key: 'DATABASE_UNAVAILABLE ECONNREFUSED', at: 1_000, leftOut: 399 }]);
    limit.flush();
    expect(lines.slice(2)).toEqual([{ key: 'DATABASE_UNAVAILABLE ECONNREFUSED', at: 1_000, leftOut: 1 }]);
  });

  test('writes two different causes', () => {
    const { say, lines } = limited();
    for (const key of ['one', 'other', 'one', 'other']) say(key);
    expect(lines.map(({ key }) => key)).toEqual(['one', 'other']);
  });

  test('writes at most ten lines in a second, and loses no count, whatever happens', () => {
    const steps = fc.array(fc.record({ key: fc.integer({ min: 0, max: 40 }), pass: fc.constantFrom(0, 0, 0, 1, 100, 999, 1_000, 5_000) }), {
      maxLength: 400,
    });
    fc.assert(
      fc.property(steps, (all) => {
        const { say, pass, limit, lines } = limited();
        for (const step of all) {
          pass(step.pass);
          say(`cause ${step.key}`);
        }
        const perInstant = Map.groupBy(lines, ({ at }) => at);
        for (const same of perInstant.values()) expect(same.length).toBeLessThanOrEqual(10);
        limit.flush();
        const told = lines.reduce((sum, { leftOut }) => sum + (leftOut ?? 1), 0);
        expect(told).toBe(all.length);
      }),
    );
  });
});

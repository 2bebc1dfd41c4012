import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { FairBound } from '../../../src/platform/fairness/bounds.ts';

const never = (): void => undefined;

describe('a fair bound', () => {
  test('takes from the holder that has the most, its largest and latest share', () => {
    const bound = new FairBound(10);
    const lost: string[] = [];
    const take = (holder: string, amount: number, name: string) => bound.reserve(holder, amount, () => lost.push(name));
    take('a', 3, 'a1');
    take('a', 3, 'a2');
    take('a', 2, 'a3');
    take('b', 2, 'b1');
    take('c', 1, 'c1');
    expect([lost, bound.total]).toEqual([['a2'], 8]);
    take('b', 2, 'b2');
    // Now a has 5, b has 4 and c has 1. Of equals, the one that asks for more loses.
    take('b', 1, 'b3');
    expect([lost, bound.total]).toEqual([['a2', 'b2'], 9]);
  });

  test('refuses one more holder while all others have as little', () => {
    const bound = new FairBound(2);
    let isLost = false;
    bound.reserve('a', 1, never);
    bound.reserve('b', 1, never);
    bound.reserve('c', 1, () => (isLost = true));
    expect([isLost, bound.total]).toEqual([true, 2]);
  });

  test('counts nothing of a share that has ended, however often it ends', () => {
    const bound = new FairBound(4);
    const share = bound.reserve('a', 3, never);
    bound.release(share);
    bound.release(share);
    bound.grow(share, 5);
    expect(bound.total).toBe(0);
  });

  test('is never exceeded, and loses each share at most once', () => {
    const step = fc.record({ holder: fc.nat(4), by: fc.nat(6), share: fc.nat(9), does: fc.constantFrom('take', 'grow', 'end') });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const bound = new FairBound(12);
        const shares: ReturnType<FairBound['reserve']>[] = [];
        const losses: number[] = [];
        for (const { holder, by, share, does } of steps) {
          const chosen = shares[share % Math.max(shares.length, 1)];
          if (does === 'take') {
            const at = losses.push(0) - 1;
            shares.push(bound.reserve(`${holder}`, by, () => void (losses[at]! += 1)));
          } else if (chosen && does === 'grow') bound.grow(chosen, by);
          else if (chosen) bound.release(chosen);
          expect(bound.total).toBeLessThanOrEqual(12);
          expect(losses.filter((count) => count > 1)).toEqual([]);
        }
        for (const share of shares) bound.release(share);
        expect(bound.total).toBe(0);
      }),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { CountedSubjects } from '../../../src/engine/budgets/read-budgets.ts';
import type { Spent } from '../../../src/engine/budgets/spent.ts';

const hour = '2026-06-15T18';
const spent = (used: number): Spent => ({ within: true, hour: { used, added: 1, limit: 10 }, day: { used, added: 1, limit: 20 } });

describe('counted data subjects', () => {
  test('are remembered by principal and purpose, for their hour', () => {
    const counted = new CountedSubjects();
    counted.add('receptionist DUES', hour, ['a', 'b'], spent(2));
    counted.add('receptionist DUES', hour, ['b', 'c'], spent(3));
    expect([...counted.at('receptionist DUES', hour)!.subjects]).toEqual(['a', 'b', 'c']);
    expect(counted.size).toBe(3);
    expect(counted.at('receptionist RECEPTION', hour)).toBeUndefined();
    expect(counted.at('receptionist DUES', '2026-06-15T19')).toBeUndefined();
  });

  test('are all forgotten once another hour begins', () => {
    const counted = new CountedSubjects();
    counted.add('receptionist', hour, ['a'], spent(1));
    counted.add('secretary', hour, ['a', 'b'], spent(2));
    counted.add('receptionist', '2026-06-15T19', ['c'], spent(1));
    expect(counted.at('secretary', hour)).toBeUndefined();
    expect([...counted.at('receptionist', '2026-06-15T19')!.subjects]).toEqual(['c']);
    expect(counted.size).toBe(1);
  });

  test('are bounded: the oldest principals are forgotten', () => {
    const counted = new CountedSubjects(3);
    counted.add('one', hour, ['a', 'b'], spent(2));
    counted.add('two', hour, ['a'], spent(1));
    expect(counted.size).toBe(3);
    counted.add('two', hour, ['b'], spent(2));
    expect(counted.at('one', hour)).toBeUndefined();
    expect([...counted.at('two', hour)!.subjects]).toEqual(['a', 'b']);
    // One who alone has more than that is not remembered at all.
    counted.add('three', hour, ['a', 'b', 'c', 'd'], spent(4));
    expect(counted.size).toBe(0);
  });

  test('keep the highest count, in whatever order the answers come', () => {
    const counted = new CountedSubjects();
    counted.add('receptionist', hour, ['a'], spent(2));
    counted.add('receptionist', hour, ['b'], spent(1));
    expect(counted.at('receptionist', hour)!.spent.day.used).toBe(2);
    counted.add('receptionist', hour, ['c'], spent(3));
    expect(counted.at('receptionist', hour)!.spent.day.used).toBe(3);
  });
});

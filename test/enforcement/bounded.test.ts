import { describe, expect, test } from '@jest/globals';
import { BoundedMap } from '../../src/enforcement/bounded.ts';

describe('a bounded map', () => {
  test('forgets past a number of entries what was longest not asked for', () => {
    const map = new BoundedMap<number>({ entries: 2 });
    map.keep('a', 1);
    map.keep('b', 2);
    expect(map.get('a')).toBe(1);
    map.keep('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  test('forgets past a number of bytes, and keeps nothing that is larger by itself', () => {
    const map = new BoundedMap<string>({ entries: 10, bytes: 10, sizeOf: ({ length }) => length });
    map.keep('a', '1234');
    map.keep('b', '1234');
    map.keep('c', '123456');
    expect([map.get('a'), map.get('b'), map.get('c'), map.bytes]).toEqual([undefined, '1234', '123456', 10]);
    map.keep('d', '12345678901');
    expect([map.get('d'), map.size, map.bytes]).toEqual([undefined, 2, 10]);
    // The other value in its place counts, and not both.
    map.keep('b', '1');
    expect([map.get('b'), map.size, map.bytes]).toEqual(['1', 2, 7]);
    expect([map.delete('b'), map.delete('b'), map.size, map.bytes]).toEqual([true, false, 1, 6]);
  });

  test('keeps what is offered again, while it is remembered that it was', () => {
    const map = new BoundedMap<number>({ entries: 10 });
    map.keepAgain('a', 1);
    expect(map.get('a')).toBeUndefined();
    map.keepAgain('a', 1);
    expect(map.get('a')).toBe(1);

    map.keepAgain('b', 2);
    for (let other = 0; other < 5_000; other += 1) map.keepAgain(`x${other}`, other);
    map.keepAgain('b', 2);
    expect([map.get('b'), map.size]).toEqual([undefined, 1]);
  });

  test('does not grow with what comes once, and loses nothing by it', () => {
    const map = new BoundedMap<number>({ entries: 3, bytes: 30, sizeOf: () => 10 });
    map.keep('a', 1);
    for (let other = 0; other < 10_000; other += 1) map.keepAgain(`x${other}`, other);
    expect([map.get('a'), map.size, map.bytes]).toEqual([1, 1, 10]);
  });
});

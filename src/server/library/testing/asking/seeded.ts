import { Choices } from './choices.ts';

/** Makes numbers from a seed: the same seed makes the same numbers (Mulberry32). Pure. */
export function seededNumbers(seed: number, count: number): readonly number[] {
  let state = seed | 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  });
}

/** Choices from a seed. */
export function seededChoices(seed: number, count = 400): Choices {
  return new Choices(seededNumbers(seed, count));
}

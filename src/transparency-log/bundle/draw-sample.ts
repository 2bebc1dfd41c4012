import { hash } from 'node:crypto';

/**
 * Draws numbers by a seed, so that whoever has both can draw them again: those whose SHA-256 of the
 * seed and the number, in decimal behind it, is the smallest.
 * @returns so many, or all, in the order of their hashes: a larger sample begins with a smaller one
 */
export function drawSample(numbers: readonly number[], seed: string, size: number): number[] {
  return numbers
    .map((number) => ({ number, by: hash('sha256', `${seed}${number}`) }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1))
    .slice(0, size)
    .map(({ number }) => number);
}

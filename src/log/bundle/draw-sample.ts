import { hash } from 'node:crypto';

/**
 * Draws numbers by a seed, reproducibly: those with the smallest SHA-256 of the seed followed by the decimal number.
 * @returns `size` numbers, or all if there are fewer, in the order of their hashes: a larger sample begins with a smaller
 *   one
 */
export function drawSample(numbers: readonly number[], seed: string, size: number): number[] {
  return numbers
    .map((number) => ({ number, by: hash('sha256', `${seed}${number}`) }))
    .toSorted((one, other) => (one.by < other.by ? -1 : 1))
    .slice(0, size)
    .map(({ number }) => number);
}

import { createHash } from 'node:crypto';

/** A source of choices that gives the same ones for the same seed, for ever. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number;
  /** A whole number, at least 0 and below `limit`. */
  below(limit: number): number;
  /** A whole number within both bounds. */
  between(least: number, most: number): number;
  /** True in `share` of the cases, from 0 to 1. */
  chance(share: number): boolean;
  /** One of a list that is not empty. */
  pick<T>(list: readonly T[]): T;
  /** In the form of a UUID v4 (RFC 9562). Never for anything that must not be guessed. */
  uuid(): string;
}

/**
 * Makes a source of choices (the generator sfc32). Each subject area has its own seed, so that a
 * further draw in one of them leaves the others as they were.
 */
export function createRandom(seed: string): Random {
  const digest = createHash('sha256').update(seed).digest();
  let a = digest.readInt32LE(0);
  let b = digest.readInt32LE(4);
  let c = digest.readInt32LE(8);
  let counter = digest.readInt32LE(12);

  const word = (): number => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  const fraction = (): number => word() / 2 ** 32;
  const below = (limit: number): number => Math.floor(fraction() * limit);
  return {
    fraction,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (share) => fraction() < share,
    pick: <T>(list: readonly T[]): T => list[below(list.length)]!,
    uuid: () => {
      const [first, second, third, fourth] = [hex(word()), hex(word()), hex(word()), hex(word())];
      const variant = '89ab'[word() & 3];
      return `${first}-${second.slice(0, 4)}-4${second.slice(5)}-${variant}${third.slice(1, 4)}-${third.slice(4)}${fourth}`;
    },
  };
}

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

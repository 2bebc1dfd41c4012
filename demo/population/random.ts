import { createHash } from 'node:crypto';

/** A source of random choices. The same seed gives the same choices. */
export interface Random {
  /** At least 0, below 1. */
  fraction(): number;
  /** A whole number, at least 0 and below `limit`. */
  below(limit: number): number;
  /** A whole number, at least `least` and at most `most`. */
  between(least: number, most: number): number;
  /** True with a probability from 0 to 1. */
  chance(probability: number): boolean;
  /** An item of a list, which must not be empty. */
  pick<T>(list: readonly T[]): T;
  /** In the form of a UUID v4 (RFC 9562). It can be guessed: never use it for a secret. */
  uuid(): string;
}

/**
 * Makes a source of random choices (the generator sfc32). Each subject area has its own seed, so that a further
 * draw in one area does not change the others.
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
    chance: (probability) => fraction() < probability,
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

import { isDeepStrictEqual } from 'node:util';
import type { Random } from '../../demo/population/random.ts';

/** Flips one bit. */
export function flipBit(bytes: Buffer, random: Random): Buffer {
  const flipped = Buffer.from(bytes);
  const at = random.below(flipped.length);
  flipped[at] = flipped[at]! ^ (1 << random.below(8));
  return flipped;
}

/** Flips one bit of a JSON text so that it is still a valid jsonb for PostgreSQL, with another value. */
export function flipJson(text: string, random: Random): string {
  for (;;) {
    const flipped = flipText(text, random);
    try {
      if (!isDeepStrictEqual(JSON.parse(flipped), JSON.parse(text))) return flipped;
    } catch {
      // Not JSON: try another bit.
    }
  }
}

/** Flips one bit of a text so that it is still a valid text for PostgreSQL. */
export function flipText(text: string, random: Random): string {
  for (;;) {
    const flipped = flipBit(Buffer.from(text), random);
    const read = flipped.toString();
    if (!flipped.includes(0) && Buffer.from(read).equals(flipped)) return read;
  }
}

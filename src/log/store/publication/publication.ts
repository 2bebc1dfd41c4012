import { randomInt } from 'node:crypto';
import { longestPosting } from '../numbering/postings.ts';

/** When the tree is published, and how it is padded: no one outside can tell from its size how many entries it has. */
export interface Publication {
  /** Milliseconds. The tree is published at each multiple of it since 1970, whether or not there are entries. */
  readonly every: number;
  /** @returns POSIX milliseconds */
  readonly now: () => number;
  /** @returns a random integer from 0 to below that bound */
  readonly random: (below: number) => number;
}

/** The most leaves of one batch. */
export const largestBatch = longestPosting;
/** The leaves that a publication has: as many as the next step. A busier one has several batches. */
const steps: readonly number[] = [16, 64, 256, largestBatch];
/** As many entries as can be imagined on top, at random. Filling a step to its end does not reveal whether one more entry came. */
const blur = 16;

/** How the tree is published. @param seconds between two publications. 0: entries are numbered at once, without padding */
export function publishEvery(seconds: number): Publication | undefined {
  return seconds === 0 ? undefined : { every: seconds * 1_000, now: Date.now, random: (below) => randomInt(below) };
}

/** The number of the period that has begun last. */
export function periodOf({ every, now }: Publication): number {
  return Math.floor(now() / every);
}

/** How many leaves a batch has with so many that are needed. */
export function paddedSize(needed: number, { random }: Publication): number {
  return steps.find((step) => step >= Math.min(needed + random(blur), largestBatch)) ?? largestBatch;
}

/**
 * Draws the places of entries among the leaves of a batch: all are equally likely, so that a place tells nothing about other entries.
 * @returns `count` different places below `size`, in random order
 */
export function drawPlaces(count: number, size: number, { random }: Publication): readonly number[] {
  const places = Array.from({ length: size }, (_, at) => at);
  for (let at = 0; at < count; at++) {
    const other = at + random(size - at);
    [places[at], places[other]] = [places[other]!, places[at]!];
  }
  return places.slice(0, count);
}

import { hash } from 'node:crypto';
import { createRandomPool } from '../random-pool.ts';
import { headerForms, openingDigest, SubjectDigests } from '../transparency-log/digests.ts';
import { saltLength, type Entry, type Header, type Openings } from '../transparency-log/entry.ts';

const pooled = createRandomPool();

/**
 * Creates an entry: salts the openings, puts their digests into the header, and hashes the header.
 * @param random returns that many random bytes; called once, for all salts
 */
export function createEntry(
  header: Omit<Header, 'version' | 'openings'>,
  openings: Openings,
  random: (length: number) => Buffer = pooled,
): Entry {
  const salts = random(saltLength * openings.length);
  const subjects = new SubjectDigests();
  const digests = openings.map((content, at) => {
    const saltAt = at * saltLength;
    if (content.kind === 'subject') return subjects.digest(salts, saltAt, content);
    return openingDigest(salts.subarray(saltAt, saltAt + saltLength), content);
  });
  const whole: Header = { version: 1, ...header, openings: digests };
  const { leaf, stored } = headerForms(whole);
  return { header: whole, stored, openings, salts, leaf, leafHash: hash('sha256', Buffer.concat([Buffer.of(0), leaf])) };
}

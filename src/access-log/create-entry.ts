import { hash } from 'node:crypto';
import { createRandomPool } from '../random-pool.ts';
import { saltLength, type Entry, type Header, type Openings } from '../transparency-log/entry.ts';
import { HeaderForms } from '../transparency-log/header-forms.ts';
import { hashLength, hashTree } from '../transparency-log/hashes.ts';
import { OpeningLeaves } from '../transparency-log/opening-leaves.ts';

const pooled = createRandomPool();
// They remember the texts that entries share as long as their lists live. What they return depends on their arguments alone.
const headerForms = new HeaderForms();
const openingLeaves = new OpeningLeaves();

/**
 * Creates an entry: salts the openings, puts the root of their tree into the header, and hashes the header. It is fastest for
 * headers with the same list of root fields and views with the same lists: the text that they share is remembered by these.
 * @param random returns that many random bytes; called once, for all salts
 */
export function createEntry(
  header: Omit<Header, 'version' | 'openings'>,
  openings: Openings,
  random: (length: number) => Buffer = pooled,
): Entry {
  const salts = random(saltLength * openings.length);
  const root = hashTree(hashOpenings(openings, salts));
  const whole: Header = { version: 2, ...header, openings: { root: root.toString('hex'), size: openings.length } };
  const { leaf, form } = headerForms.of(whole);
  return { header: whole, form, root, openings, salts, leaf, leafHash: hash('sha256', Buffer.concat([Buffer.of(0), leaf])) };
}

/** The leaf hashes of the openings, concatenated. */
function hashOpenings(openings: Openings, salts: Buffer): Buffer {
  const hashes = Buffer.allocUnsafe(hashLength * openings.length);
  openings.forEach((content, at) => openingLeaves.write(hashes, at * hashLength, salts, at * saltLength, content));
  return hashes;
}

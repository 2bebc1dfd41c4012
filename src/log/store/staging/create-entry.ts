import { hash } from 'node:crypto';
import { createRandomPool } from '../../../platform/random/random-pool.ts';
import { saltLength, type Entry, type Header, type Openings } from '../../entry/entry.ts';
import { headerForms } from '../../entry/header-forms.ts';
import { hashLength, hashTree } from '../../tree/hashes.ts';
import { OpeningLeaves } from '../../entry/opening-leaves.ts';

const pooled = createRandomPool();
// It remembers texts as long as their lists live. The result depends on the arguments alone.
const openingLeaves = new OpeningLeaves();

/**
 * Creates an entry: salts the openings, puts the root of their tree into the header, and hashes the header. It is fastest where data
 * subjects share lists of coordinates: the text that these have in common is remembered.
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
  const { leaf, form } = headerForms(whole);
  return { header: whole, form, root, openings, salts, leaf, leafHash: hash('sha256', Buffer.concat([Buffer.of(0), leaf])) };
}

/** The leaf hashes of the openings, concatenated. */
function hashOpenings(openings: Openings, salts: Buffer): Buffer {
  const hashes = Buffer.allocUnsafe(hashLength * openings.length);
  openings.forEach((content, at) => openingLeaves.write(hashes, at * hashLength, salts, at * saltLength, content));
  return hashes;
}

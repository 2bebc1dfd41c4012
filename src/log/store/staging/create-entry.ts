import { hash } from 'node:crypto';
import { createRandomPool } from '../../../platform/random/random-pool.ts';
import { saltLength, type Entry, type Header, type Segments } from '../../entry/entry.ts';
import { serializeHeader } from '../../entry/serialize-header.ts';
import { hashLength, hashTree } from '../../tree/hashes.ts';
import { SegmentLeaves } from '../../entry/segment-tree.ts';

/** A text that many entries share, stored once. */
export interface Template {
  /** The first 16 bytes of the text's SHA-256, as a UUID in hex. */
  readonly id: string;
  /** RFC 8785 JSON. */
  readonly text: string;
}

/** The most templates that are remembered. */
const mostKnown = 4_096;
const known = new Map<string, Template>();

/** The template of a text. Pure; it remembers texts, because hashing one takes longer than finding it. */
export function templateOf(text: string): Template {
  const found = known.get(text);
  if (found) return found;
  const template = { id: hash('sha256', text).slice(0, 32), text };
  if (known.size >= mostKnown) known.clear();
  known.set(text, template);
  return template;
}

const pooled = createRandomPool();
// It remembers texts as long as their lists live. The result depends on the arguments alone.
const segmentLeaves = new SegmentLeaves();

/**
 * Creates an entry: salts the segments, puts the root of their tree into the header, and hashes the header. It is fastest where data
 * subjects share lists of coordinates: the text that these have in common is remembered.
 * @param random returns that many random bytes; called once, for all salts
 */
export function createEntry(
  header: Omit<Header, 'version' | 'segments'>,
  segments: Segments,
  random: (length: number) => Buffer = pooled,
): Entry {
  const salts = random(saltLength * segments.length);
  const root = hashTree(hashSegments(segments, salts));
  const whole: Header = { version: 2, ...header, segments: { root: root.toString('hex'), size: segments.length } };
  const { leaf, template } = serializeHeader(whole);
  return { header: whole, template, root, segments, salts, leaf, leafHash: hash('sha256', Buffer.concat([Buffer.of(0), leaf])) };
}

/** The leaf hashes of the segments, concatenated. */
function hashSegments(segments: Segments, salts: Buffer): Buffer {
  const hashes = Buffer.allocUnsafe(hashLength * segments.length);
  segments.forEach((content, at) => segmentLeaves.write(hashes, at * hashLength, salts, at * saltLength, content));
  return hashes;
}

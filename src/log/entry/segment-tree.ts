import { hash } from 'node:crypto';
import { canonicalForm } from '../encoding/canonical-form.ts';
import { saltLength, type Segment } from './entry.ts';
import { hashLength, hashTree } from '../tree/hashes.ts';
import { auditPath } from '../tree/tree-range.ts';

/** Where a segment's content begins in the hash input of its leaf: after 0x00 (RFC 6962 §2.1) and the salt. */
export const contentAt = 1 + saltLength;

/** The hash input of a segment's leaf, without its salt. @param form the content's RFC 8785 form */
export function leafInput(form: string): Buffer {
  const input = Buffer.alloc(contentAt + Buffer.byteLength(form));
  input.write(form, contentAt);
  return input;
}

/** The leaf hash of a segment (RFC 6962 §2.1): SHA-256 of 0x00, the salt and the content's RFC 8785 form. */
export function hashSegment(salt: Uint8Array, content: Segment): Buffer {
  const input = leafInput(canonicalForm(content));
  input.set(salt, 1);
  return hash('sha256', input, 'buffer');
}

/**
 * The audit path (RFC 6962 §2.1.1) of one segment.
 * @param leafHashes of all segments of the entry, concatenated; those of erased segments are stored
 */
export function segmentPath(leafHashes: Uint8Array, ordinal: number): Buffer[] {
  const all = { start: 0n, end: BigInt(leafHashes.length / hashLength) };
  return auditPath(BigInt(ordinal), all).map(({ start, end }) =>
    hashTree(leafHashes.subarray(Number(start) * hashLength, Number(end) * hashLength)),
  );
}

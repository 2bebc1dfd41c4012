import { hash } from 'node:crypto';
import { canonicalForm } from '../encoding/canonical-form.ts';
import { saltLength, type Segment, type SubjectSegment, type View } from './entry.ts';
import { hashLength, hashTree } from '../tree/hashes.ts';
import { auditPath } from '../tree/tree-range.ts';

/** Where a segment's content begins in the hash input of its leaf: after 0x00 (RFC 6962 §2.1) and the salt. */
const contentAt = 1 + saltLength;

/** The hash input of a segment's leaf, without its salt. @param form the content's RFC 8785 form */
function leafInput(form: string): Buffer {
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

const idAt = contentAt + '{"id":"'.length;
/** Characters of a UUID. */
const idLength = 36;
const noId = '-'.repeat(idLength);
/** The most relationships and withheld lists that are remembered for one list of released coordinates. */
const mostAlike = 8;

interface Frame extends Pick<View, 'relationship' | 'withheld'> {
  readonly input: Buffer;
}

/**
 * Hashes segments. Data subjects with the same view share its lists, also those of later entries, and their hash inputs differ only in
 * salt and id. The common part is serialised once and remembered as long as the list of released coordinates lives.
 */
export class SegmentLeaves {
  readonly #frames = new WeakMap<readonly string[], Frame[]>();

  /**
   * Writes the leaf hash of a segment, as `hashSegment` gives it.
   * @param salts holds the salt's 16 bytes at `saltAt`
   */
  write(hashes: Buffer, hashAt: number, salts: Buffer, saltAt: number, content: Segment): void {
    const input = this.#inputOf(content);
    if (!input) {
      hashes.set(hashSegment(salts.subarray(saltAt, saltAt + saltLength), content), hashAt);
      return;
    }
    salts.copy(input, 1, saltAt, saltAt + saltLength);
    hashes.write(hash('sha256', input, 'binary'), hashAt, 'latin1');
  }

  /** The hash input with room for the salt. Members are in RFC 8785 order; JSON.stringify writes strings as the RFC demands. */
  #inputOf(content: Segment): Buffer | undefined {
    if (content.kind === 'principal') return leafInput(JSON.stringify({ id: content.id, kind: content.kind }));
    if (content.kind === 'case') return leafInput(JSON.stringify({ authority: content.authority, case: content.case, kind: content.kind }));
    // An id of another form would have another length or need escaping.
    if (!/^[\da-f-]{36}$/.test(content.id)) return undefined;
    const input = this.#frameOf(content);
    input.write(content.id, idAt, idLength, 'latin1');
    return input;
  }

  #frameOf({ relationship, released, withheld }: SubjectSegment): Buffer {
    let frames = this.#frames.get(released);
    if (!frames) this.#frames.set(released, (frames = []));
    for (const frame of frames) if (frame.withheld === withheld && frame.relationship === relationship) return frame.input;
    const content: SubjectSegment = { id: noId, kind: 'subject', relationship, released, withheld };
    const input = leafInput(JSON.stringify(content));
    if (frames.length >= mostAlike) frames.length = 0;
    frames.push({ relationship, withheld, input });
    return input;
  }
}

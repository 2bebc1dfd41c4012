import { decodeBase64, hashLength, hashNode, parseDecimal, sameBytes, type Bytes } from './bytes.ts';
import { verifyCheckpoint, type Checkpoint } from './checkpoint.ts';
import { LogFailure } from './log-failure.ts';
import type { LogKey } from './log-keys.ts';

/** The most hashes of an audit path: a tree's size is a 64-bit number. */
export const longestProof = 64;

/** A verified proof: the entry is at this place of the tree of this checkpoint. */
export interface Proven {
  readonly index: bigint;
  readonly checkpoint: Checkpoint;
}

/**
 * Verifies that the leaf is in the log (C2SP tlog-proof). Witnesses' cosignatures are not read.
 * @param text as `AccessLog.inclusionProof` has it
 * @throws {LogFailure} LOG_PROOF_INVALID, LOG_SIZE_INVALID, and what `verifyCheckpoint` throws
 */
export async function verifyProof(text: string, leafHash: Uint8Array, keys: readonly LogKey[]): Promise<Proven> {
  const { index, hashes, note } = parseProof(text);
  const checkpoint = await verifyCheckpoint(note, keys);
  const root = await includingRoot(index, checkpoint.size, leafHash, hashes);
  if (!sameBytes(root, checkpoint.root)) throw new LogFailure('LOG_PROOF_INVALID');
  return { index, checkpoint };
}

const mostCharacters = 256 * 1024;

function parseProof(text: string): { readonly index: bigint; readonly hashes: readonly Bytes[]; readonly note: string } {
  const end = text.indexOf('\n\n');
  if (text.length > mostCharacters || end < 0) throw new LogFailure('LOG_PROOF_INVALID');
  const [first, ...lines] = text.slice(0, end).split('\n');
  if (lines[0]?.startsWith('extra ') && decodeBase64(lines.shift()!.slice('extra '.length)) === undefined)
    throw new LogFailure('LOG_PROOF_INVALID');
  const index = parseDecimal(/^index (\d+)$/.exec(lines.shift() ?? '')?.[1] ?? '');
  if (first !== 'c2sp.org/tlog-proof@v1' || index === undefined || lines.length > longestProof) throw new LogFailure('LOG_PROOF_INVALID');
  return { index, hashes: lines.map(hashOf), note: text.slice(end + 2) };
}

function hashOf(line: string): Bytes {
  const hash = decodeBase64(line, hashLength);
  if (!hash) throw new LogFailure('LOG_PROOF_INVALID');
  return hash;
}

/**
 * The root of the only tree of that size that has the leaf at `index` with this audit path (RFC 9162 §2.1.3.2).
 * @throws {LogFailure} LOG_SIZE_INVALID: the index is not below the size; LOG_PROOF_INVALID: the hashes are too many or too few
 */
export async function includingRoot(index: bigint, size: bigint, leafHash: Uint8Array, proof: readonly Uint8Array[]): Promise<Uint8Array> {
  if (index < 0n || index >= size) throw new LogFailure('LOG_SIZE_INVALID');
  let [node, last, hash] = [index, size - 1n, leafHash];
  for (const sibling of proof) {
    if (last === 0n) throw new LogFailure('LOG_PROOF_INVALID');
    if (isRight(node) || node === last) {
      hash = await hashNode(sibling, hash);
      // On the right edge, skip the levels where the node has no sibling.
      for (; !isRight(node) && node !== 0n; last >>= 1n) node >>= 1n;
    } else {
      hash = await hashNode(hash, sibling);
    }
    node >>= 1n;
    last >>= 1n;
  }
  if (last !== 0n) throw new LogFailure('LOG_PROOF_INVALID');
  return hash;
}

function isRight(node: bigint): boolean {
  return (node & 1n) === 1n;
}

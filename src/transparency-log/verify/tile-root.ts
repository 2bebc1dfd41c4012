import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';

/**
 * The root (RFC 6962 §2.1) of a full tile.
 * @param hashes 256 of them, one behind the other
 */
export function tileRoot(hashes: Uint8Array): Uint8Array {
  // One buffer for all that is hashed: a log of a million entries has as many nodes.
  const input = Buffer.allocUnsafe(1 + 2 * hashLength);
  input[0] = 1;
  const nodes = Buffer.from(hashes);
  for (let width = nodes.length / hashLength; width > 1; width /= 2) {
    for (let at = 0; at < width / 2; at++) {
      nodes.copy(input, 1, at * 2 * hashLength, (at * 2 + 2) * hashLength);
      nodes.write(hash('sha256', input, 'binary'), at * hashLength, 'latin1');
    }
  }
  return nodes.subarray(0, hashLength);
}

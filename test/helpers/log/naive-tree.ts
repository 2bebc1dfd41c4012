import { createHash } from 'node:crypto';

const sha256 = (...parts: Uint8Array[]): Uint8Array => createHash('sha256').update(Buffer.concat(parts)).digest();

/**
 * A Merkle tree written as RFC 6962 §2.1 defines it, recursively and over arrays of leaves. Tests compare the real tree with
 * it. It caches the hashes of ranges, so that a test can ask for all of them.
 */
export class NaiveTree {
  readonly leaves: Uint8Array[];
  readonly #hashes = new Map<number, Uint8Array>();

  /** @param leaves their data, or how many to make up */
  constructor(leaves: number | readonly Uint8Array[]) {
    this.leaves = typeof leaves === 'number' ? Array.from({ length: leaves }, (_, at) => Buffer.from(`leaf ${at}`)) : [...leaves];
  }

  leafHash(at: number): Uint8Array {
    return this.#mth(at, at + 1);
  }

  get leafHashes(): Uint8Array[] {
    return this.leaves.map((_, at) => this.leafHash(at));
  }

  root(size: number): Uint8Array {
    return this.#mth(0, size);
  }

  /** PATH(index, D[size]). */
  inclusionProof(index: number, size: number): Uint8Array[] {
    const path = (m: number, from: number, to: number): Uint8Array[] => {
      const n = to - from;
      if (n === 1) return [];
      const k = split(n);
      return m < k ? [...path(m, from, from + k), this.#mth(from + k, to)] : [...path(m - k, from + k, to), this.#mth(from, from + k)];
    };
    return path(index, 0, size);
  }

  /** PROOF(size1, D[size2]). */
  consistencyProof(size1: number, size2: number): Uint8Array[] {
    const subproof = (m: number, from: number, to: number, b: boolean): Uint8Array[] => {
      const n = to - from;
      if (m === n) return b ? [] : [this.#mth(from, to)];
      const k = split(n);
      return m <= k
        ? [...subproof(m, from, from + k, b), this.#mth(from + k, to)]
        : [...subproof(m - k, from + k, to, false), this.#mth(from, from + k)];
    };
    return subproof(size1, 0, size2, true);
  }

  #mth(from: number, to: number): Uint8Array {
    if (from === to) return sha256();
    const key = from * 100_000 + to;
    let hash = this.#hashes.get(key);
    if (!hash) {
      const k = split(to - from);
      hash =
        to - from === 1
          ? sha256(Buffer.of(0), this.leaves[from]!)
          : sha256(Buffer.of(1), this.#mth(from, from + k), this.#mth(from + k, to));
      this.#hashes.set(key, hash);
    }
    return hash;
  }
}

/** The largest power of two below n. */
function split(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

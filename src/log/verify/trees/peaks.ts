import { emptyRoot, hashNode } from '../../tree/hashes.ts';

/** The roots of the perfect trees that make up a tree, the largest first. They are enough to extend it and to compute its root. */
export class Peaks {
  readonly #peaks: { readonly hash: Uint8Array; readonly height: number }[];

  /** @param of the peaks to copy; they are not changed */
  constructor(of?: Peaks) {
    this.#peaks = of ? [...of.#peaks] : [];
  }

  /** Appends a perfect tree of that height. No tree so far may be lower. */
  add(hash: Uint8Array, height: number): void {
    let peak = { hash, height };
    for (let last = this.#peaks.at(-1); last?.height === peak.height; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { hash: hashNode(last.hash, peak.hash), height: peak.height + 1 };
    }
    this.#peaks.push(peak);
  }

  /** The current root (RFC 6962 §2.1). */
  root(): Uint8Array {
    const [last, ...larger] = this.#peaks.toReversed();
    if (!last) return emptyRoot;
    return larger.reduce((right, { hash }) => hashNode(hash, right), last.hash);
  }
}

import { emptyRoot, hashNode } from '../hashes.ts';

/** The roots of the perfect trees that a tree begins with, the largest first: enough to extend it and to give its root. */
export class Peaks {
  readonly #peaks: { readonly hash: Uint8Array; readonly height: number }[];

  /** @param of peaks to go on from; these stay as they are */
  constructor(of?: Peaks) {
    this.#peaks = of ? [...of.#peaks] : [];
  }

  /** Puts a perfect tree of that height at the end; there must be none that is lower yet. */
  add(hash: Uint8Array, height: number): void {
    let peak = { hash, height };
    for (let last = this.#peaks.at(-1); last?.height === peak.height; last = this.#peaks.at(-1)) {
      this.#peaks.pop();
      peak = { hash: hashNode(last.hash, peak.hash), height: peak.height + 1 };
    }
    this.#peaks.push(peak);
  }

  /** The root (RFC 6962 §2.1) of the tree so far. */
  root(): Uint8Array {
    const [last, ...larger] = this.#peaks.toReversed();
    if (!last) return emptyRoot;
    return larger.reduce((right, { hash }) => hashNode(hash, right), last.hash);
  }
}

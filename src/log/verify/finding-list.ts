/** Something wrong with a log or a bundle, and where. No part of it is about a person. */
export interface FindingOf<Code extends string> {
  readonly code: Code;
  /** Such as `entry 17`, `entry 17, segment 3`, `tile/0/000.p/41`, `checkpoint`, `receipt of <entry id>`. */
  readonly place: string;
  readonly sentence: string;
}

/** The most findings that are listed: a log that is altered everywhere must not fill the memory. */
export const mostListed = 10_000;

/** Collects findings, each with the sentence that a catalogue has for its code. */
export class FindingList<Code extends string> {
  readonly #catalogue: Readonly<Record<Code, string>>;
  readonly #listed: FindingOf<Code>[] = [];
  #unlisted = 0;

  constructor(catalogue: Readonly<Record<Code, string>>) {
    this.#catalogue = catalogue;
  }

  add(code: Code, place: string): void {
    if (this.#listed.length < mostListed) this.#listed.push({ code, place, sentence: this.#catalogue[code] });
    else this.#unlisted += 1;
  }

  get listed(): readonly FindingOf<Code>[] {
    return this.#listed;
  }

  /** How many findings are not listed. */
  get unlisted(): number {
    return this.#unlisted;
  }
}

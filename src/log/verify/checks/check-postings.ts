import type { Row } from '../source/row.ts';
import type { Findings } from '../log-findings.ts';
import type { EntryStore, StoredPosting } from '../source/log-source.ts';
import { firstSubject } from '../source/segment-reader.ts';
import { places } from '../source/places.ts';

/**
 * Compares the index by data subject with the entries: each data subject of an entry needs the entry in a row of their own, and no row
 * may have another. A finding never names the person.
 */
export class PostingCheck {
  readonly #store: EntryStore;
  readonly #findings: Findings;
  /** The rows of entries that were not compared yet, by number and data subject. */
  readonly #waiting = new Map<number, Map<string, StoredPosting>>();
  #next = 0;

  constructor(store: EntryStore, findings: Findings) {
    this.#store = store;
    this.#findings = findings;
  }

  add(posting: StoredPosting): void {
    const [first = Number.NaN] = posting.numbers;
    for (const number of posting.numbers) {
      const waiting = this.#waiting.get(number) ?? new Map<string, StoredPosting>();
      // Readers, who look for a number among rows that begin shortly before it, would not find the entry in this row.
      const isLost = !(number >= Math.max(first, this.#next) && number < first + this.#store.longestPosting);
      if (isLost || waiting.has(posting.subject)) this.#findings.add('POSTING_ADDED', places.entry(number));
      else this.#waiting.set(number, waiting.set(posting.subject, posting));
    }
  }

  /**
   * Compares an entry. Must be called for each number, ascending.
   * @param stored the stored entry; undefined: none has this number
   * @param isSigned whether it is the one that was signed. If not, no one knows whom it is about
   */
  compare(number: number, stored: Row | undefined, isSigned: boolean): void {
    this.#next = number + 1;
    const waiting = this.#waiting.get(number);
    this.#waiting.delete(number);
    if (stored && !isSigned) return;
    if (stored?.header) {
      const { entry, header } = stored;
      for (const [at, subject] of entry.subjects.entries()) {
        if (subject === null) continue;
        const place = places.segment(number, firstSubject + at);
        const posting = waiting?.get(subject);
        waiting?.delete(subject);
        if (!posting) this.#findings.add('POSTING_REMOVED', place);
        else if (!isRight(posting, entry.month, this.#store.postingKindOf(entry, header.template, subject)))
          this.#findings.add('POSTING_ALTERED', place);
      }
    }
    for (const _posting of waiting?.keys() ?? []) this.#findings.add('POSTING_ADDED', places.entry(number));
  }

  /** Reports what is left. Must be called last. */
  end(): void {
    for (const [number, postings] of this.#waiting) for (const _one of postings) this.#findings.add('POSTING_ADDED', places.entry(number));
  }
}

function isRight(posting: StoredPosting, month: string, { kind, authority }: ReturnType<EntryStore['postingKindOf']>): boolean {
  return posting.month === month && posting.kind === kind && posting.authority === authority;
}

import { hash } from 'node:crypto';
import { hashLeaf, hashLength } from '../../tree/hashes.ts';
import type { Padding } from '../../tree/padding.ts';
import type { FirstKept } from './check-coverage.ts';
import { checkSegments } from './check-segments.ts';
import { PostingCheck } from './check-postings.ts';
import { Erasures } from './erasures.ts';
import type { Findings } from '../log-findings.ts';
import { hashAll, type TileLeaves } from '../trees/tile-leaves.ts';
import { HeaderReader, type ReadHeader } from '../source/header-reader.ts';
import { IdList } from '../source/id-list.ts';
import type { EntryStore, StagedEntry, StoredEntry, StoredPosting } from '../source/log-source.ts';
import { MisplacedEntries } from './misplaced-entries.ts';
import { MonthCheck } from './check-months.ts';
import { TimeCheck } from './check-times.ts';
import { SegmentReader } from '../source/segment-reader.ts';
import type { Row } from '../source/row.ts';
import { places } from '../source/places.ts';
import type { Erased } from '../verification.ts';

/** The version of the headers that this verifier knows. */
const knownVersion = 2;

/** The leaf hashes that were signed, beginning with number `first`, and the bundle's data for them. */
export interface SignedLeaves extends Pick<TileLeaves, 'bundle' | 'bundleData'> {
  readonly first: number;
  readonly hashes: Buffer;
}

/** Compares entries, their segments and the index by data subject with the signed leaves, range by range, ascending. */
export class EntryCheck {
  readonly #findings: Findings;
  readonly #firstNumber: number;
  readonly padding: Padding | undefined;
  readonly #headers = new HeaderReader();
  readonly #reader = new SegmentReader();
  readonly #ids = new IdList();
  readonly #erasures = new Erasures();
  readonly #misplaced = new MisplacedEntries();
  readonly #months: MonthCheck;
  readonly #times: TimeCheck;
  readonly #postings: PostingCheck;
  segments = 0;
  /** How many leaves from the first kept entry on are padding. */
  padded = 0;
  /** The first entry that matches its signed leaf. */
  first: FirstKept | undefined;

  /**
   * @param firstNumber entries with lower numbers are past their retention
   * @param padding undefined: it is not known
   */
  constructor(firstNumber: number, padding: Padding | undefined, store: EntryStore, findings: Findings) {
    this.padding = padding;
    this.#firstNumber = firstNumber;
    this.#findings = findings;
    this.#months = new MonthCheck(findings);
    this.#times = new TimeCheck(findings);
    this.#postings = new PostingCheck(store, findings);
  }

  /** Parses entries and computes the roots of their segments and their leaves. */
  read(entries: readonly StoredEntry[]): Row[] {
    return entries.map((entry) => {
      const segments = this.#reader.read(entry, entry.erased);
      const header = this.#headers.read(entry, entry.root, segments.size);
      return { entry, segments, header, data: header && hash('sha256', header.canonical) };
    });
  }

  /** Takes rows of the index; `compare` must be called next for the entries that they begin with. */
  addPostings(postings: readonly StoredPosting[]): void {
    for (const posting of postings) this.#postings.add(posting);
  }

  /** Compares the entries below one tile. `rows` are all rows with these numbers. */
  compare(rows: readonly Row[], leaves: SignedLeaves): void {
    const bundleIsSigned = leaves.bundle?.equals(leaves.hashes) ?? false;
    let row = 0;
    for (let at = 0; at * hashLength < leaves.hashes.length; at++) {
      const number = leaves.first + at;
      const firstRow = row;
      while (rows[row]?.entry.number === number) row++;
      const signed = leaves.hashes.subarray(at * hashLength, (at + 1) * hashLength);
      const isSigned = (data: string | undefined): boolean =>
        data !== undefined && (bundleIsSigned ? data === leaves.bundleData[at] : hashAll([data]).equals(signed));
      this.#compareEntry(number, rows.slice(firstRow, row), signed, isSigned);
    }
  }

  /** Checks an entry that has no number yet. It is not signed, but its erasures have already happened. */
  staged(staged: StagedEntry): void {
    const place = places.staged(staged.id);
    const { size, root } = this.#reader.read(staged, null);
    const read = this.#headers.read(staged, staged.root, size);
    const isWhole = root === staged.root && read?.template['role'] === staged.role;
    if (!read || !isWhole || hash('sha256', read.canonical) !== staged.leaf) this.#findings.add('STAGED_ALTERED', place);
    else {
      if (read.claimsWithoutRight) this.#findings.add('ERASURE_PRETENDED', place);
      this.#erasures.claim(read.erases, staged.id, Number.MAX_SAFE_INTEGER);
    }
  }

  /** Reports what only the whole log shows. Must be called last. */
  end(): { readonly erased: readonly Erased[]; readonly pruned: boolean } {
    this.#misplaced.report(this.#findings);
    this.#postings.end();
    for (const number of this.#ids.duplicates()) this.#findings.add('ENTRY_ID_TWICE', places.entry(number));
    const { erased, purged } = this.#erasures.report(this.#findings, this.#firstNumber);
    for (const { first, last } of this.#erasures.missing) {
      for (let number = Math.max(first, purged); number <= last; number++) this.#findings.add('ENTRY_REMOVED', places.entry(number));
    }
    return { erased, pruned: purged > 0 };
  }

  #compareEntry(number: number, rows: readonly Row[], signed: Buffer, isSigned: (data: string | undefined) => boolean): void {
    // Padding was never an entry. Below the first number, the difference does not matter.
    if (rows.length === 0 && number >= this.#firstNumber && isSigned(this.padding?.leafAt(number)?.toString('hex'))) {
      this.padded += 1;
      this.#postings.compare(number, undefined, false);
      return;
    }
    const whole = rows.find(({ data }) => isSigned(data));
    // If only the stored root is wrong, the root that the segments give is the signed one.
    const rootAltered = whole ? undefined : rows.find((row) => isSigned(this.#dataOf(row)));
    const signedRow = whole ?? rootAltered;
    if (rootAltered) this.#findings.add('ROOT_ALTERED', places.entry(number));
    if (!signedRow && rows.length === 0) this.#erasures.missingEntry(number);
    // An entry past its retention was not moved, and remembering all of them would fill the memory.
    if (!signedRow && (rows.length > 0 || number >= this.#firstNumber)) this.#misplaced.addUnmatchedNumber(number, signed);
    for (const row of rows) {
      const leafHash = row === signedRow || row.data === undefined ? undefined : hashAll([row.data]);
      if (row !== signedRow) this.#misplaced.addUnmatchedRow(number, leafHash, signedRow !== undefined, this.#findings);
    }
    if (signedRow?.header) this.#checkSignedRow(signedRow, signedRow.header);
    const chosen = signedRow ?? rows[0];
    if (chosen) this.#months.add(number, chosen.entry.month, signedRow && signedRow.entry.at);
    if (chosen) this.segments += checkSegments(chosen, rootAltered !== undefined, this.#findings, this.#erasures);
    this.#postings.compare(number, chosen, signedRow !== undefined);
  }

  /** The leaf's data with the root that the segments give. */
  #dataOf({ entry, segments }: Row): string | undefined {
    const header = segments.root === undefined ? undefined : this.#headers.read(entry, segments.root, segments.size);
    return header && hash('sha256', header.canonical);
  }

  #checkSignedRow({ entry }: Row, { template, claimsWithoutRight, erases }: ReadHeader): void {
    const { number, id, at, role } = entry;
    this.first ??= { at, month: entry.month };
    this.#times.add(number, at);
    if (template['version'] !== knownVersion) this.#findings.add('ENTRY_VERSION_UNKNOWN', places.entry(number));
    if (role !== template['role']) this.#findings.add('ENTRY_COPY_DIFFERS', places.entry(number));
    this.#ids.add(number, id);
    if (claimsWithoutRight) this.#findings.add('ERASURE_PRETENDED', places.entry(number));
    if (erases.length > 0) this.#erasures.claim(erases, number, number);
  }
}

/** The leaf hashes computed from the entries, concatenated; those of padding, or zeros, where there is no entry. */
export function computedLeaves(rows: readonly Row[], first: number, width: number, padding: Padding | undefined): Buffer {
  const made = Buffer.alloc(width * hashLength);
  for (let at = 0; padding && at < width; at++) made.set(hashLeaf(padding.leafAt(first + at)!), at * hashLength);
  for (const { entry, data } of rows) if (data !== undefined) made.set(hashAll([data]), (entry.number - first) * hashLength);
  return made;
}

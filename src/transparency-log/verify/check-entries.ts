import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';
import type { FirstKept } from './check-coverage.ts';
import { checkOpenings } from './check-openings.ts';
import { Erasures } from './erasures.ts';
import type { Findings } from './log-findings.ts';
import { hashAll, type TileLeaves } from './tile-leaves.ts';
import { HeaderReader, type ReadHeader } from './header-reader.ts';
import { IdList } from './id-list.ts';
import type { OpeningGroup, StagedEntry, StoredEntry, StoredRange } from './log-source.ts';
import { MisplacedEntries } from './misplaced-entries.ts';
import { MonthCheck } from './check-months.ts';
import { OpeningTemplates } from './opening-templates.ts';
import { places } from './places.ts';
import type { Erased } from './verification.ts';

/** An entry with what its leaf comes to. */
export interface Row {
  readonly entry: StoredEntry;
  readonly header: ReadHeader | undefined;
  /** The leaf's data, hex, made of the header; undefined where there is none. */
  readonly data: string | undefined;
}

/** The leaf hashes that were signed, from a number on, and what the bundle says of them. */
export interface SignedLeaves extends Pick<TileLeaves, 'bundle' | 'bundleData'> {
  readonly first: number;
  readonly hashes: Buffer;
}

/** Holds entries and their openings against the leaves that were signed, in ascending ranges. */
export class EntryCheck {
  readonly #findings: Findings;
  readonly #firstNumber: number;
  readonly #headers = new HeaderReader();
  readonly #templates = new OpeningTemplates();
  readonly #ids = new IdList();
  readonly #erasures = new Erasures();
  readonly #misplaced = new MisplacedEntries();
  readonly #months: MonthCheck;
  openings = 0;
  /** The first entry that is what was signed. */
  first: FirstKept | undefined;

  /** @param firstNumber entries below are past their retention */
  constructor(firstNumber: number, findings: Findings) {
    this.#firstNumber = firstNumber;
    this.#findings = findings;
    this.#months = new MonthCheck(findings);
  }

  /** Makes the leaves of entries. */
  read(entries: readonly StoredEntry[]): Row[] {
    return entries.map((entry) => {
      const header = this.#headers.read(entry.header, entry.digests);
      return { entry, header, data: header && hash('sha256', header.canonical) };
    });
  }

  /** Compares one tile's entries and openings, all rows of these numbers. */
  compare(rows: readonly Row[], groups: readonly OpeningGroup[], leaves: SignedLeaves): void {
    const trusted = leaves.bundle?.equals(leaves.hashes) ?? false;
    let [row, group] = [0, 0];
    for (let at = 0; at * hashLength < leaves.hashes.length; at++) {
      const number = leaves.first + at;
      const [firstRow, firstGroup] = [row, group];
      while (rows[row]?.entry.number === number) row++;
      while (groups[group]?.number === number) group++;
      const signed = leaves.hashes.subarray(at * hashLength, (at + 1) * hashLength);
      const fits = ({ data }: Row): boolean =>
        data !== undefined && (trusted ? data === leaves.bundleData[at] : hashAll([data]).equals(signed));
      const entry = this.#compareEntry(number, rows.slice(firstRow, row), signed, fits);
      this.#compareOpenings(entry, groups.slice(firstGroup, group));
    }
  }

  /** An entry that waits for its number: nobody signed it yet, but what it erased is gone already. */
  staged({ id, header, digests, leaf }: StagedEntry): void {
    const read = this.#headers.read(header, digests);
    if (!read || hash('sha256', read.canonical) !== leaf || read.id !== id) this.#findings.add('STAGED_ALTERED', places.staged(id));
    else {
      if (read.pretends) this.#findings.add('ERASURE_PRETENDED', places.staged(id));
      this.#erasures.claim(read.erases, id, Number.MAX_SAFE_INTEGER);
    }
  }

  /** Says what only the whole tells. Call it last. */
  end(): { readonly erased: readonly Erased[]; readonly pruned: boolean } {
    this.#misplaced.settle(this.#findings);
    for (const number of this.#ids.duplicates()) this.#findings.add('ENTRY_ID_TWICE', places.entry(number));
    const { erased, purged } = this.#erasures.settle(this.#findings, this.#firstNumber);
    for (const { first, last } of this.#erasures.missing) {
      for (let number = Math.max(first, purged); number <= last; number++) this.#findings.add('ENTRY_REMOVED', places.entry(number));
    }
    return { erased, pruned: purged > 0 };
  }

  /** @returns the entry that counts for the number */
  #compareEntry(number: number, rows: readonly Row[], signed: Buffer, fits: (row: Row) => boolean): StoredEntry | undefined {
    const right = rows.find(fits);
    if (!right && rows.length === 0) this.#erasures.missingEntry(number);
    // What is past its retention was not moved, and would fill the memory.
    if (!right && (rows.length > 0 || number >= this.#firstNumber)) this.#misplaced.addUnmatchedNumber(number, signed);
    for (const row of rows) {
      const leafHash = row === right || row.data === undefined ? undefined : hashAll([row.data]);
      if (row !== right) this.#misplaced.addUnmatchedRow(number, leafHash, right !== undefined, this.#findings);
    }
    if (right?.header) this.#checkRight(right, right.header);
    const counts = (right ?? rows[0])?.entry;
    if (counts) this.#months.add(number, counts.month, right?.header?.at);
    return counts;
  }

  #checkRight({ entry, data }: Row, header: ReadHeader): void {
    const { number, id, leaf, at, role } = entry;
    if (typeof header.at === 'string') this.first ??= { at: header.at, month: entry.month };
    if (leaf !== data) this.#findings.add('ENTRY_LEAF_ALTERED', places.entry(number));
    if (id !== header.id) this.#findings.add('ENTRY_ID_DIFFERS', places.entry(number));
    if (at !== header.at || role !== header.role) this.#findings.add('ENTRY_COPY_DIFFERS', places.entry(number));
    if (typeof header.id === 'string') this.#ids.add(number, header.id);
    if (header.pretends) this.#findings.add('ERASURE_PRETENDED', places.entry(number));
    if (header.erases.length > 0) this.#erasures.claim(header.erases, number, number);
  }

  #compareOpenings(entry: StoredEntry | undefined, groups: readonly OpeningGroup[]): void {
    const own = groups.find(({ month }) => month === entry?.month);
    if (entry) this.openings += checkOpenings(entry, own?.openings ?? [], this.#templates, this.#findings, this.#erasures);
    for (const group of groups) {
      if (group === own) continue;
      for (const { ordinal } of group.openings) this.#findings.add('OPENING_ADDED', places.opening(group.number, ordinal));
    }
  }
}

/** The leaf hashes that the entries come to, one behind the other; zeroes where there is no entry. */
export function madeLeaves(rows: readonly Row[], first: number, width: number): Buffer {
  const made = Buffer.alloc(width * hashLength);
  for (const { entry, data } of rows) if (data !== undefined) made.set(hashAll([data]), (entry.number - first) * hashLength);
  return made;
}

/** The part of a range whose numbers are below `end`; `from` is where the last part stopped. */
export function partOf(
  range: StoredRange,
  from: readonly [number, number],
  end: number,
): { readonly part: StoredRange; readonly to: [number, number] } {
  let [entry, group] = from;
  while (entry < range.entries.length && range.entries[entry]!.number < end) entry++;
  while (group < range.groups.length && range.groups[group]!.number < end) group++;
  return { part: { entries: range.entries.slice(from[0], entry), groups: range.groups.slice(from[1], group) }, to: [entry, group] };
}

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

/** A stored entry and the leaf that its header gives. */
export interface Row {
  readonly entry: StoredEntry;
  readonly header: ReadHeader | undefined;
  /** The leaf's data, hex, computed from the header; undefined if there is no valid header. */
  readonly data: string | undefined;
}

/** The leaf hashes that were signed, beginning with number `first`, and the bundle's data for them. */
export interface SignedLeaves extends Pick<TileLeaves, 'bundle' | 'bundleData'> {
  readonly first: number;
  readonly hashes: Buffer;
}

/** Compares entries and their openings with the signed leaves, range by range, ascending. */
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
  /** The first entry that matches its signed leaf. */
  first: FirstKept | undefined;

  /** @param firstNumber entries with lower numbers are past their retention */
  constructor(firstNumber: number, findings: Findings) {
    this.#firstNumber = firstNumber;
    this.#findings = findings;
    this.#months = new MonthCheck(findings);
  }

  /** Parses entries and computes their leaves. */
  read(entries: readonly StoredEntry[]): Row[] {
    return entries.map((entry) => {
      const header = this.#headers.read(entry.header, entry.digests);
      return { entry, header, data: header && hash('sha256', header.canonical) };
    });
  }

  /** Compares the entries and openings below one tile. `rows` and `groups` are all rows with these numbers. */
  compare(rows: readonly Row[], groups: readonly OpeningGroup[], leaves: SignedLeaves): void {
    const bundleIsSigned = leaves.bundle?.equals(leaves.hashes) ?? false;
    let [row, group] = [0, 0];
    for (let at = 0; at * hashLength < leaves.hashes.length; at++) {
      const number = leaves.first + at;
      const [firstRow, firstGroup] = [row, group];
      while (rows[row]?.entry.number === number) row++;
      while (groups[group]?.number === number) group++;
      const signed = leaves.hashes.subarray(at * hashLength, (at + 1) * hashLength);
      const matches = ({ data }: Row): boolean =>
        data !== undefined && (bundleIsSigned ? data === leaves.bundleData[at] : hashAll([data]).equals(signed));
      const entry = this.#compareEntry(number, rows.slice(firstRow, row), signed, matches);
      this.#compareOpenings(entry, groups.slice(firstGroup, group));
    }
  }

  /** Checks an entry that has no number yet. It is not signed, but its erasures have already happened. */
  staged({ id, header, digests, leaf }: StagedEntry): void {
    const read = this.#headers.read(header, digests);
    if (!read || hash('sha256', read.canonical) !== leaf || read.id !== id) this.#findings.add('STAGED_ALTERED', places.staged(id));
    else {
      if (read.claimsWithoutRight) this.#findings.add('ERASURE_PRETENDED', places.staged(id));
      this.#erasures.claim(read.erases, id, Number.MAX_SAFE_INTEGER);
    }
  }

  /** Reports what only the whole log shows. Must be called last. */
  end(): { readonly erased: readonly Erased[]; readonly pruned: boolean } {
    this.#misplaced.report(this.#findings);
    for (const number of this.#ids.duplicates()) this.#findings.add('ENTRY_ID_TWICE', places.entry(number));
    const { erased, purged } = this.#erasures.report(this.#findings, this.#firstNumber);
    for (const { first, last } of this.#erasures.missing) {
      for (let number = Math.max(first, purged); number <= last; number++) this.#findings.add('ENTRY_REMOVED', places.entry(number));
    }
    return { erased, pruned: purged > 0 };
  }

  /** @returns the stored entry whose openings belong to this number: the signed one, else the first row */
  #compareEntry(number: number, rows: readonly Row[], signed: Buffer, matches: (row: Row) => boolean): StoredEntry | undefined {
    const signedRow = rows.find(matches);
    if (!signedRow && rows.length === 0) this.#erasures.missingEntry(number);
    // An entry past its retention was not moved, and remembering all of them would fill the memory.
    if (!signedRow && (rows.length > 0 || number >= this.#firstNumber)) this.#misplaced.addUnmatchedNumber(number, signed);
    for (const row of rows) {
      const leafHash = row === signedRow || row.data === undefined ? undefined : hashAll([row.data]);
      if (row !== signedRow) this.#misplaced.addUnmatchedRow(number, leafHash, signedRow !== undefined, this.#findings);
    }
    if (signedRow?.header) this.#checkSignedRow(signedRow, signedRow.header);
    const chosen = (signedRow ?? rows[0])?.entry;
    if (chosen) this.#months.add(number, chosen.month, signedRow?.header?.at);
    return chosen;
  }

  #checkSignedRow({ entry, data }: Row, header: ReadHeader): void {
    const { number, id, leaf, at, role } = entry;
    if (typeof header.at === 'string') this.first ??= { at: header.at, month: entry.month };
    if (leaf !== data) this.#findings.add('ENTRY_LEAF_ALTERED', places.entry(number));
    if (id !== header.id) this.#findings.add('ENTRY_ID_DIFFERS', places.entry(number));
    if (at !== header.at || role !== header.role) this.#findings.add('ENTRY_COPY_DIFFERS', places.entry(number));
    if (typeof header.id === 'string') this.#ids.add(number, header.id);
    if (header.claimsWithoutRight) this.#findings.add('ERASURE_PRETENDED', places.entry(number));
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

/** The leaf hashes computed from the entries, concatenated; zeros where there is no entry. */
export function computedLeaves(rows: readonly Row[], first: number, width: number): Buffer {
  const made = Buffer.alloc(width * hashLength);
  for (const { entry, data } of rows) if (data !== undefined) made.set(hashAll([data]), (entry.number - first) * hashLength);
  return made;
}

/** Takes the part of a range with numbers below `end`, beginning where the last part stopped (`from`). */
export function takePart(
  range: StoredRange,
  from: readonly [number, number],
  end: number,
): { readonly part: StoredRange; readonly to: [number, number] } {
  let [entry, group] = from;
  while (entry < range.entries.length && range.entries[entry]!.number < end) entry++;
  while (group < range.groups.length && range.groups[group]!.number < end) group++;
  return { part: { entries: range.entries.slice(from[0], entry), groups: range.groups.slice(from[1], group) }, to: [entry, group] };
}

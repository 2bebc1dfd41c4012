/** A request for a tile of hashes, or for the entry bundle below a tile of level 0. */
export interface TileWanted {
  readonly level: number | 'entries';
  readonly index: number;
  /** How many hashes or entries it has in the verified tree: 1 to 256. */
  readonly width: number;
}

/** A stored entry: untrusted input. */
export interface StoredEntry {
  readonly number: number;
  /** `YYYY-MM-DD`, the first day of the month in which it was numbered. */
  readonly month: string;
  readonly id: string;
  /** Copies of members of the header, for indexes and readers. */
  readonly at: string;
  readonly role: string;
  /** JSON, without the digests. */
  readonly header: string;
  /** Hex, 64 characters for each opening. */
  readonly digests: string;
  /** The leaf's data, hex. */
  readonly leaf: string;
  /** JSON: the list of views. */
  readonly views: string;
}

/** A stored opening: the content behind a digest. */
export interface StoredOpening {
  readonly ordinal: number;
  /** Hex. */
  readonly salt: string;
  /** JSON; only for the principal and the case. */
  readonly content: string | undefined;
  /** A data subject's id. */
  readonly subject: string | undefined;
  /** The index of the entry's view that applies to the data subject. */
  readonly seen: number | undefined;
}

/** The openings stored under a number and a month, ascending by ordinal. */
export interface OpeningGroup {
  readonly number: number;
  readonly month: string;
  readonly openings: readonly StoredOpening[];
}

/** The rows of a range of numbers, ascending by number. */
export interface StoredRange {
  readonly entries: readonly StoredEntry[];
  readonly groups: readonly OpeningGroup[];
}

/** An entry that has no number yet. */
export type StagedEntry = Pick<StoredEntry, 'id' | 'header' | 'digests' | 'leaf'>;

/** Stored rows that have no place in a tree of the verified size. */
export interface ExtraRows {
  /** Numbers below zero, or not below the size; only the first ones if there are many. */
  readonly entries: readonly number[];
  readonly openings: readonly { readonly number: number; readonly ordinal: number }[];
  /** Includes tiles that are stored twice. */
  readonly tiles: readonly Omit<TileWanted, 'width'>[];
  /** The kinds of rows that have no number. */
  readonly unnumbered: readonly UnnumberedKind[];
  /** The number of rows with a checkpoint. */
  readonly checkpoints: number;
}

export type UnnumberedKind = 'entry' | 'opening' | 'tile' | 'staged entry';

/** The point from which the log claims to be complete, as stored and shown to readers. */
export interface Coverage {
  /** Entries with lower numbers are past their retention. */
  readonly firstNumber: number;
  /** RFC 3339, UTC, with milliseconds, unless the stored row is wrong. */
  readonly since: string;
}

/** Reads the entries and the rows that belong to them. */
export interface EntryStore {
  /** All rows with numbers from `first` (inclusive) to `end` (exclusive). */
  range(first: number, end: number): Promise<StoredRange>;
  staged(): AsyncIterable<StagedEntry>;
  extraRows(size: number): Promise<ExtraRows>;
  /** The size stored beside the checkpoint; undefined if there is none. */
  statedSize(): Promise<number | undefined>;
  /** A size above every stored number: limits how much of an unsigned size is read. */
  reach(): Promise<number>;
  /** All rows; there should be exactly one. */
  coverage(): Promise<readonly Coverage[]>;
}

/** A stored checkpoint with a witness's signature. */
export interface StoredCosignature {
  /** The witness's verifier key. */
  readonly witness: string;
  /** Signed note. */
  readonly note: string;
  /** The witness's line, without its newline. */
  readonly line: string;
  readonly size: number;
  /** POSIX seconds. */
  readonly time: number;
}

/** Where a log is read from. It must show one snapshot of the log. Everything that it returns is untrusted. */
export interface LogSource {
  /** The newest checkpoint, possibly with cosignatures. */
  checkpoint(): Promise<string | undefined>;
  /** The bytes of each tile, in the same order; undefined for a missing one. A stored tile that is longer is returned whole. */
  tiles(wanted: readonly TileWanted[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** Cosignatures that are stored beside the checkpoint. */
  readonly cosignatures?: () => Promise<readonly StoredCosignature[]>;
  /** Undefined if the source has only the tree. */
  readonly entries?: EntryStore;
}

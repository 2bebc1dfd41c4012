/** A tile of hashes, or the bundle of entries below a tile of level 0. */
export interface TileWanted {
  readonly level: number | 'entries';
  readonly index: number;
  /** Hashes or entries that it has in a tree of the size that is verified: 1 to 256. */
  readonly width: number;
}

/** An entry as it is stored. Whoever wrote it may have written anything. */
export interface StoredEntry {
  readonly number: number;
  /** `YYYY-MM-DD`, the first of the month that it was numbered in. */
  readonly month: string;
  readonly id: string;
  /** Copies of members of the header, which indexes are made of and readers shown. */
  readonly at: string;
  readonly role: string;
  /** JSON, without the digests. */
  readonly header: string;
  /** Hex, 64 letters for each opening. */
  readonly digests: string;
  /** The leaf's data, hex. */
  readonly leaf: string;
  /** JSON: the list of views. */
  readonly views: string;
}

/** What a digest stands for, as it is stored. */
export interface StoredOpening {
  readonly ordinal: number;
  /** Hex. */
  readonly salt: string;
  /** JSON; of the principal and the case alone. */
  readonly content: string | undefined;
  /** A data subject's id. */
  readonly subject: string | undefined;
  /** Which of the entry's views was seen of them. */
  readonly seen: number | undefined;
}

/** The openings stored under a number and a month, ordinals ascending. */
export interface OpeningGroup {
  readonly number: number;
  readonly month: string;
  readonly openings: readonly StoredOpening[];
}

/** Rows of a range of numbers, ascending by number. */
export interface StoredRange {
  readonly entries: readonly StoredEntry[];
  readonly groups: readonly OpeningGroup[];
}

/** An entry that has no number yet. */
export type StagedEntry = Pick<StoredEntry, 'id' | 'header' | 'digests' | 'leaf'>;

/** What lies outside of a tree of that size. */
export interface ExtraRows {
  /** Numbers below zero, or not below the size; the first of them, should they be many. */
  readonly entries: readonly number[];
  readonly openings: readonly { readonly number: number; readonly ordinal: number }[];
  /** These that stand twice at their place, too. */
  readonly tiles: readonly Omit<TileWanted, 'width'>[];
  /** Kinds of which there are rows that no number leads to. */
  readonly unnumbered: readonly UnnumberedKind[];
  /** Rows that hold a checkpoint. */
  readonly checkpoints: number;
}

export type UnnumberedKind = 'entry' | 'opening' | 'tile' | 'staged entry';

/** From when the log is said to be complete, as it is stored and shown to readers. */
export interface Coverage {
  /** Entries below this number are past their retention. */
  readonly firstNumber: number;
  /** RFC 3339, UTC, with milliseconds; anything else where the row holds no such time. */
  readonly since: string;
}

/** The entries themselves, and what is stored beside them. */
export interface EntryStore {
  /** Everything with a number from `first` up to, not including, `end`. */
  range(first: number, end: number): Promise<StoredRange>;
  staged(): AsyncIterable<StagedEntry>;
  extraRows(size: number): Promise<ExtraRows>;
  /** The size stored beside the checkpoint; undefined where there is none. */
  statedSize(): Promise<number | undefined>;
  /** A size beyond which no entry is stored, and hardly a tile. */
  reach(): Promise<number>;
  /** Every row; there should be one. */
  coverage(): Promise<readonly Coverage[]>;
}

/** A checkpoint with a witness's signature, as it is stored. */
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

/** Where a log is read from. It must show one moment of it. What it gives is trusted in nothing. */
export interface LogSource {
  /** The newest checkpoint, which may carry cosignatures. */
  checkpoint(): Promise<string | undefined>;
  /** The bytes of each tile, in their order; undefined for one that is missing. More bytes than the width asks for are given too, where they are stored. */
  tiles(wanted: readonly TileWanted[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** Cosignatures that are kept beside the checkpoint. */
  readonly cosignatures?: () => Promise<readonly StoredCosignature[]>;
  /** Undefined where the source shows the tree alone. */
  readonly entries?: EntryStore;
}

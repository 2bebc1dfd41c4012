/** A request for a tile of hashes, or for the entry bundle below a tile of level 0. */
export interface TileWanted {
  readonly level: number | 'entries';
  readonly index: number;
  /** How many hashes or entries it has in the verified tree: 1 to 256. */
  readonly width: number;
}

/** A stored entry, staged or numbered: untrusted input. */
export interface StoredContent {
  readonly id: string;
  /** RFC 3339, UTC, with milliseconds, unless the stored row is wrong. */
  readonly at: string;
  /** A copy of a member of the header, for readers. */
  readonly role: string;
  /** JSON: the header's members that many entries share (`Entry.template`); undefined if it is not stored. */
  readonly template: string | undefined;
  /** Hex. */
  readonly operationHash: string;
  /** JSON; null if the header has no such member. */
  readonly erases: string | null;
  readonly covers: string | null;
  /** The root of the tree of segments, hex. */
  readonly root: string;
  /** 16 bytes for each segment. */
  readonly salts: Buffer;
  /** The contents of the segments. */
  readonly principal: string | null;
  readonly case: string | null;
  readonly authority: string | null;
  /** The data subjects' ids; null where the segment was erased. */
  readonly subjects: readonly (string | null)[];
  /** The index of each data subject's view; null if each has the first. */
  readonly seen: readonly number[] | null;
  /** JSON: the list of views, which many entries share; undefined if it is not stored. */
  readonly views: string | undefined;
}

/** A stored entry with a number. */
export interface StoredEntry extends StoredContent {
  readonly number: number;
  /** `YYYY-MM-DD`, the first day of the month in which it was numbered. */
  readonly month: string;
  /** JSON: the leaf hash (hex) of each erased segment by its ordinal; null if there is none. */
  readonly erased: string | null;
}

/** An entry that has no number yet. */
export interface StagedEntry extends StoredContent {
  /** The leaf's data, hex. */
  readonly leaf: string;
}

/** A row of the index by data subject: entries of one batch about one person. */
export interface StoredPosting extends PostingKind {
  readonly subject: string;
  readonly month: string;
  readonly numbers: readonly number[];
}

/** Under what a row of the index by data subject is found. */
export interface PostingKind {
  readonly kind: number;
  readonly authority: string | null;
}

/** The rows of a range of numbers. */
export interface StoredRange {
  /** Ascending by number. */
  readonly entries: readonly StoredEntry[];
  /** Those whose first number is in the range. */
  readonly postings: readonly StoredPosting[];
}

/** A text that many entries share. */
export interface StoredTemplate {
  /** A UUID: the beginning of the text's SHA-256. */
  readonly id: string;
  readonly text: string;
  /** JSON: what readers see. */
  readonly content: string;
}

/** Stored rows that have no place in a tree of the verified size. */
export interface ExtraRows {
  /** Numbers below zero, or not below the size; only the first ones if there are many. */
  readonly entries: readonly number[];
  /** First numbers of rows of the index by data subject. */
  readonly postings: readonly number[];
  /** Includes tiles that are stored twice. */
  readonly tiles: readonly Omit<TileWanted, 'width'>[];
  /** The kinds of rows that have no number. */
  readonly unnumbered: readonly UnnumberedKind[];
  /** The number of rows with a checkpoint. */
  readonly checkpoints: number;
}

export type UnnumberedKind = 'entry' | 'posting' | 'tile' | 'staged entry';

/** The point from which the log claims to be complete, as stored and shown to readers. */
export interface Coverage {
  /** Entries with lower numbers are past their retention. */
  readonly firstNumber: number;
  /** RFC 3339, UTC, with milliseconds, unless the stored row is wrong. */
  readonly since: string;
}

/** Reads the entries and the rows that belong to them. */
export interface EntryStore {
  /** All rows with numbers from `first` (inclusive) to `end` (exclusive). Called for adjacent ranges, ascending. */
  range(first: number, end: number): Promise<StoredRange>;
  /** Under what an entry about a data subject must be found in the index. @param template the parsed `template` */
  postingKindOf(entry: StoredEntry, template: Readonly<Record<string, unknown>>, subject: string): PostingKind;
  /** The numbers of one row of the index differ by less. */
  readonly longestPosting: number;
  templates(): AsyncIterable<StoredTemplate>;
  staged(): AsyncIterable<StagedEntry>;
  extraRows(size: number): Promise<ExtraRows>;
  /** The size stored with the checkpoint; undefined if there is none. */
  statedSize(): Promise<number | undefined>;
  /** The secret from which padding follows (`padding.ts`); undefined if it is not stored. */
  paddingKey(): Promise<Uint8Array | undefined>;
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

/** An object of the place where the log is stored, such as `view access_log.about`, that is not as the log's software makes it. */
export interface AlteredDefinition {
  readonly object: string;
  readonly how: 'ALTERED' | 'REMOVED' | 'ADDED';
}

/** Where a log is read from. It must show one snapshot of the log. Everything that it returns is untrusted. */
export interface LogSource {
  /** The newest checkpoint, possibly with cosignatures. */
  checkpoint(): Promise<string | undefined>;
  /** The bytes of each tile, in the same order; undefined for a missing one. A stored tile that is longer is returned whole. */
  tiles(wanted: readonly TileWanted[]): Promise<readonly (Uint8Array | undefined)[]>;
  /** Cosignatures that are stored with the checkpoint. */
  readonly cosignatures?: () => Promise<readonly StoredCosignature[]>;
  /** Differences from the definitions of the log's software: they could show something other than the stored data to readers and writers. */
  readonly definitions?: () => Promise<readonly AlteredDefinition[]>;
  /** Undefined if the source has only the tree. */
  readonly entries?: EntryStore;
}

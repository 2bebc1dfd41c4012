import type { ReadHeader } from './header-reader.ts';
import type { StoredEntry } from './log-source.ts';
import type { ReadSegments } from './segment-reader.ts';

/** A stored entry, the root that its segments give, and the leaf that its header gives. */
export interface Row {
  readonly entry: StoredEntry;
  readonly segments: ReadSegments;
  readonly header: ReadHeader | undefined;
  /** The leaf's data, hex, computed from the header with the stored root; undefined if there is no valid header. */
  readonly data: string | undefined;
}

import { saltLength, type CaseSegment, type PrincipalSegment, type View } from '../../entry/entry.ts';
import { hashLength, hashTree } from '../../tree/hashes.ts';
import { isObject, parseJson } from '../../encoding/json.ts';
import { SegmentLeaves } from '../../entry/segment-tree.ts';
import type { StoredContent } from './log-source.ts';

/** An entry's segments as they are stored. */
export interface ReadSegments {
  /** How many there are. */
  readonly size: number;
  /** Their leaf hashes, concatenated; undefined if they are malformed. */
  readonly leafHashes: Buffer | undefined;
  /** The root of their tree, hex. */
  readonly root: string | undefined;
  /** The ordinals of erased ones. */
  readonly erased: ReadonlyMap<number, Buffer>;
  /** The entry's views; undefined where one is malformed. */
  readonly views: readonly (View | undefined)[];
}

/** The ordinal of the first data subject; the principal and the case come before. */
export const firstSubject = 2;

/** The most lists of views that are cached. */
const mostViews = 5_000;
const noErased: ReadonlyMap<number, Buffer> = new Map();

/** Computes the roots of entries' segments. Lists of views are parsed once and cached. */
export class SegmentReader {
  readonly #leaves = new SegmentLeaves();
  readonly #views = new Map<string, readonly (View | undefined)[]>();

  /** @param erased as `StoredEntry` has it */
  read(stored: StoredContent, erased: string | null): ReadSegments {
    const { salts, subjects, seen } = stored;
    const views = stored.views === undefined ? [] : this.#viewsOf(stored.views);
    const size = Math.floor(salts.length / saltLength);
    const gone = erased === null ? noErased : readErased(erased, size);
    const fits = salts.length === saltLength * (firstSubject + subjects.length) && (seen === null || seen.length === subjects.length);
    const leafHashes = fits && gone ? this.#hash(stored, gone, views) : undefined;
    return { size, leafHashes, root: leafHashes && hashTree(leafHashes).toString('hex'), erased: gone ?? noErased, views };
  }

  #hash(stored: StoredContent, erased: ReadonlyMap<number, Buffer>, views: readonly (View | undefined)[]): Buffer | undefined {
    const { salts, subjects, seen } = stored;
    const hashes = Buffer.allocUnsafe(hashLength * (firstSubject + subjects.length));
    const principal: PrincipalSegment = { kind: 'principal', id: stored.principal };
    const ofCase: CaseSegment = { kind: 'case', case: stored.case, authority: stored.authority };
    const write = (ordinal: number, content: Parameters<SegmentLeaves['write']>[4]): void =>
      this.#leaves.write(hashes, ordinal * hashLength, salts, ordinal * saltLength, content);
    if (!erased.has(0)) write(0, principal);
    if (!erased.has(1)) write(1, ofCase);
    for (const [at, id] of subjects.entries()) {
      if (erased.has(firstSubject + at)) continue;
      const view = views[seen ? seen[at]! : 0];
      if (!view || id === null) return undefined;
      write(firstSubject + at, { kind: 'subject', id, relationship: view.relationship, released: view.released, withheld: view.withheld });
    }
    for (const [ordinal, leafHash] of erased) hashes.set(leafHash, ordinal * hashLength);
    return hashes;
  }

  #viewsOf(text: string): readonly (View | undefined)[] {
    const known = this.#views.get(text);
    if (known) return known;
    const value = parseJson(text);
    // If it is not a list, it counts as one view, which no segment can match.
    const views = Array.isArray(value) ? value.map(viewOf) : [undefined];
    if (this.#views.size >= mostViews) this.#views.clear();
    this.#views.set(text, views);
    return views;
  }
}

/** A view; undefined if it has another form, with a further member for example, which no hash covers. */
function viewOf(value: unknown): View | undefined {
  if (!isObject(value) || Object.keys(value).length !== 3) return undefined;
  const { relationship, released, withheld } = value;
  return typeof relationship === 'string' && isTexts(released) && isTexts(withheld) ? { relationship, released, withheld } : undefined;
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

/** The leaf hashes of erased segments; undefined if they are malformed. */
function readErased(text: string, size: number): ReadonlyMap<number, Buffer> | undefined {
  const value = parseJson(text);
  if (!isObject(value)) return undefined;
  const erased = new Map<number, Buffer>();
  for (const [ordinal, leafHash] of Object.entries(value)) {
    if (!/^(0|[1-9]\d{0,8})$/.test(ordinal) || Number(ordinal) >= size) return undefined;
    if (typeof leafHash !== 'string' || !/^[\da-f]{64}$/.test(leafHash)) return undefined;
    erased.set(Number(ordinal), Buffer.from(leafHash, 'hex'));
  }
  return erased;
}

import { isCount } from '../encoding/decimal.ts';
import { emptyRoot, hashLength, hashNode, isHash } from './hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import { edgeTiles, tileHeight, tilePath, tileWidth } from './tile.ts';

/** A tile after an append. */
export interface TouchedTile {
  readonly level: number;
  readonly index: bigint;
  /** All its hashes, concatenated. */
  readonly data: Uint8Array;
}

/** The partial tile of a level, and the roots of the perfect trees in it. */
class OpenTile {
  readonly data = new Uint8Array(tileWidth * hashLength);
  width = 0;
  /** The largest tree first; one root for each set bit of `width`. */
  roots: Uint8Array[] = [];

  push(hash: Uint8Array): void {
    this.data.set(hash, this.width * hashLength);
    let root = hash;
    for (let merges = this.width; merges % 2 === 1; merges = (merges - 1) / 2) root = hashNode(this.roots.pop()!, root);
    this.roots.push(root);
    this.width++;
  }
}

/** The right edge of a tree: it is enough to extend the tree (RFC 6962 §2.1, C2SP tlog-tiles). */
export class TreeEdge {
  #size: bigint;
  readonly #levels: OpenTile[];

  private constructor(size: bigint, levels: OpenTile[]) {
    this.#size = size;
    this.#levels = levels;
  }

  /**
   * Opens the right edge of a stored tree.
   * @param read returns the rightmost tile of a level; a tile that has grown since is fine, its first hashes are the same
   * @throws {LogError} LOG_SIZE_INVALID; LOG_TILE_INVALID, with the tile's path: a tile is missing or too short
   */
  static open(size: bigint, read: (level: number, index: bigint) => Uint8Array | undefined): TreeEdge {
    if (!isCount(size)) throw new LogError('LOG_SIZE_INVALID');
    const levels = edgeTiles(size).map((tile) => {
      const open = new OpenTile();
      // The root of a full tile is already in the level above.
      if (tile.width === tileWidth) return open;
      const bytes = read(tile.level, tile.index);
      if (!bytes || bytes.length < tile.width * hashLength) throw new LogError('LOG_TILE_INVALID', tilePath(tile));
      for (let at = 0; at < tile.width; at++) open.push(Uint8Array.from(bytes.subarray(at * hashLength, (at + 1) * hashLength)));
      return open;
    });
    return new TreeEdge(size, levels);
  }

  /** The number of leaves. */
  get size(): bigint {
    return this.#size;
  }

  /** The current root (RFC 6962 §2.1). */
  root(): Uint8Array {
    const roots = this.#levels.flatMap((level) => level.roots.toReversed());
    const [first = emptyRoot, ...larger] = roots;
    return larger.reduce((right, left) => hashNode(left, right), first);
  }

  /**
   * Extends the tree, or leaves it unchanged if it throws.
   * @returns every tile that got a hash, by level and index, ascending; the last tile of a level may be partial
   * @throws {LogError} LOG_TILE_INVALID: not a leaf hash; LOG_SIZE_INVALID: the tree would be too large
   */
  append(leafHashes: readonly Uint8Array[]): { readonly tiles: TouchedTile[] } {
    const wrong = leafHashes.findIndex((hash) => !isHash(hash));
    if (wrong >= 0) throw new LogError('LOG_TILE_INVALID', `leaf ${wrong}`);
    const size = this.#size + BigInt(leafHashes.length);
    if (!isCount(size)) throw new LogError('LOG_SIZE_INVALID');
    const tiles: TouchedTile[] = [];
    for (let level = 0, hashes = leafHashes; hashes.length > 0; level++) hashes = this.#extend(level, hashes, tiles);
    this.#size = size;
    return { tiles };
  }

  /** Adds hashes to a level. @returns the roots of the tiles that became full */
  #extend(level: number, hashes: readonly Uint8Array[], tiles: TouchedTile[]): Uint8Array[] {
    let index = this.#size >> BigInt(tileHeight * (level + 1));
    const full: Uint8Array[] = [];
    let open = (this.#levels[level] ??= new OpenTile());
    for (const hash of hashes) {
      // Copied, as the caller may reuse its bytes (`Buffer.slice` would not copy).
      open.push(Uint8Array.from(hash));
      if (open.width < tileWidth) continue;
      tiles.push({ level, index, data: open.data });
      full.push(open.roots[0]!);
      open = this.#levels[level] = new OpenTile();
      index++;
    }
    if (open.width > 0) tiles.push({ level, index, data: open.data.slice(0, open.width * hashLength) });
    return full;
  }
}

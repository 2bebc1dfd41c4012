import { isCount } from './decimal.ts';
import { emptyRoot, hashLength, hashNode, isHash } from './hashes.ts';
import { LogError } from './log-error.ts';
import { edgeTiles, tileHeight, tilePath, tileWidth } from './tile.ts';

/** A tile as it stands after an append. */
export interface TouchedTile {
  readonly level: number;
  readonly index: bigint;
  /** All its hashes, one behind the other. */
  readonly data: Uint8Array;
}

/** The tile of a level that is not full, and what its hashes come to so far. */
class OpenTile {
  readonly data = new Uint8Array(tileWidth * hashLength);
  width = 0;
  /** The roots of the perfect trees that the hashes make, the largest first (one for each bit of the width). */
  roots: Uint8Array[] = [];

  push(hash: Uint8Array): void {
    this.data.set(hash, this.width * hashLength);
    let root = hash;
    for (let merges = this.width; merges % 2 === 1; merges = (merges - 1) / 2) root = hashNode(this.roots.pop()!, root);
    this.roots.push(root);
    this.width++;
  }
}

/** The right edge of a tree: what is needed to extend it (RFC 6962 §2.1, C2SP tlog-tiles) without reading the rest. */
export class TreeEdge {
  #size: bigint;
  readonly #levels: OpenTile[];

  private constructor(size: bigint, levels: OpenTile[]) {
    this.#size = size;
    this.#levels = levels;
  }

  /**
   * Takes up a tree where it was left.
   * @param read gives the rightmost tile of a level; one that has grown since will do, as its first hashes are the same
   * @throws {LogError} LOG_SIZE_INVALID; LOG_TILE_INVALID with the path of a tile that is missing or too short
   */
  static open(size: bigint, read: (level: number, index: bigint) => Uint8Array | undefined): TreeEdge {
    if (!isCount(size)) throw new LogError('LOG_SIZE_INVALID');
    const levels = edgeTiles(size).map((tile) => {
      const open = new OpenTile();
      // What a full tile comes to is in the level above already.
      if (tile.width === tileWidth) return open;
      const bytes = read(tile.level, tile.index);
      if (!bytes || bytes.length < tile.width * hashLength) throw new LogError('LOG_TILE_INVALID', tilePath(tile));
      for (let at = 0; at < tile.width; at++) open.push(Uint8Array.from(bytes.subarray(at * hashLength, (at + 1) * hashLength)));
      return open;
    });
    return new TreeEdge(size, levels);
  }

  /** Leaves so far. */
  get size(): bigint {
    return this.#size;
  }

  /** The root (RFC 6962 §2.1) of the tree as it stands. */
  root(): Uint8Array {
    const roots = this.#levels.flatMap((level) => level.roots.toReversed());
    const [first = emptyRoot, ...larger] = roots;
    return larger.reduce((right, left) => hashNode(left, right), first);
  }

  /**
   * Extends the tree.
   * @returns every tile that got a hash, levels from 0 up and indexes ascending; the last of a level may be partial
   * @throws {LogError} LOG_TILE_INVALID: not a leaf's hash; LOG_SIZE_INVALID: too many. Nothing is added then
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

  /** Adds hashes to a level, and gives back the roots of the tiles that they filled. */
  #extend(level: number, hashes: readonly Uint8Array[], tiles: TouchedTile[]): Uint8Array[] {
    let index = this.#size >> BigInt(tileHeight * (level + 1));
    const full: Uint8Array[] = [];
    let open = (this.#levels[level] ??= new OpenTile());
    for (const hash of hashes) {
      // A copy, as the caller may use its bytes again (and a Buffer's slice would be none).
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

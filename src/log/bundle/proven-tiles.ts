import { hashLength, hashTree, sameHash } from '../tree/hashes.ts';
import { LogError } from '../encoding/log-error.ts';
import { tilePath, tileWidth, tileWidthAt } from '../tree/tile.ts';
import { rootOf } from '../proofs/tree-proofs.ts';
import type { Report } from './bundle-findings.ts';

/** Reads a file of a log or a bundle by its path (C2SP tlog-tiles); undefined if there is none. */
export type ReadPath = (path: string) => Promise<Uint8Array | undefined>;

/**
 * Tiles that are proven to belong to one tree. The rightmost tiles must give the tree's root. The root of each full tile
 * must be in the proven tile above. This verifies the audit paths (RFC 6962 §2.1.1) of all leaves below a tile at once.
 */
export class ProvenTiles {
  readonly #read: ReadPath;
  readonly #size: bigint;
  readonly #root: Uint8Array;
  readonly #report: Report;
  readonly #tiles = new Map<string, Promise<Uint8Array | undefined>>();
  #edge: Promise<boolean> | undefined;

  /** @param report called once for each tile that is missing or belongs to another tree */
  constructor(read: ReadPath, size: bigint, root: Uint8Array, report: Report) {
    this.#read = read;
    this.#size = size;
    this.#root = root;
    this.#report = report;
  }

  /** The hashes of a tile; undefined if they are not proven. */
  get(level: number, index: bigint): Promise<Uint8Array | undefined> {
    const name = `${level}/${index}`;
    const known = this.#tiles.get(name);
    if (known) return known;
    const proving = this.#prove(level, index);
    this.#tiles.set(name, proving);
    return proving;
  }

  async #prove(level: number, index: bigint): Promise<Uint8Array | undefined> {
    const width = tileWidthAt(level, index, this.#size);
    if (width < 1) return undefined;
    // A partial tile is at the right edge.
    if (width < tileWidth) return (await this.#isEdgeProven()) ? this.#bytes(level, index, width) : undefined;
    const above = await this.get(level + 1, index / BigInt(tileWidth));
    const bytes = above && (await this.#bytes(level, index, width));
    if (!above || !bytes) return undefined;
    const at = Number(index % BigInt(tileWidth)) * hashLength;
    if (sameHash(hashTree(bytes), above.subarray(at, at + hashLength))) return bytes;
    this.#report('BUNDLE_TILE_ALTERED', tilePath({ level, index, width }));
    return undefined;
  }

  #isEdgeProven(): Promise<boolean> {
    this.#edge ??= this.#proveEdge();
    return this.#edge;
  }

  async #proveEdge(): Promise<boolean> {
    try {
      const root = await rootOf(this.#size, async (level, index, width) => {
        const bytes = await this.#bytes(level, index, width);
        if (!bytes) throw new LogError('LOG_TILE_INVALID');
        return bytes;
      });
      if (sameHash(root, this.#root)) return true;
      this.#report('BUNDLE_TILE_ALTERED', 'one of the rightmost tiles');
    } catch (error) {
      if (!(error instanceof LogError)) throw error;
    }
    return false;
  }

  async #bytes(level: number, index: bigint, width: number): Promise<Uint8Array | undefined> {
    const path = tilePath({ level, index, width });
    const bytes = await this.#read(path);
    if (bytes?.length === width * hashLength) return bytes;
    this.#report('BUNDLE_TILE_MISSING', path);
    return undefined;
  }
}

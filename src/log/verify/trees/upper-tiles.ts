import { hashLength, hashTree } from '../../tree/hashes.ts';
import { tileWidth } from '../../tree/tile.ts';
import type { Findings } from '../log-findings.ts';
import { formOf } from './tile-leaves.ts';
import type { LogSource } from '../source/log-source.ts';
import { places } from '../source/places.ts';

/** The next tile of a level. */
interface Level {
  /** The hashes that were computed so far. */
  readonly computed: Buffer;
  width: number;
  index: number;
  stored: Uint8Array | undefined;
  read: boolean;
}

/** Computes the tiles above the leaves from the roots of the tiles below, and compares them with the stored ones. */
export class UpperTiles {
  readonly #source: LogSource;
  readonly #size: number;
  readonly #findings: Findings;
  readonly #levels: Level[] = [];
  /** Whether a tile is longer than the tree's size allows. */
  longer = false;

  constructor(source: LogSource, size: number, findings: Findings) {
    this.#source = source;
    this.#size = size;
    this.#findings = findings;
  }

  /** The root of the next full leaf tile, as the level above states it; undefined if it is missing. */
  async statedRoot(): Promise<Uint8Array | undefined> {
    const level = await this.#level(1);
    const hash = level.stored?.subarray(level.width * hashLength, (level.width + 1) * hashLength);
    return hash?.length === hashLength ? hash : undefined;
  }

  /** Adds the root of a full tile of level 0. */
  async add(root: Uint8Array): Promise<void> {
    await this.#add(1, root);
  }

  /** Compares the partial tiles at the end. */
  async end(): Promise<void> {
    for (const at of this.#levels.keys()) {
      const level = await this.#level(at + 1);
      if (level.width > 0) this.#compare(at + 1, level);
    }
  }

  async #add(at: number, root: Uint8Array): Promise<void> {
    const level = await this.#level(at);
    level.computed.set(root, level.width * hashLength);
    level.width += 1;
    if (level.width < tileWidth) return;
    this.#compare(at, level);
    await this.#add(at + 1, hashTree(level.computed));
    Object.assign(level, { width: 0, index: level.index + 1, stored: undefined, read: false });
  }

  async #level(at: number): Promise<Level> {
    const level = (this.#levels[at - 1] ??= {
      computed: Buffer.alloc(tileWidth * hashLength),
      width: 0,
      index: 0,
      stored: undefined,
      read: false,
    });
    const width = Math.min(tileWidth, Math.floor(this.#size / tileWidth ** at) - level.index * tileWidth);
    if (!level.read && width > 0) {
      level.read = true;
      [level.stored] = await this.#source.tiles([{ level: at, index: level.index, width }]);
    }
    return level;
  }

  #compare(at: number, { computed, width, index, stored }: Level): void {
    const form = formOf(stored, width, hashLength);
    const place = places.tile(at, index, width);
    if (form === 'MISSING') this.#findings.add('TILE_MISSING', place);
    else if (form === 'WRONG' || Buffer.compare(stored!.subarray(0, width * hashLength), computed.subarray(0, width * hashLength)) !== 0) {
      this.#findings.add('TILE_ALTERED', place);
    }
    if (form === 'LONGER') this.longer = true;
  }
}

import { tilePath } from '../../../src/log/tree/tile.ts';
import type { Random } from '../../../demo/population/random.ts';
import type { Alteration } from '../alteration.ts';
import { flipBit } from '../flip.ts';
import type { TamperedLog } from '../tampered-log.ts';

/** Alterations of tiles and bundles. */
export const treeAlterations: readonly Alteration[] = [
  {
    name: 'a bit of a tile of leaves',
    alter: async (log, random) => {
      const tile = await choose(log, random, [0]);
      return store(log, tile, flipBit(tile.data, random));
    },
  },
  {
    name: 'a bit of a tile above',
    alter: async (log, random) => {
      const tile = await choose(log, random, [1]);
      return store(log, tile, flipBit(tile.data, random));
    },
  },
  {
    name: 'a bit of a bundle',
    alter: async (log, random) => {
      const tile = await choose(log, random, [-1]);
      return store(log, tile, flipBit(tile.data, random));
    },
  },
  {
    name: 'a tile or bundle cut off',
    alter: async (log, random) => {
      const tile = await choose(log, random, [-1, 0, 1]);
      return store(log, tile, tile.data.subarray(0, random.below(tile.data.length)));
    },
  },
  {
    name: 'bytes behind a tile or bundle',
    alter: async (log, random) => {
      const tile = await choose(log, random, [-1, 0, 1]);
      const places = await store(log, tile, Buffer.concat([tile.data, Buffer.alloc(random.between(1, 40))]));
      // A tile longer than its width can be the result of a rolled-back checkpoint.
      return tile.index * 256 + 256 > log.size || tile.level === 1 ? { places: ['checkpoint'], also: places.places } : places;
    },
  },
  {
    name: 'a tile or bundle removed',
    alter: async (log, random) => {
      const tile = await choose(log, random, [-1, 0, 1]);
      await log.client.query('delete from access_log.tile where level = $1 and index = $2', [tile.level, tile.index]);
      return { places: [placeOf(log, tile)] };
    },
  },
  {
    name: 'a tile or bundle added',
    alter: async (log, random) => {
      const { data } = await choose(log, random, [0]);
      const level = random.pick([-1, 0, 1, 2]);
      const index = level === 2 ? 0 : 9;
      await log.client.query('insert into access_log.tile (level, index, data) values ($1, $2, $3)', [level, index, data]);
      return { places: [tilePath({ level: level < 0 ? 'entries' : level, index: BigInt(index), width: 256 })] };
    },
  },
  {
    name: 'two tiles swapped',
    alter: async (log, random) => {
      const level = random.pick([-1, 0]);
      const { rows } = await log.client.query<Stored>(
        'select level, index::int, data from access_log.tile where level = $1 order by index',
        [level],
      );
      const [one, other] = rows as [Stored, Stored];
      await store(log, one, other.data);
      await store(log, other, one.data);
      return { places: [placeOf(log, one), placeOf(log, other)] };
    },
  },
];

interface Stored {
  readonly level: number;
  readonly index: number;
  readonly data: Buffer;
}

async function choose({ client }: TamperedLog, random: Random, levels: readonly number[]): Promise<Stored> {
  const { rows } = await client.query<Stored>(
    'select level, index::int, data from access_log.tile where level = any($1) order by level, index',
    [levels],
  );
  return random.pick(rows);
}

async function store(log: TamperedLog, tile: Stored, data: Buffer): Promise<{ readonly places: readonly string[] }> {
  await log.client.query('update access_log.tile set data = $3 where level = $1 and index = $2', [tile.level, tile.index, data]);
  return { places: [placeOf(log, tile)] };
}

function placeOf({ size }: TamperedLog, { level, index }: Stored): string {
  const width = Math.min(256, Math.floor(size / 256 ** Math.max(level, 0)) - index * 256);
  return tilePath({ level: level < 0 ? 'entries' : level, index: BigInt(index), width });
}

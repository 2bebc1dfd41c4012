import type { Random } from '../../../demo/population/random.ts';
import { tilePath } from '../../../src/transparency-log/tile.ts';
import type { Alteration } from '../alteration.ts';
import type { TamperedLog } from '../tampered-log.ts';
import { chooseEntry } from './choose.ts';

/** Alterations that the tables' constraints prevent until the owner drops them. */
export const constraintAlterations: readonly Alteration[] = [
  {
    name: 'a tile or bundle twice at its place',
    alter: async ({ client, size }, random) => {
      const level = random.pick([-1, 0]);
      const index = random.below(2);
      await client.query('alter table access_log.tile drop constraint tile_pkey');
      await client.query('insert into access_log.tile select level, index, data from access_log.tile where level = $1 and index = $2', [
        level,
        index,
      ]);
      const place = { level: level < 0 ? ('entries' as const) : level, index: BigInt(index), width: Math.min(256, size - index * 256) };
      return { places: [tilePath(place)] };
    },
  },
  {
    name: 'an entry without a number',
    alter: async (log, random) => {
      await withoutNumber(
        log,
        random,
        'entry',
        'month, id, header, digests, leaf, views',
        'month, gen_random_uuid(), header, digests, leaf, views',
      );
      return { places: ['entry without a number'] };
    },
  },
  {
    name: 'an opening without a number',
    alter: async (log, random) => {
      const columns = 'month, ordinal, salt, content, subject_id, seen';
      await withoutNumber(log, random, 'opening', columns, columns);
      return { places: ['opening without a number'] };
    },
  },
  {
    name: 'an opening without an ordinal',
    alter: async ({ client, ...log }, random) => {
      const seq = chooseEntry({ client, ...log }, random);
      await client.query('alter table access_log.opening drop constraint opening_pkey, drop constraint opening_check');
      await client.query('alter table access_log.opening alter ordinal drop not null');
      await client.query(
        'insert into access_log.opening (month, seq, salt, subject_id, seen) select month, seq, salt, gen_random_uuid(), 0 from access_log.opening where seq = $1 limit 1',
        [seq],
      );
      return { places: [`entry ${seq}, opening NaN`] };
    },
  },
  {
    name: 'a second checkpoint',
    alter: async ({ client, older, newest }, random) => {
      await client.query('alter table access_log.checkpoint drop constraint checkpoint_pkey, drop constraint checkpoint_single_check');
      const note = random.pick([older, newest]);
      await client.query('insert into access_log.checkpoint (single, size, note) values (false, $1, $2)', [note.split('\n')[1], note]);
      return { places: ['checkpoint'] };
    },
  },
];

async function withoutNumber(log: TamperedLog, random: Random, table: string, columns: string, values: string): Promise<void> {
  const { client } = log;
  await client.query(`alter table access_log.${table} drop constraint ${table}_pkey`);
  await client.query(`alter table access_log.${table} alter seq drop not null`);
  await client.query(`insert into access_log.${table} (${columns}) select ${values} from access_log.${table} where seq = $1 limit 1`, [
    chooseEntry(log, random),
  ]);
}

import { tilePath } from '../../../src/log/tree/tile.ts';
import type { Alteration } from '../alteration.ts';
import { chooseEntry, entryPlace } from './choose.ts';

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
      return { places: [tilePath(place)], constraints: true };
    },
  },
  {
    name: 'an entry without a number',
    alter: async (log, random) => {
      const { client } = log;
      await client.query('alter table access_log.entry drop constraint entry_pkey');
      await client.query('alter table access_log.entry alter seq drop not null');
      await client.query(
        `insert into access_log.entry (month, id, at, template_id, views_id, role, operation_hash, root, subjects, salts)
         select month, gen_random_uuid(), at, template_id, views_id, role, operation_hash, root, subjects, salts
         from access_log.entry where seq = $1`,
        [chooseEntry(log, random)],
      );
      return { places: ['entry without a number'], constraints: true };
    },
  },
  {
    name: 'an entry twice, with everything that is in it',
    alter: async (log, random) => {
      const seq = chooseEntry(log, random);
      await log.client.query('alter table access_log.entry drop constraint entry_pkey, drop constraint entry_id_month_key');
      await log.client.query('insert into access_log.entry select * from access_log.entry where seq = $1', [seq]);
      return { places: [entryPlace(seq)], constraints: true };
    },
  },
  {
    name: 'a row of the index without a number, or with a step that is none',
    alter: async ({ client, ...log }, random) => {
      const seq = chooseEntry({ client, ...log }, random);
      await client.query('alter table access_log.posting alter first_seq drop not null');
      const [first, further] = random.pick([
        [null, null],
        [seq, [null]],
      ]);
      await client.query(
        'insert into access_log.posting (subject_id, first_seq, month, kind, further) select gen_random_uuid(), $2, month, 0, $3 from access_log.entry where seq = $1',
        [seq, first, further],
      );
      return { places: first === null ? ['posting without a number'] : [entryPlace(seq), 'entry NaN'], constraints: true };
    },
  },
  {
    name: 'a second checkpoint',
    alter: async ({ client, older, newest }, random) => {
      await client.query('alter table access_log.checkpoint drop constraint checkpoint_pkey, drop constraint checkpoint_single_check');
      const note = random.pick([older, newest]);
      await client.query('insert into access_log.checkpoint (single, size, note) values (false, $1, $2)', [note.split('\n')[1], note]);
      return { places: ['checkpoint'], constraints: true };
    },
  },
];

import type { ClientBase } from 'pg';
import { bundleLevel } from '../../../access-log/extend-tree.ts';
import type { Strays } from '../../../access-log/verify/log-source.ts';

/** Rows of each kind that are named; more are as bad as these. */
const most = 100;

/** Reads what the database holds outside of a tree of that size. */
export async function readStrays(client: ClientBase, size: number): Promise<Strays> {
  const entries = await client.query<{ seq: string }>(
    `(select distinct seq from access_log.entry where seq < 0 order by seq limit ${most})
     union all (select distinct seq from access_log.entry where seq >= $1 order by seq limit ${most})`,
    [size],
  );
  const openings = await client.query<{ seq: string; ordinal: number }>(
    `(select seq, ordinal from access_log.opening where seq < 0 order by seq, ordinal limit ${most})
     union all (select seq, ordinal from access_log.opening where seq >= $1 order by seq, ordinal limit ${most})`,
    [size],
  );
  // A level has as many tiles as the hashes of the one below fill, and one more for the rest.
  const tiles = await client.query<{ level: number; index: string }>(
    `select level, index from access_log.tile
     where index < 0 or level < ${bundleLevel} or level > 7
       or index::numeric * 256 >= trunc($1::numeric / (256::numeric ^ greatest(level, 0)))
     order by level, index limit ${most}`,
    [size],
  );
  return {
    entries: entries.rows.map(({ seq }) => Number(seq)),
    openings: openings.rows.map(({ seq, ordinal }) => ({ number: Number(seq), ordinal })),
    tiles: tiles.rows.map(({ level, index }) => ({ level: level === bundleLevel ? 'entries' : level, index: Number(index) })),
  };
}

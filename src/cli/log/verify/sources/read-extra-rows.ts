import type { ClientBase } from 'pg';
import { bundleLevel } from '../../../../log/store/numbering/extend-tree.ts';
import type { ExtraRows, UnnumberedKind } from '../../../../log/verify/source/log-source.ts';

/** The most rows of each kind that are listed. */
const most = 100;

/** Reads the rows that have no place in a tree of that size. */
export async function readExtraRows(client: ClientBase, size: number): Promise<ExtraRows> {
  const entries = await client.query<{ seq: string }>(
    `(select distinct seq from access_log.entry where seq < 0 order by seq limit ${most})
     union all (select distinct seq from access_log.entry where seq >= $1 order by seq limit ${most})`,
    [size],
  );
  const postings = await client.query<{ seq: string }>(
    `select distinct first_seq as seq from access_log.posting where first_seq < 0 or first_seq >= $1 order by seq limit ${most}`,
    [size],
  );
  // A level has one tile for every 256 hashes, and one for the rest.
  const tiles = await client.query<{ level: number; index: string }>(
    `select level, index from access_log.tile
     where index < 0 or level < ${bundleLevel} or level > 7
       or index::numeric * 256 >= trunc($1::numeric / (256::numeric ^ greatest(level, 0)))
     union select level, index from access_log.tile where level is not null and index is not null group by level, index having count(*) > 1
     order by level, index limit ${most}`,
    [size],
  );
  // The owner of the tables can drop the constraints that forbid these.
  const unnumbered = await client.query<{ kind: UnnumberedKind }>(
    `select 'entry' as kind where exists (select from access_log.entry where seq is null)
     union all select 'posting' where exists (select from access_log.posting where first_seq is null)
     union all select 'tile' where exists (select from access_log.tile where level is null or index is null)
     union all select 'staged entry' where exists (select from access_log.staged where id is null)`,
  );
  const checkpoints = await client.query<{ count: number }>('select count(*)::int as count from access_log.checkpoint');
  return {
    unnumbered: unnumbered.rows.map(({ kind }) => kind),
    checkpoints: checkpoints.rows[0]!.count,
    entries: entries.rows.map(({ seq }) => Number(seq)),
    postings: postings.rows.map(({ seq }) => Number(seq)),
    tiles: tiles.rows.map(({ level, index }) => ({ level: level === bundleLevel ? 'entries' : level, index: Number(index) })),
  };
}

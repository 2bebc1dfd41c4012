import { sql, type Sql } from '../../../platform/sql/sql.ts';

/** The leaf's data of `access_log.entry entry`: from its entry bundle, where each takes two bytes of length and 32 of hash. */
export const leafOfEntry: Sql = sql`(
  select substring(tile.data from (34 * (entry.seq % 256) + 3)::integer for 32) from access_log.tile tile
  where tile.level = -1 and tile.index = entry.seq / 256)`;

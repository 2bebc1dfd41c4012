import { sql, type Database, type Sql } from '../../../platform/sql/sql.ts';
import { parseCheckpoint } from '../../tree/checkpoint.ts';
import { bundleLevel } from '../numbering/extend-tree.ts';
import { LogError } from '../../encoding/log-error.ts';
import { parseNote } from '../../keys/note.ts';
import { tilePath, type Tile } from '../../tree/tile.ts';
import type { ReadTile } from '../../tree/tile.ts';

/** A signed checkpoint. */
export interface SignedCheckpoint {
  readonly note: string;
  readonly size: bigint;
}

/** Reads the newest checkpoint with its cosignatures; undefined before the first entry. */
export async function readCheckpoint(database: Database): Promise<SignedCheckpoint | undefined> {
  const { rows } = await sql<Cosigned>`
    select newest.note, array(${linesOf(sql`newest`)}) as lines from access_log.checkpoint newest`.execute(database);
  return rows[0] && withLines(rows[0]);
}

/** Reads the newest checkpoint that a witness has cosigned; undefined if there is none. */
export async function readCosigned(database: Database): Promise<SignedCheckpoint | undefined> {
  const { rows } = await sql<Cosigned>`
    select newest.note, array(${linesOf(sql`newest`)}) as lines
    from (select size, note from access_log.cosignature order by size desc limit 1) newest`.execute(database);
  return rows[0] && withLines(rows[0]);
}

interface Cosigned {
  readonly note: string;
  readonly lines: readonly string[];
}

function linesOf(checkpoint: Sql): Sql {
  return sql`select cosignature.line from access_log.cosignature where cosignature.size = ${checkpoint}.size order by cosignature.witness`;
}

function withLines({ note, lines }: Cosigned): SignedCheckpoint {
  return { note: note + lines.map((line) => `${line}\n`).join(''), size: parseCheckpoint(parseNote(note).text).size };
}

/**
 * Reads a tile or an entry bundle. A partial one is the beginning of the stored one.
 * @returns undefined if the stored tile is missing or has fewer hashes or entries
 */
export async function readTile(database: Database, { level, index, width }: Tile): Promise<Buffer | undefined> {
  // An entry is two bytes of length and a hash.
  const bytes = width * (level === 'entries' ? 34 : 32);
  const { rows } = await sql<{ data: Buffer }>`
    select substring(tile.data for ${bytes}::integer) as data from access_log.tile
    where tile.level = ${level === 'entries' ? bundleLevel : level}::smallint and tile.index = ${index}::bigint
      and length(tile.data) >= ${bytes}::integer`.execute(database);
  return rows[0]?.data;
}

/** Reads the tiles for proofs. @throws {LogError} LOG_TILE_INVALID, with the tile's path: the tile is missing or too short */
export function tilesOf(database: Database): ReadTile {
  return async (level, index, width) => {
    const tile = { level, index, width };
    const data = await readTile(database, tile);
    if (!data) throw new LogError('LOG_TILE_INVALID', tilePath(tile));
    return data;
  };
}

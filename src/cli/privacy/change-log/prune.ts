import type { Client } from 'pg';
import { stageStatement } from '../../../access-log/stage.ts';
import { commandEntry } from './command-entry.ts';

/** The entries that went, by their numbers, and where that is logged. */
export interface Pruned {
  readonly first: string;
  readonly last: string;
  readonly loggedAs: string;
}

/**
 * Takes out every month before this one, openings and entries, and stages the entry that says so, in the
 * transaction that `client` is in. Tiles and bundles stay, so that every proof still holds.
 * @param keptFrom the first day of a month, RFC 3339 full-date
 * @returns undefined where there was nothing so old; then nothing is logged
 */
export async function prune(client: Client, keptFrom: string, now: Date): Promise<Pruned | undefined> {
  const { rows } = await client.query<{ first: string | null; last: string }>(
    'select first_seq::text as first, last_seq::text as last from access_log.prune_months($1)',
    [keptFrom],
  );
  const { first, last } = rows[0]!;
  if (first === null) return undefined;
  // From 0: what went earlier is said by an entry that goes in its turn, and then nothing else would account for it.
  const own = commandEntry({ name: 'prune-log', role: 'ERASER', erases: [`0-${last}`] }, now);
  const { text, values } = stageStatement([own]);
  await client.query(text, values);
  return { first, last, loggedAs: own.header.id };
}

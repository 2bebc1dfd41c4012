import type { Client } from 'pg';
import { stageEntry } from '../../../log/store/staging/stage.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { commandEntry } from './command-entry.ts';

/** The numbers of the removed entries, and the entry that records the removal. */
export interface Pruned {
  readonly first: string;
  readonly last: string;
  readonly loggedAs: string;
}

/**
 * Removes all months before `keptFrom`, segments and entries, and stages the entry that records it, in the transaction
 * that `client` is in. Tiles and entry bundles stay, so all proofs stay valid.
 * @param keptFrom the first day of a month, RFC 3339 full-date
 * @returns undefined if nothing is that old; then nothing is logged
 */
export async function prune(policy: Policy, client: Client, keptFrom: string, now: Date): Promise<Pruned | undefined> {
  const { rows } = await client.query<{ first: string | null; last: string }>(
    'select first_seq::text as first, last_seq::text as last from access_log.prune_months($1)',
    [keptFrom],
  );
  const { first, last } = rows[0]!;
  if (first === null) return undefined;
  // From 0: the entry that records an earlier removal will be removed, too, so this one must account for all.
  const own = commandEntry(policy, { name: 'prune-log', role: 'ERASER', erases: [`0-${last}`] }, now);
  await stageEntry(client, own);
  return { first, last, loggedAs: own.header.id };
}

import { town } from '../../../src/town/index.ts';
import { Client } from 'pg';
import { sequencerLock } from '../../../src/log/store/numbering/sequencer.ts';
import { indexEntries } from '../../../src/log/store/numbering/index-entries.ts';
import { longestPosting } from '../../../src/log/store/numbering/postings.ts';
import type { TestDatabase } from '../database/cluster.ts';

/** Erases segments of numbered entries as the eraser's command does, without logging it. @param found SQL: columns seq and ordinal */
export async function eraseSegments(database: TestDatabase, found: string, values: readonly unknown[] = []): Promise<void> {
  const rows = await database.asOwner<{ seq: string; ordinal: number }>(found, values);
  for (const { seq, ordinal } of rows) {
    // The sequencer locks the tables that are written again.
    await database.asOwner(`select pg_advisory_xact_lock(${sequencerLock}), access_log.erase(${seq}, ${ordinal}, sha256(''))`);
  }
}

/** Changes numbered entries as the owner, and fills the index by data subject again. @param change SQL */
export async function changeEntries(database: TestDatabase, change: string, values: readonly unknown[] = []): Promise<void> {
  const client = new Client({ connectionString: database.roles.owner });
  await client.connect();
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${sequencerLock})`);
    await client.query(change, [...values]);
    await client.query('truncate access_log.posting');
    const { rows } = await client.query<{ first: string }>(
      `select distinct seq / ${longestPosting} * ${longestPosting} as first from access_log.entry`,
    );
    for (const { first } of rows) await indexEntries(client, town.postings, BigInt(first), BigInt(first) + BigInt(longestPosting) - 1n);
    await client.query('commit');
    await client.query('analyze access_log.entry; analyze access_log.posting');
  } finally {
    await client.end();
  }
}

/** SQL: a row of `access_log.entry entry` with other values. @param changed SQL: an expression of type jsonb */
export function entryWith(changed: string): string {
  return `(jsonb_populate_record(null::access_log.entry, to_jsonb(entry) || ${changed})).*`;
}

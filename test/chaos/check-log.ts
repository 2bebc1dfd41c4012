import { Client } from 'pg';
import type { LogKey } from '../../src/log/keys/log-keys.ts';
import { verifyLog } from '../../src/log/verify/verify-log.ts';
import { databaseSource } from '../../src/cli/log/verify/sources/database-source.ts';
import { town } from '../../src/town/index.ts';

/** The verifier's result for a log. */
export interface CheckedLog {
  /** The number of entries in the newest checkpoint. */
  readonly size: number;
  /** A sentence for each fault. */
  readonly faults: readonly string[];
}

/**
 * Verifies one snapshot of the whole log with the verifier of `privacy verify-log`.
 * @param url connection string of an account that may read the log
 */
export async function checkLog(url: string, keys: readonly LogKey[]): Promise<CheckedLog> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { checkpoint, findings, unlisted } = await verifyLog(databaseSource(town, client), { keys, now: Date.now });
    const faults = findings.map(({ code, place }) => `the verifier finds ${code} at ${place}`);
    return { size: checkpoint?.size ?? 0, faults: unlisted > 0 ? [...faults, `the verifier finds ${unlisted} more`] : faults };
  } finally {
    await client.end();
  }
}

import { Client } from 'pg';
import type { LogKey } from '../../src/transparency-log/log-keys.ts';
import { verifyLog } from '../../src/transparency-log/verify/verify-log.ts';
import { databaseSource } from '../../src/cli/privacy/verify-log/database-source.ts';

/** A log as the verifier found it. */
export interface CheckedLog {
  /** Entries that the newest checkpoint is of. */
  readonly size: number;
  /** A sentence for each fault. */
  readonly faults: readonly string[];
}

/**
 * Verifies the whole log as it is in one moment, by the verifier that `privacy verify-log` uses.
 * @param url of an account that may read it
 */
export async function checkLog(url: string, keys: readonly LogKey[]): Promise<CheckedLog> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const { checkpoint, findings, unlisted } = await verifyLog(databaseSource(client), { keys, now: Date.now });
    const faults = findings.map(({ code, place }) => `the verifier finds ${code} at ${place}`);
    return { size: checkpoint?.size ?? 0, faults: unlisted > 0 ? [...faults, `the verifier finds ${unlisted} more`] : faults };
  } finally {
    await client.end();
  }
}

import { Client } from 'pg';
import { verifyLog } from '../../src/log/verify/verify-log.ts';
import { databaseSource } from '../../src/cli/log/verify/sources/database-source.ts';
import { town } from '../../src/town/index.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { openLogKeys, type LogKeyStore } from '../../src/log/store/publication/log-key-store.ts';
import { inBatch, loadEntries } from './load-entries.ts';
import type { Part, Size } from './part.ts';

const loaded: Readonly<Record<Size, number>> = { whole: 1_000_000, quick: 30_000 };

/** Times the verification of `privacy verify-log`, from the database, for entries with three segments each. */
export const verify: Part = {
  ticks: (size) => Math.ceil(loaded[size] / inBatch) + 1,
  async run(town, size, tick) {
    const roles = await town.database('verify', 0);
    const keys = openLogKeys(town.config, town.config.logOrigin);
    await loadEntries(roles, loaded[size], keys, tick);
    const seconds = await verifyOnce(roles, keys, loaded[size]);
    tick();
    return {
      results: [{ case: `verify ${loaded[size]} entries`, contender: 'verifier', median: seconds, unit: 's' }],
      ratios: { [`verify seconds@${loaded[size]}`]: seconds },
    };
  },
};

/**
 * @returns seconds
 * @throws Error if the log has findings: figures of an invalid log would mean nothing
 */
async function verifyOnce(roles: DatabaseRoles, keys: LogKeyStore, entries: number): Promise<number> {
  const client = new Client({ connectionString: roles.gateway });
  await client.connect();
  try {
    await client.query('begin transaction isolation level repeatable read, read only');
    const begun = performance.now();
    const { findings, checkpoint, segments } = await verifyLog(databaseSource(town, client), { keys: keys.keys(), now: Date.now });
    const seconds = (performance.now() - begun) / 1_000;
    const [first] = findings;
    if (first) throw new Error(`The log is not whole: ${first.code} at ${first.place}.`);
    if (checkpoint?.size !== entries || segments !== 3 * entries) throw new Error('Not everything was verified.');
    return seconds;
  } finally {
    await client.end();
  }
}

import type { Pool } from 'pg';
import { PrivacyError } from '../../errors/errors.ts';
import type { DatabaseSchema } from '../migrations/database-schema.ts';
import type { RoleNames } from '../roles/role-names.ts';
import { compareDefinitions, describeDifference, type DefinitionDifference } from './compare-definitions.ts';

/** Watches whether the database is still as the migrations made it. */
export interface DefinitionWatch {
  /** @throws PrivacyError SCHEMA_ALTERED, naming what differs */
  assertUnaltered(): void;
  /** Compares now. It never rejects: what cannot be read is tried again. */
  look(): Promise<void>;
  stop(): void;
}

/** Milliseconds between two comparisons. */
const pause = 30_000;
/** So many comparisons may fail one after the other before the database counts as altered. */
const mostFailures = 4;

/** @param pool signed in as any role */
export function watchDefinitions(pool: Pick<Pool, 'connect'>, roles: RoleNames, schema: DatabaseSchema): DefinitionWatch {
  let found: readonly DefinitionDifference[] = [];
  let failures = 0;
  let looking: Promise<void> | undefined;

  const compare = async (): Promise<readonly DefinitionDifference[]> => {
    const client = await pool.connect();
    try {
      await client.query('begin read only');
      const differences = await compareDefinitions(client, roles, schema);
      await client.query('commit');
      client.release();
      return differences;
    } catch (error) {
      client.release(error as Error);
      throw error;
    }
  };
  const lookOnce = async (): Promise<void> => {
    try {
      const differences = await compare();
      // The sequencer may have been making a month of the log meanwhile.
      found = differences.length === 0 ? differences : await compare();
      failures = 0;
    } catch {
      failures += 1;
    }
  };
  const look = (): Promise<void> => (looking ??= lookOnce().finally(() => (looking = undefined)));
  const timer = setInterval(() => void look(), pause).unref();
  return {
    assertUnaltered() {
      if (failures >= mostFailures) throw new PrivacyError('SCHEMA_ALTERED', { problems: ['the definitions cannot be read'] });
      if (found.length > 0) throw new PrivacyError('SCHEMA_ALTERED', { problems: found.map(describeDifference) });
    },
    look,
    stop: () => clearInterval(timer),
  };
}

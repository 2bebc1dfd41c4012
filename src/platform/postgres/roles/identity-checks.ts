import { checkRole, openCheckPools, type RoleChecks } from './check-role.ts';
import type { DatabaseSchema } from '../migrations/database-schema.ts';

/** Asks the database whether the authorization server may serve. Each check has its own statement and a deadline. */
export interface IdentityChecks extends RoleChecks {
  /** Whether an entry could be staged now: no one is signed in without one. It needs the lock that storing one needs, and stores none. */
  takesEntries(): Promise<boolean>;
}

/**
 * Opens the readiness checks of the authorization server.
 * @param url of the role that writes identities
 * @param connect milliseconds for a new connection
 */
export function openIdentityChecks(url: string, connect: number, schema: DatabaseSchema): IdentityChecks {
  const pools = openCheckPools(url, connect);
  return {
    ...checkRole(pools, 'identity', schema),
    async takesEntries() {
      await pools.kept.query('begin; lock table access_log.staged in row exclusive mode; rollback');
      return true;
    },
  };
}

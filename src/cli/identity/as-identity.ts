import type { Config } from '../../platform/settings/config.ts';
import type { AccountDatabase } from '../../identity/accounts/account-database.ts';
import { asRole } from './as-role.ts';

/** Runs statements as the role of the authorization server; see `asRole`. */
export function asIdentity<Result>(config: Config, work: (database: AccountDatabase) => Promise<Result>): Promise<Result> {
  return asRole(config, 'identity', work);
}

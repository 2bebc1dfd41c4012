import type { JSONWebKeySet } from 'jose';
import type { Config } from './config.ts';

/** What a start outside production adds to the gateway. `demo/development.ts` implements it; `main.ts` chooses. */
export interface Development {
  /**
   * Issuers to trust beside TRUSTED_ISSUERS, with their public keys (RFC 7517).
   * @throws PrivacyError DEVELOPMENT_ISSUER_REFUSED in production
   */
  trustedKeys(config: Config): Promise<ReadonlyMap<string, JSONWebKeySet>>;
  /**
   * Fills a database that has no residents with the demo population.
   * @param ownerUrl connection string of the role that owns the tables
   */
  populateIfEmpty(ownerUrl: string, now: Date): Promise<void>;
}

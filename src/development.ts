import type { App } from './identity-settings.ts';

/** What a start outside production adds to the gateway. `demo/development.ts` implements it; `main.ts` chooses. */
export interface Development {
  /** Apps beside IDENTITY_CLIENTS, where there is a demo population. */
  readonly apps: readonly App[];
  /**
   * Fills a database that has no residents with the demo population and its accounts.
   * @param ownerUrl connection string of the role that owns the tables
   * @param dataDirectory where the demo keeps private keys
   */
  populateIfEmpty(ownerUrl: string, dataDirectory: string, now: Date): Promise<void>;
}

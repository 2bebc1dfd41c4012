import type { FastifyInstance } from 'fastify';
import type { App, Config } from '../../../platform/settings/config.ts';
import type { IdentityServer } from '../../../identity/server/provider.ts';
import type { InTurn } from '../../../engine/own-pages.ts';

/** The additions of a start outside production. `demo/development.ts` implements it; `main.ts` chooses. */
export interface Development {
  /** Apps in addition to IDENTITY_CLIENTS, if there is a demo population. */
  readonly apps: readonly App[];
  /**
   * Fills a database that has no people with the demo population and its accounts.
   * @param ownerUrl connection string of the role that owns the tables
   * @param dataDirectory where the demo keeps private keys
   */
  populateIfEmpty(ownerUrl: string, dataDirectory: string, now: Date): Promise<void>;
  /**
   * Serves the page on which one signs in as anyone of the demo.
   * @param dataDirectory where the demo keeps private keys
   */
  servePage(app: FastifyInstance, server: SessionServer, dataDirectory: string, inTurn: InTurn): Promise<void>;
}

/** The function that starts sessions, at the origin of its address. */
export type SessionServer = Pick<IdentityServer, 'issuer' | 'sessions' | 'sessionCookie'>;

/** The address of the page; undefined: there is none. */
export function developmentAddress({ demoPopulation, identity }: Pick<Config, 'demoPopulation' | 'identity'>): string | undefined {
  return demoPopulation && identity?.isServed ? new URL('/development', identity.issuer).href : undefined;
}

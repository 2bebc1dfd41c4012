import { join } from 'node:path';
import { personaNamed } from '../../demo/personas.ts';
import { dayOf } from '../../src/records/reader.ts';
import { openTown } from '../town.ts';
import { grantToClerk } from './clerk-grants.ts';
import type { ContenderName, Serving, Settings } from './contender.ts';
import { openIssuer } from './issuer.ts';
import { startContender } from './start-contender.ts';

const names: readonly ContenderName[] = ['shield-orm', 'postgraphile', 'plain-sql', 'gateway', 'mercurius'];

export interface Server {
  readonly name: ContenderName;
  readonly serving: Required<Serving>;
}

/** All contenders, each in a separate process, with one PostgreSQL. */
export interface Servers {
  readonly servers: readonly Server[];
  /** The headers of a clerk's request to the gateway; the other contenders get them too, but do not need them. */
  readonly headers: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/**
 * Starts a database with this many residents and all its servers; if one fails, all are stopped.
 * @param numbered whether the gateway numbers its log
 */
export async function openServers(residents: number, numbered = true): Promise<Servers> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closers.splice(0).toReversed()) await stop();
  };
  try {
    const town = await openTown();
    closers.push(() => town.close());
    const { config } = town;
    const { gateway: records, sequencer } = await town.database('http', residents);
    const administrator = town.administratorOf('http');
    const today = dayOf(new Date());
    const authenticator = await grantToClerk(administrator, today);
    const persona = personaNamed('customer-service');
    // Production refuses the development issuer.
    const issuer = await openIssuer(join(config.dataDirectory, 'issuer.json'));
    const settings: Omit<Settings, 'contender'> = {
      records,
      authenticator,
      clerk: persona.principal,
      today,
      environment: {
        NODE_ENV: 'production',
        PORT: '0',
        DATABASE_URL: records,
        DATABASE_SEQUENCER_URL: sequencer,
        DATA_DIR: config.dataDirectory,
        // In production, a gateway may not read the secrets of the other roles.
        SECRETS: `folder:${join(config.dataDirectory, 'serving')}`,
        TRUSTED_ISSUERS: issuer.trusted,
        TOKEN_MAX_LIFETIME: '86400',
        // One clerk stands for all of the load.
        REQUESTS_PER_PRINCIPAL: '1000',
        LOG_LEVEL: 'error',
        SEQUENCER: numbered ? 'on' : 'off',
      },
    };
    const servers: Server[] = [];
    for (const name of names) {
      const serving = await startContender({ ...settings, contender: name });
      closers.push(() => serving.stop());
      servers.push({ name, serving });
    }
    const headers = {
      authorization: `Bearer ${await issuer.issue(persona, config.audience)}`,
      'privacy-purpose': 'SERVICE_PROVISION',
    };
    return { servers, headers, close };
  } catch (error) {
    await close();
    throw error;
  }
}

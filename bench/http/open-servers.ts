import { join } from 'node:path';
import { personaNamed } from '../../demo/personas.ts';
import { demoCalendar } from '../../demo/demo-calendar.ts';
import type { Access } from '../day/people.ts';
import type { Issue } from '../day/requests.ts';
import { openTown } from '../town.ts';
import { grantToClerk } from './clerk-grants.ts';
import type { ContenderName, ProcessName, Serving, Settings } from './contender.ts';
import { gatewayEnvironment } from './gateway-environment.ts';
import { openIssuer } from './issuer.ts';
import { startContender } from './start-contender.ts';

const names: readonly ContenderName[] = ['shield-orm', 'postgraphile', 'plain-sql', 'gateway', 'mercurius'];
/** Those that are timed in several processes, and the gateway in one. */
const namesInSeveral: readonly ContenderName[] = ['postgraphile', 'plain-sql', 'gateway', 'gateway-alone'];

export interface Server {
  readonly name: ContenderName;
  readonly serving: Required<Serving>;
}

/** All contenders, each in a separate process, with one PostgreSQL. */
export interface Servers {
  readonly servers: readonly Server[];
  /** The headers of a clerk's request to the gateway; the other contenders get them too, but do not need them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The town, for requests of other people. */
  readonly town: Access;
  /** The audience of tokens for the gateway. */
  readonly audience: string;
  /** Signs an access token for the gateway. */
  readonly issue: Issue;
  /** Starts one more process over the same town. */
  start(contender: ProcessName): Promise<Required<Serving>>;
  close(): Promise<void>;
}

/**
 * Starts a database with this many residents and all its servers; if one fails, all are stopped.
 * @param numbered whether the gateway numbers its log
 * @param workers in how many processes each serves
 */
export async function openServers(residents: number, numbered = true, workers = 1): Promise<Servers> {
  const closers: (() => Promise<void>)[] = [];
  const close = async (): Promise<void> => {
    for (const stop of closers.splice(0).toReversed()) await stop();
  };
  try {
    const town = await openTown(['-c', `max_connections=${100 + 40 * workers}`]);
    closers.push(() => town.close());
    const { config } = town;
    const roles = await town.database('http', residents);
    const administrator = town.administratorOf('http');
    const today = demoCalendar.dayOf(new Date());
    const authenticator = await grantToClerk(administrator, today);
    const persona = personaNamed('customer-service');
    const issuer = await openIssuer(join(config.dataDirectory, 'issuer.json'));
    const settings: Omit<Settings, 'contender' | 'workers'> = {
      records: roles.gateway,
      authenticator,
      clerk: persona.principal,
      today,
      environment: gatewayEnvironment(config, roles, issuer.trusted, numbered),
    };
    const servers: Server[] = [];
    const start = async (contender: ProcessName): Promise<Required<Serving>> => {
      const serving = await startContender({ ...settings, contender, workers: contender === 'gateway-alone' ? 1 : workers });
      closers.push(() => serving.stop());
      return serving;
    };
    for (const name of workers > 1 ? namesInSeveral : names) servers.push({ name, serving: await start(name) });
    const issue: Issue = (who) => issuer.issue(who, config.audience);
    const headers = {
      authorization: `Bearer ${await issue(persona)}`,
      'privacy-purpose': 'SERVICE_PROVISION',
    };
    const { owner, gateway } = roles;
    return { servers, headers, town: { administrator, owner, gateway }, audience: config.audience, issue, start, close };
  } catch (error) {
    await close();
    throw error;
  }
}

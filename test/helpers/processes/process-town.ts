import { readConfig } from '../../../src/platform/settings/config.ts';
import { lastingPort } from './lasting-port.ts';
import { cast } from '../../../demo/personas.ts';
import { copyDatabase, testCluster, type TestDatabase } from '../database/cluster.ts';
import { app, bothEmail, residentEmail } from '../identity/identity-town.ts';
import { issueToken, trustedIssuers, type TokenRequest } from '../tokens/issuer.ts';
import { liveToday } from '../time/live-today.ts';
import { storeAccount } from '../identity/open-test-accounts.ts';
import { parseBody, type Body } from '../asking/parse-body.ts';
import { startProgram } from './program.ts';
import { settingsFor } from './run-privacy.ts';

/** Two processes of `src/main.ts` on one database. The first one has the public address; the second one is another instance behind it. */
export interface ProcessTown {
  readonly issuer: string;
  /** The address of `/graphql` that proofs name: that of the first process. */
  readonly url: string;
  /** The address of `/graphql` at the second process. */
  readonly otherUrl: string;
  /** The database, by the name that the helpers of apps and partners know. */
  readonly one: { readonly database: TestDatabase };
  /** The settings of both, for commands. */
  readonly settings: Readonly<Record<string, string>>;
  /** Asks the first process as an employee who has just used a passkey at another trusted issuer. */
  askAsEmployee(who: Pick<TokenRequest, 'subject' | 'role' | 'purposes'>, query: string, variables: object): Promise<Body>;
  /** Sends what is meant for the first process to the second one. */
  elsewhere(address: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export async function openProcessTown(): Promise<ProcessTown> {
  const database = await copyDatabase();
  await liveToday(database);
  await storeAccount(database, { email: residentEmail, residentId: cast.resident });
  await storeAccount(database, { email: bothEmail, residentId: cast.neighbour, employeeId: cast.clerk });
  const [port, otherPort] = [await lastingPort(), await lastingPort()];
  const [origin, otherOrigin] = [`http://127.0.0.1:${port}`, `http://127.0.0.1:${otherPort}`];
  const settings = {
    ...settingsFor(database),
    IDENTITY_ISSUER: `${origin}/oidc`,
    IDENTITY_CLIENTS: JSON.stringify([app]),
    TRUSTED_ISSUERS: trustedIssuers(testCluster().dataDirectory),
    LOG_LEVEL: 'error',
  };
  const start = (at: number) => startProgram('src/main.ts', { ...settings, PORT: String(at) });
  const processes = await Promise.all([start(port), start(otherPort)]);
  const url = `${origin}/graphql`;
  return {
    issuer: settings.IDENTITY_ISSUER,
    url,
    otherUrl: `${otherOrigin}/graphql`,
    one: { database },
    settings,
    async askAsEmployee(who, query, variables) {
      const token = await issueToken(readConfig(settings), { ...who, now: new Date() });
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'privacy-purpose': who.purposes[0]! };
      return parseBody(await (await fetch(url, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })).text());
    },
    elsewhere: (address, init) => fetch(address.replace(origin, otherOrigin), init),
    async close() {
      for (const process of processes) process.kill('SIGTERM');
      await Promise.all(processes.map(({ ended }) => ended));
      await database.drop();
    },
  };
}

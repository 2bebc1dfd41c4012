import { Pool, type QueryResultRow } from 'pg';
import { issueToken, trustedIssuers } from '../helpers/tokens/issuer.ts';
import { personaNamed } from '../../demo/personas.ts';
import { readConfig, type Config } from '../../src/platform/settings/config.ts';
import { connectionOptions } from '../../src/platform/settings/connection-options.ts';
import { databaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../src/platform/postgres/connections/server.ts';
import { askWithToken } from '../helpers/tokens/ask-with-token.ts';
import type { Answered, Asked } from '../helpers/gateway/gateway.ts';
import type { Body } from '../helpers/asking/parse-body.ts';
import { personalPrinted } from '../helpers/values/nothing-personal.ts';
import { startProgram, type Program } from '../helpers/processes/program.ts';
import { makeDatabase } from '../helpers/database/run-database.ts';
import type { CaseContext } from './case.ts';
import type { Server } from './server.ts';

type Settings = Readonly<Record<string, string>>;

/** A gateway that runs as a process, with its demo population. */
export interface RunningGateway {
  readonly program: Program;
  readonly url: string;
  /** The settings that it was started with. */
  readonly settings: Settings;
  ask(persona: string, query: string, asked?: Asked): Promise<Answered>;
  /** Stops it by SIGTERM, and then searches what it has written. @returns its exit code @throws Error if it wrote a personal value */
  stop(): Promise<number | NodeJS.Signals>;
}

/** Makes the gateway's database as docs/operations.md says, and gives the settings to reach it. */
export async function prepareDatabase(server: Server, dataDirectory: string): Promise<Settings> {
  const settings = settingsFor(server, dataDirectory);
  await makeDatabase(server.url(), settings);
  return settings;
}

/** The settings of a gateway with the demo population. */
export function settingsFor(server: Server, dataDirectory: string): Settings {
  return { NODE_ENV: 'test', DATABASE_URL: serverUrl(server.url(), 'need_to_know'), DATA_DIR: dataDirectory, POPULATION: 'demo' };
}

/** Starts `npm start` as a process, and stops it at the end of the case. */
export async function startGateway(context: CaseContext, settings: Settings): Promise<RunningGateway> {
  const all: Settings = { PORT: '0', LOG_LEVEL: 'info', TRUSTED_ISSUERS: trustedIssuers(settings['DATA_DIR']!), ...settings };
  const program = await startProgram('src/main.ts', all);
  context.onEnd(async () => {
    program.kill('SIGKILL');
    await program.ended;
  });
  const url = new URL('/graphql', program.ready).href;
  const config = readConfig(all);
  const send = async ({ path: _path, ...init }: RequestInit & { readonly path?: string }): Promise<Answered> => {
    const response = await fetch(url, init);
    const text = await response.text();
    const { data, errors = [], extensions } = JSON.parse(text) as Body;
    return {
      status: response.status,
      headers: response.headers,
      text,
      data,
      errors,
      codes: errors.map((error) => error.extensions.code),
      privacy: extensions?.privacy ?? { purpose: null, withheld: [] },
    };
  };
  return {
    program,
    url,
    settings: all,
    ask: async (name, query, asked) => {
      const { principal, role, purposes } = personaNamed(name);
      const token = await issueToken(config, { subject: principal, role, purposes, now: new Date() });
      return askWithToken(send, token, query, asked);
    },
    stop: async () => {
      program.kill('SIGTERM');
      const code = await program.ended;
      const found = await printedBy(program, config, all['DATABASE_URL']!);
      if (found.length > 0) throw new Error(found.join('; '));
      return code;
    },
  };
}

/** Finds the personal values of the gateway's database in what it has written. The gateway's role may read all of them. */
async function printedBy(program: Program, config: Config, server: string): Promise<string[]> {
  const pool = new Pool({ ...connectionOptions(databaseRoles(config, server).gateway), max: 1 });
  // The server can stop before it has read that the pool ended.
  pool.on('error', () => undefined);
  try {
    return await personalPrinted([program], {
      asOwner: async <Row extends QueryResultRow>(text: string) => (await pool.query<Row>(text)).rows,
    });
  } finally {
    await pool.end();
  }
}

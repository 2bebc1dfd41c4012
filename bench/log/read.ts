import { town as application } from '../../src/town/index.ts';
import { Client } from 'pg';
import { openGroupCommit } from '../../src/log/store/staging/group-commit.ts';
import { createReceipts } from '../../src/log/store/publication/make-receipts.ts';
import { startSequencer } from '../../src/log/store/numbering/sequencer.ts';
import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { personaNamed } from '../../demo/personas.ts';
import { openLogKeys } from '../../src/log/store/publication/log-key-store.ts';
import { openOrm } from '../../src/platform/postgres/connections/orm.ts';
import { median } from '../median.ts';
import { noLog, openApp } from './app.ts';
import { openLoad } from '../load/load.ts';
import type { Town } from '../town.ts';

const connections = 16;
const rows = 50;

const operation = `{ residents(first: ${rows}) { edges { node {
  id givenName familyName initials ageBand emailHint phoneHint address { street locality province postalCode }
} } } }`;

/** The duration of a measurement. */
export interface ReadTiming {
  /** Slices with the log on; the same number with it off, in turn. */
  readonly slices: number;
  readonly milliseconds: number;
}

/** The cost of a read with and without the log. */
export interface ReadFigures {
  /** Median answers per second. */
  readonly on: number;
  readonly off: number;
  /** Seconds that the oldest entry without a number had waited when the last slice with the log ended. */
  readonly backlog: number;
}

/** Times clerks' searches on two gateways over one database, alternately with and without the log. */
export async function read(town: Town, roles: DatabaseRoles, timing: ReadTiming, tick: () => void): Promise<ReadFigures> {
  const { config } = town;
  const orm = await openOrm(roles.gateway, application.entities);
  const keys = openLogKeys(config, config.logOrigin);
  const sequencer = startSequencer(roles.sequencer, application.postings, keys, { read: () => undefined, write: () => undefined }, ignore);
  const makeReceipts = createReceipts(keys.origin, keys.newest, Date.now);
  const appends = openGroupCommit(roles.gateway, makeReceipts, application.access, ignore);
  const apps = [await openApp(config, orm, { appends, makeReceipts }), await openApp(config, orm, noLog)];
  const { principal, role, purposes } = personaNamed('customer-service');
  const headers = {
    authorization: `Bearer ${await issueToken(config, { subject: principal, role, purposes, now: new Date() })}`,
    'privacy-purpose': 'SERVICE_PROVISION',
  };
  const body = JSON.stringify({ query: operation });
  const urls = apps.map(({ url }) => url);
  await assertEqualAnswers(urls, headers, body);
  const [on, off] = await Promise.all(urls.map((url) => openLoad(url, connections, headers, body)));
  const samples = { on: new Array<number>(), off: new Array<number>() };
  let backlog = 0;
  try {
    for (const load of [on!, off!]) await load.slice(Math.min(timing.milliseconds, 3_000));
    for (let slice = 0; slice < timing.slices; slice += 1) {
      for (const name of ['on', 'off'] as const) {
        const { answers, seconds } = await (name === 'on' ? on! : off!).slice(timing.milliseconds);
        samples[name].push(answers / seconds);
        if (name === 'on') backlog = await oldestStaged(roles);
        // Numbers the remaining entries now, so that this does not slow the other side.
        await sequencer.run();
        tick();
      }
    }
  } finally {
    for (const load of [on!, off!]) await load.stop();
    for (const app of apps) await app.close();
    await appends.stop();
    await sequencer.stop();
    await orm.close(true);
  }
  return { on: median(samples.on), off: median(samples.off), backlog };
}

/** Figures for unequal answers would mean nothing. */
async function assertEqualAnswers(urls: readonly string[], headers: Readonly<Record<string, string>>, body: string): Promise<void> {
  const texts = await Promise.all(
    urls.map(async (url) => {
      const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body });
      const { data, errors, extensions } = (await response.json()) as Answer;
      if (errors !== undefined || data.residents.edges.length !== rows) throw new Error(`The answer does not have ${rows} rows.`);
      return { data: JSON.stringify(data), receipt: extensions.privacy.receipt };
    }),
  );
  if (texts[0]?.data !== texts[1]?.data) throw new Error('With the log and without the answers differ.');
  if (texts[0]?.receipt === undefined || texts[1]?.receipt !== undefined) throw new Error('The log is not on and off.');
}

interface Answer {
  readonly data: { readonly residents: { readonly edges: readonly unknown[] } };
  readonly errors?: unknown;
  readonly extensions: { readonly privacy: { readonly receipt?: unknown } };
}

async function oldestStaged(roles: DatabaseRoles): Promise<number> {
  const client = new Client({ connectionString: roles.owner });
  await client.connect();
  try {
    const { rows: found } = await client.query<{ seconds: string | null }>(
      `select extract(epoch from clock_timestamp() - min(at)) as seconds from access_log.staged`,
    );
    return Number(found[0]?.seconds ?? 0);
  } finally {
    await client.end();
  }
}

// A failed statement rejects its own promise; the end of a connection at shutdown is not a failure.
function ignore(): void {}

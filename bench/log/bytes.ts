import { Client } from 'pg';
import { issueToken } from '../../test/helpers/tokens/issuer.ts';
import type { Config } from '../../src/platform/settings/config.ts';
import type { DatabaseRoles } from '../../src/platform/postgres/roles/roles.ts';
import { openClient } from '../conversation/client.ts';
import { step, type Conversation } from '../conversation/conversation.ts';
import { createEmployees } from '../create-employees.ts';
import { serve } from '../numbered-gateway.ts';
import type { Figure, Limits } from '../report.ts';
import { commonBeginnings, drawSample } from '../scale/sample.ts';
import type { Part, Size } from './part.ts';

const residents = 20_000;
const clerks = 16;
// Few enough for a clerk's read budget, both kinds together.
const [searches, records] = [6, 100];
const milliseconds: Readonly<Record<Size, number>> = { whole: 5_000, quick: 700 };
const warmUp = 1_000;

/** The most that 1,000 reads may add to the database, and to its write-ahead log, in MB. */
export const bytesLimits: Limits = {
  [ratioName('database', 1)]: { most: 1.2 },
  [ratioName('database', 50)]: { most: 6 },
  [ratioName('WAL', 1)]: { most: 2.5 },
  [ratioName('WAL', 50)]: { most: 12 },
};

type Lanes = readonly (readonly Conversation[])[];

/** Reads of many clerks, about many people: entries about the same few would take less room in an index by data subject. */
interface Reads {
  readonly rows: 1 | 50;
  readonly lanes: Lanes;
}

/**
 * Measures how many bytes 1,000 reads add to the database once they are numbered and dead rows are removed, and to the write-ahead log. It
 * includes full pages after a checkpoint, and all that a read writes in addition to its entry.
 */
export const bytes: Part = {
  ticks: () => 2,
  async run(town, size, tick) {
    const roles = await town.database('bytes', residents);
    const administrator = new Client({ connectionString: town.administratorOf('bytes') });
    await administrator.connect();
    const served = await serve(town.config, roles);
    const client = openClient();
    const results: Figure[] = [];
    const ratios: Record<string, number> = {};
    try {
      for (const { rows, lanes } of await readsOf(town.config, roles)) {
        const load = async (duration: number): Promise<number> => {
          const { times } = await client.run({ url: served.url, lanes, milliseconds: duration });
          await served.number();
          return times.flat().length;
        };
        await load(warmUp);
        const added = await measureGrowth(administrator, () => load(milliseconds[size]));
        const name = rows === 1 ? '1 row' : `${rows} rows`;
        for (const what of ['database', 'WAL'] as const) {
          results.push({ case: `${name}, 1,000 reads`, contender: what, median: added[what], unit: 'MB' });
          ratios[ratioName(what, rows)] = added[what];
        }
        tick();
      }
    } finally {
      await client.stop();
      await served.close();
      await administrator.end();
    }
    return { results, ratios };
  },
};

function ratioName(what: 'database' | 'WAL', rows: number): string {
  return `MB of ${what} per 1,000 reads@${rows}`;
}

/** MB per 1,000 reads. @param load returns the number of reads */
async function measureGrowth(administrator: Client, load: () => Promise<number>): Promise<Readonly<Record<'database' | 'WAL', number>>> {
  const read = async (text: string): Promise<number> => {
    const { rows } = await administrator.query<{ bytes: string }>(`select ${text} as bytes`);
    return Number(rows[0]!.bytes);
  };
  const [sizeNow, walNow] = ['pg_database_size(current_database())', `pg_current_wal_insert_lsn() - '0/0'::pg_lsn`] as const;
  await administrator.query('vacuum');
  await administrator.query('checkpoint');
  const before = { database: await read(sizeNow), WAL: await read(walNow) };
  const reads = await load();
  const walAfter = await read(walNow);
  await administrator.query('vacuum');
  return { database: ((await read(sizeNow)) - before.database) / reads / 1_000, WAL: (walAfter - before.WAL) / reads / 1_000 };
}

const fields = 'id givenName familyName initials ageBand emailHint phoneHint address { street locality province postalCode }';
const record = `query ($id: ID!) { resident(id: $id) { ${fields} } }`;
const search = `query ($begins: String!) { residents(filter: { familyName: $begins }, first: 50) { edges { node { ${fields} } } } }`;

async function readsOf(config: Config, roles: DatabaseRoles): Promise<readonly Reads[]> {
  const beginnings = await commonBeginnings(roles, 50, clerks * searches);
  const { residents: people } = await drawSample(roles, { residents: clerks * records, visitors: 0, buyers: 0 });
  const ids = await createEmployees(roles, clerks);
  const tokens = await Promise.all(
    ids.map((subject) => issueToken(config, { subject, role: 'CUSTOMER_SERVICE', purposes: ['SERVICE_PROVISION'], now: new Date() })),
  );
  const counter = { purpose: 'SERVICE_PROVISION' } as const;
  const lanesOf = (each: number, conversation: (token: string, at: number) => Conversation): Lanes =>
    tokens.map((token, lane) => Array.from({ length: each }, (_, at) => conversation(token, lane * each + at)));
  return [
    { rows: 1, lanes: lanesOf(records, (token, at) => [step(token, record, { id: people[at] }, ['resident', 'familyName'], counter)]) },
    {
      rows: 50,
      lanes: lanesOf(searches, (token, at) => [
        step(token, search, { begins: beginnings[at % beginnings.length] }, ['residents', 'edges', '49', 'node', 'familyName'], counter),
      ]),
    },
  ];
}

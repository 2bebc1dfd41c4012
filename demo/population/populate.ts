import { Client } from 'pg';
import { connectionOptions } from '../../src/platform/settings/connection-options.ts';
import { createBatch } from './batch.ts';
import { addCastCases } from './cast-cases.ts';
import { addCastLives } from './cast-lives.ts';
import { homesOfCast, reservedNames } from './cast-residents.ts';
import { createCaseNumbers } from './case-numbers.ts';
import { clear } from './clear.ts';
import { addEndedEncounter } from './encounters.ts';
import { addFamily } from './families.ts';
import { addAccount, addPurchases } from './finances.ts';
import { addMandates } from './mandates.ts';
import { nameFurtherSubjects } from './name-subjects.ts';
import { addPartners } from './partners.ts';
import { createPeople } from './people.ts';
import { drawPools } from './pools.ts';
import { createRandom } from './random.ts';
import { addRequest } from './requests.ts';
import { addServices } from './services.ts';
import { addEmployees, employeeNames } from './staff.ts';
import { tableOrder } from './tables.ts';
import { addTicket } from './tickets.ts';
import { drawVisits } from './web-visits.ts';
import { withoutIndexes } from './without-indexes.ts';
import type { World } from './world.ts';

export interface PopulateOptions {
  /** The number of residents, including the cast; at least 200. */
  readonly residents: number;
  /** RFC 3339 full-date, in the municipality's time zone. */
  readonly today: string;
  readonly now: Date;
  /** Whether to delete all records and web visits first. The access log stays. */
  readonly replace?: boolean;
  /** Called after each load. */
  readonly onProgress?: (done: number, total: number) => void;
}

// From this number of residents on, creating the indexes after the load is faster than keeping them up to date.
const leastWithoutIndexes = 20_000;

// Rows in one load: enough to make COPY worthwhile, few enough to hold in memory.
const rowsInBatch = 60_000;

/**
 * Fills the records with the cast of `personas.ts` and with people drawn from a seed. The same options give the same
 * rows. Everything is loaded in one transaction.
 * @param ownerUrl connection string of the role that owns the tables
 * @returns the number of rows added; 0 if the database has residents, perhaps from another process that started with this one
 */
export async function populate(ownerUrl: string, options: PopulateOptions): Promise<number> {
  return withClient(ownerUrl, async (client) => {
    await client.query('begin');
    try {
      // Two gateways can start on the same empty database.
      await client.query(`select pg_advisory_xact_lock(hashtextextended('need-to-know demo population', 0))`);
      if (options.replace) await clear(client);
      const rows = (await hasResidents(client)) ? 0 : await fill(client, options);
      await client.query('commit');
      // Plans need statistics, and index-only scans need the visibility map.
      if (rows > 0) await client.query(`vacuum (analyze) ${tableOrder.join(', ')}`);
      return rows;
    } catch (error) {
      // The connection itself may have failed. Closing it rolls back as well.
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  });
}

async function fill(client: Client, options: PopulateOptions): Promise<number> {
  const drawAll = async (): Promise<number> => draw(client, options);
  const rows = await (options.residents < leastWithoutIndexes ? drawAll() : withoutIndexes(client, drawAll));
  return rows + (await nameFurtherSubjects(client));
}

async function draw(client: Client, { residents, today, now, onProgress }: PopulateOptions): Promise<number> {
  const pools = drawPools(new Set([...reservedNames, ...employeeNames]));
  const caseNumbers = createCaseNumbers();
  const world: World = { today, now, pools, people: createRandom('people'), doings: createRandom('doings'), caseNumbers };
  const batch = createBatch();
  let rows = 0;

  addPartners(batch);
  addServices(batch);
  addEmployees(batch, world);
  addCastLives(batch, today, now);
  addCastCases(batch, world);
  addMandates(batch, now);

  const drawPerson = createPeople(world);
  for (let done = homesOfCast.length; done < residents;) {
    const family = addFamily(batch, world, drawPerson, residents - done);
    for (const resident of family) {
      addAccount(batch, world, resident);
      addPurchases(batch, world, resident);
      addTicket(batch, world, resident);
      addRequest(batch, world, resident);
      addEndedEncounter(batch, world, resident);
    }
    done += family.length;
    if (batch.size >= rowsInBatch || done >= residents) {
      rows += await batch.load(client);
      onProgress?.(done, residents);
    }
  }
  for (const visit of drawVisits(residents, now)) {
    batch.add('web.visit', visit);
    if (batch.size >= rowsInBatch) rows += await batch.load(client);
  }
  return rows + (await batch.load(client));
}

async function hasResidents(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ populated: boolean }>('select exists (select from recreation.resident) as populated');
  return rows[0]?.populated ?? false;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(connectionOptions(url));
  // A broken connection fails the running statement. Without a listener the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

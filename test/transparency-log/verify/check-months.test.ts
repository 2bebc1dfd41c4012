import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { openGateway, type TestGateway } from '../../helpers/gateway.ts';
import { dropThisMonth, monthOfNow } from '../../helpers/months.ts';

// The end of a month never blocks a response, even without a partition for the next month.
let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
  // The sequencer creates partitions at its start, on the connection that it uses for numbering, and not again for hours.
  await gateway.sequence();
  await dropThisMonth(gateway.database);
});
afterAll(() => gateway.close());

async function makeMonths(): Promise<number> {
  const client = new Client({ connectionString: gateway.database.roles.sequencer });
  await client.connect();
  try {
    const { rows } = await client.query<{ made: number }>('select access_log.make_months(3) as made');
    return rows[0]!.made;
  } finally {
    await client.end();
  }
}

async function places(table: 'entry' | 'posting'): Promise<string[]> {
  const rows = await gateway.database.asOwner<{ place: string }>(
    `select distinct tableoid::regclass || ' ' || month::text as place from access_log.${table} order by 1`,
  );
  return rows.map(({ place }) => place);
}

async function numbers(): Promise<[entries: number[], about: number]> {
  const entries = await gateway.database.asOwner<{ seq: number }>('select seq::int from access_log.entry order by seq');
  const [row] = await gateway.database.asOwner<{ count: number }>('select count(*)::int from access_log.about');
  return [entries.map(({ seq }) => seq), row!.count];
}

const month = monthOfNow();
const part = (table: string): string => `access_log.${table}_${month.slice(0, 7).replace('-', '_')} ${month}`;

test('an entry without a partition for its month is stored in the default partition', async () => {
  for (let count = 0; count < 3; count++) {
    const { errors, privacy } = await gateway.ask('resident', '{ me { givenName } }');
    expect({ errors, entry: privacy.receipt?.entry }).toEqual({ errors: [], entry: expect.any(String) });
  }
  await gateway.sequence();
  expect(await places('entry')).toEqual([`access_log.entry_default ${month}`]);
  expect(await places('posting')).toEqual([`access_log.posting_default ${month}`]);
  const { data } = await gateway.ask('resident', '{ accessEntries(first: 10) { totalCount } }');
  expect(data.accessEntries.totalCount).toBe(3);
  await gateway.sequence();
  expect(await numbers()).toEqual([[0, 1, 2, 3], 3]);
});

test('entries move to their own partition once it exists, and none is lost', async () => {
  const stored = async (): Promise<unknown> => [
    await gateway.database.asOwner('select seq, ordinal, salt, content from access_log.opened order by 1, 2'),
    await gateway.database.asOwner('select * from access_log.posting order by first_seq, subject_id'),
  ];
  const before = await stored();
  expect(await makeMonths()).toBe(2);
  expect(await places('entry')).toEqual([part('entry')]);
  expect(await places('posting')).toEqual([part('posting')]);
  expect(await stored()).toEqual(before);
  expect(await makeMonths()).toBe(0);
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
  expect((await numbers())[0]).toEqual([0, 1, 2, 3, 4]);
  expect(await places('entry')).toEqual([part('entry')]);
});

import { beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { dropMonths } from '../../../helpers/time/months.ts';

// The end of a month never blocks a response, even without a partition for the next month. It may come while the suite runs.
const gateway = useGateway();
beforeAll(async () => {
  // The sequencer creates partitions at its start, on the connection that it uses for numbering, and not again for hours.
  await gateway.sequence();
  await dropMonths(gateway.database);
});

/** Makes what is missing, twice. @returns how many were made each time, and the first month that was looked at */
async function makeMonths(): Promise<{ readonly made: readonly number[]; readonly from: string }> {
  const client = new Client({ connectionString: gateway.database.roles.sequencer });
  await client.connect();
  try {
    const make = `select access_log.make_months(3) as made, date_trunc('month', now() at time zone 'UTC')::date::text as from`;
    await client.query('begin');
    const [first, second] = [await client.query(make), await client.query(make)].map(
      ({ rows }) => rows[0] as { made: number; from: string },
    );
    await client.query('commit');
    return { made: [first!.made, second!.made], from: first!.from };
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

/** Where entries of these months are: in their own partitions from one month on, in the default one before it. */
async function expectOwnPartitions(table: 'entry' | 'posting', from: string): Promise<void> {
  const found = await places(table);
  expect(found.length).toBeGreaterThan(0);
  const months = found.map((place) => place.slice(-10));
  const own = (month: string): string => (month < from ? 'default' : month.slice(0, 7).replace('-', '_'));
  expect(found).toEqual(months.map((month) => `access_log.${table}_${own(month)} ${month}`));
}

test('an entry without a partition for its month is stored in the default partition', async () => {
  for (let count = 0; count < 3; count++) {
    const { errors, privacy } = await gateway.ask('resident', '{ me { givenName } }');
    expect({ errors, entry: privacy.receipt?.entry }).toEqual({ errors: [], entry: expect.any(String) });
  }
  await gateway.sequence();
  for (const table of ['entry', 'posting'] as const) await expectOwnPartitions(table, '9999-12-01');
  const { data } = await gateway.ask('resident', '{ accessEntries(first: 10) { totalCount } }');
  expect(data.accessEntries.totalCount).toBe(3);
  await gateway.sequence();
  expect(await numbers()).toEqual([[0, 1, 2, 3], 3]);
});

test('entries move to their own partition once it exists, and none is lost', async () => {
  const stored = async (): Promise<unknown> => [
    await gateway.database.asOwner('select seq, ordinal, salt, content from access_log.segment order by 1, 2'),
    await gateway.database.asOwner('select * from access_log.posting order by first_seq, subject_id'),
  ];
  const before = await stored();
  const { made, from } = await makeMonths();
  expect(made).toEqual([expect.any(Number), 0]);
  expect(made[0]).toBeGreaterThan(0);
  for (const table of ['entry', 'posting'] as const) await expectOwnPartitions(table, from);
  expect(await stored()).toEqual(before);
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
  expect((await numbers())[0]).toEqual([0, 1, 2, 3, 4]);
  await expectOwnPartitions('entry', from);
});

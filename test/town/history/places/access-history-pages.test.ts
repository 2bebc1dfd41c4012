import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { sealOrder } from '../../../../bench/log/sealed-reads.ts';
import { cast } from '../../../../demo/personas.ts';
import { longestPosting, postingKinds } from '../../../../src/log/store/numbering/postings.ts';
import { askAsResident } from '../../../helpers/asking/ask-as.ts';
import { changeEntries, entryWith } from '../../../helpers/entries/change-entries.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { rowsRead } from '../../../helpers/values/rows-read.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

/** The most rows that one scan may read for a page of 20. */
const most = 200;

const gateway = useGateway();
beforeAll(async () => {
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
  await fillLog(cast.protectedPerson, 10_000);
});

const page = `query ($after: String) { me { accessHistory(first: 20, after: $after) {
  pageInfo { endCursor } edges { node { entryId by { role employee { id } } why case kind fields } } } } }`;

test('a page walks the index by data subject backwards and reads nothing else of a long log', async () => {
  const captured = captureStatements();
  const { data } = await askAsResident(gateway, cast.protectedPerson, page);
  expect(data.me.accessHistory.edges).toHaveLength(20);
  const after = data.me.accessHistory.pageInfo.endCursor;
  expect((await askAsResident(gateway, cast.protectedPerson, page, { after })).errors).toEqual([]);
  captured.stop();
  const pages = captured.statements.filter(({ text }) => text.includes('access_log.about about'));
  expect(pages).toHaveLength(2);
  for (const read of pages) {
    for (const generic of [false, true]) {
      const rows = await rowsRead(gateway.database.roles.owner, read, generic);
      expect([read.text, generic, rows.filter((scan) => scan.rows > most)]).toEqual([read.text, generic, []]);
      expect(rows.filter(({ table }) => table.startsWith('posting')).length).toBeGreaterThan(0);
    }
  }
});

test('pages of all kinds in one operation read no more than each of them alone', async () => {
  const person = cast.protectedPerson;
  const { data } = await askAsResident(gateway, person, page);
  const first = data.me.accessHistory.pageInfo.endCursor;
  const second = (await askAsResident(gateway, person, page, { after: first })).data.me.accessHistory.pageInfo.endCursor;
  const kinds = [
    'first: 20',
    'last: 20',
    'first: 20, after: $first',
    'first: 20, before: $second',
    'last: 20, before: $second',
    'last: 20, after: $first',
    'first: 20, after: $first, before: $second',
    'first: 20, includeOwn: true',
    'last: 20, includeOwn: true',
  ];
  // Of a filtered page, each entry that a row of the index names may be read.
  const filtered = 'first: 20, filter: { role: RESIDENT }';
  const operations = [...kinds.map((kind) => [kind]), kinds, [filtered], [...kinds, filtered]];
  for (const pages of operations) {
    const fields = pages.map((given, place) => `page${place}: accessHistory(${given}) { edges { node { at why kind fields } } }`);
    const variables = ['first', 'second'].filter((name) => pages.join().includes(`$${name}`)).map((name) => `$${name}: String`);
    const document = `query${variables.length > 0 ? ` (${variables.join(', ')})` : ''} { me { ${fields.join(' ')} } }`;
    const captured = captureStatements();
    const answer = await askAsResident(gateway, person, document, { first, second });
    captured.stop();
    expect(answer.errors).toEqual([]);
    const sizes = pages.map((_given, place) => answer.data.me[`page${place}`].edges.length);
    expect(sizes).toEqual(pages.map((given) => (given === 'first: 20, after: $first, before: $second' ? 19 : 20)));
    const read = captured.statements.find(({ text }) => text.includes('access_log.about about'));
    const allowed = most * pages.length + (pages.includes(filtered) ? 2 * longestPosting : 0);
    for (const generic of [false, true]) {
      const rows = await rowsRead(gateway.database.roles.owner, read!, generic);
      expect([pages, generic, rows.filter((scan) => scan.rows > allowed)]).toEqual([pages, generic, []]);
    }
  }
});

test('a page and its count walk no reads under a sealed order', async () => {
  const { roles } = gateway.database;
  const person = cast.neighbour;
  const captured = captureStatements();
  await askAsResident(gateway, person, '{ me { accessHistory(first: 20) { totalCount edges { node { at } } } } }');
  captured.stop();
  const reads = captured.statements.filter(({ text }) => text.includes('access_log.about about'));
  expect(reads).toHaveLength(2);
  const walked = (generic = false): Promise<readonly number[]> =>
    Promise.all(
      reads.map(async (read) => {
        const scans = await rowsRead(roles.owner, read, generic);
        return scans.filter(({ table }) => table.startsWith('posting')).reduce((sum, { rows }) => sum + rows, 0);
      }),
    );
  const without = await walked();
  const open = randomUUID();
  await change(
    `insert into access_log.posting (subject_id, first_seq, month, kind, authority_id)
     select $1::uuid, 2000000 + number, '2000-01-01', $2::smallint, $3::uuid from generate_series(1, 300) number`,
    [person, postingKinds.ORDERED, open],
  );
  const [page, count] = await walked();
  expect(page).toBeGreaterThan(without[0]! + 20);
  expect(count).toBeGreaterThanOrEqual(without[1]! + 300);
  await change('update access_log.posting set authority_id = $1 where authority_id = $2', [await sealOrder(roles, person), open]);
  // One look into the index for the mandate, also by a plan made before the parameters are known.
  for (const generic of [false, true])
    for (const [place, rows] of (await walked(generic)).entries()) expect(rows).toBeLessThanOrEqual(without[place]! + 2);
});

async function change(text: string, values: readonly unknown[]): Promise<void> {
  const client = new Client({ connectionString: gateway.database.roles.owner });
  await client.connect();
  try {
    await client.query(text, [...values]);
  } finally {
    await client.end();
  }
}

/** Appends many entries about a person, and as many about others, to the log in this month and the next. */
async function fillLog(residentId: string, entries: number): Promise<void> {
  const other = `jsonb_build_object('month', (entry.month + make_interval(months => number / ${entries}))::date, 'seq', 1000000 + number,
    'id', gen_random_uuid(), 'principal_id', gen_random_uuid(), 'seen', null,
    'subjects', jsonb_build_array(case when number % 2 = 0 then $1::uuid else gen_random_uuid() end))`;
  await changeEntries(
    gateway.database,
    `insert into access_log.entry select ${entryWith(other)}
     from (select * from access_log.entry order by seq limit 1) entry, generate_series(0, ${2 * entries - 1}) number`,
    [residentId],
  );
}

import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { cast } from '../../demo/personas.ts';
import { askAsResident } from '../helpers/ask-as.ts';
import { changeEntries, entryWith } from '../helpers/change-entries.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';
import { captureStatements } from '../helpers/statements.ts';

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await openGateway();
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
});
afterAll(() => gateway.close());

const page = `query ($after: String) { me { accessHistory(first: 20, after: $after) {
  pageInfo { endCursor } edges { node { entryId by { role employee { id } } why case kind fields } } } } }`;

test('a page walks the index by data subject backwards and reads nothing else of a long log', async () => {
  await fillLog(cast.protectedPerson, 20_000);
  const captured = captureStatements();
  const { data } = await askAsResident(gateway, cast.protectedPerson, page);
  expect(data.me.accessHistory.edges).toHaveLength(20);
  const after = data.me.accessHistory.pageInfo.endCursor;
  expect((await askAsResident(gateway, cast.protectedPerson, page, { after })).errors).toEqual([]);
  captured.stop();
  const pages = captured.statements.filter(({ text }) => text.includes('access_log.about about'));
  expect(pages).toHaveLength(2);
  // The partitions of future months are empty, so reading them costs nothing.
  const filled = new Set(await partitionsWithRows());
  const isFilled = (node: any): boolean => filled.has(node['Relation Name']);
  for (const { text, values } of pages) {
    const [explained] = await gateway.database.asOwner<{ 'QUERY PLAN': [{ Plan: unknown }] }>(`explain (format json) ${text}`, values);
    const plan = explained!['QUERY PLAN'][0].Plan;
    const below = nodesOf(nodesOf(plan).find((node) => node['Node Type'] === 'Limit'));
    // Only the walks of the page. The predicate about reviews also reads the index, by numbers.
    const walked = below.filter((node) => node['Alias']?.startsWith('about') && /owner/.test(node['Index Cond'] ?? '') && isFilled(node));
    expect(walked).toHaveLength(2);
    for (const node of walked) expect(node).toMatchObject({ 'Node Type': 'Index Scan', 'Scan Direction': 'Backward' });
    // No sort, hash or aggregate reads from the log itself.
    const gathering = below.filter((node) => /Sort|Hash|Aggregate/.test(node['Node Type']));
    expect(gathering.filter((node) => nodesOf(node).some(isFilled))).toEqual([]);
    // Every scan of the log has an index condition. A walk in the order of the numbers would read the whole log.
    expect(nodesOf(plan).filter((node) => isFilled(node) && node['Index Cond'] === undefined)).toEqual([]);
  }
});

function nodesOf(plan: any): any[] {
  return [plan, ...(plan?.Plans ?? []).flatMap(nodesOf)];
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

async function partitionsWithRows(): Promise<string[]> {
  const rows = await gateway.database.asOwner<{ name: string }>(
    `select distinct class.relname as name from (
       select tableoid from access_log.posting union all select tableoid from access_log.entry) held
     join pg_class class on class.oid = held.tableoid`,
  );
  return rows.map(({ name }) => name);
}

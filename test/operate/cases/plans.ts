import { fillLog } from '../../../bench/log/fill-log.ts';
import { cast } from '../../../demo/personas.ts';
import { populate } from '../../../demo/population/populate.ts';
import { migrate } from '../../../src/platform/postgres/migrations/migrate.ts';
import { testNow, testToday, type TestCluster } from '../../helpers/database/cluster.ts';
import { openGateway } from '../../helpers/gateway/gateway.ts';
import { indexedReads, statementsOf, type IndexedRead } from '../../helpers/values/indexed-reads.ts';
import { prepareRoles } from '../../helpers/database/prepare-roles.ts';
import { rowsRead } from '../../helpers/values/rows-read.ts';
import { storeDemoClients } from '../../helpers/tokens/store-demo-clients.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import type { Installation } from '../installations.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

/** Large enough that a plan for the whole table costs more than one by an index. */
const residents = 20_000;
const entries = 20_000;
const mostOfRegister = 800;
const history: IndexedRead = [
  'who looked at me',
  'neighbour',
  '{ me { accessHistory(first: 50) { edges { node { entryId at by { role } purpose why fields kind } } } } }',
];

/** By read and table, as "who looked at me, entry_2026_11": the indexes by which it was read. */
type Plans = ReadonlyMap<string, string>;

/** No entry of the filled log is a disclosure: without an index the register would read all of them. */
const register: IndexedRead = [
  'the register of disclosures',
  'reviewer',
  '{ disclosures(first: 20) { totalCount edges { node { at role } } } }',
  { purpose: 'ACCESS_REVIEW' },
];

export const operateCase: OperateCase = {
  title: 'the frequent statements use the same indexes on each installed PostgreSQL, and read no big table as a whole',
  on: 'newest',
  run: async (context) => {
    const found: { readonly version: string; readonly plans: Plans }[] = [];
    // One after the other: the helpers of the tests find their server in the environment.
    for (const installation of context.installations) {
      context.say(`a town of ${residents} residents on PostgreSQL ${installation.version}`);
      found.push({ version: installation.version, plans: await plansOn(context, installation) });
    }
    const [first, ...others] = found;
    for (const { version, plans } of others) {
      // A join may end before it comes to a table, so that only tables that both read are compared.
      const differing = [...plans].filter(([read, indexes]) => (first!.plans.get(read) ?? indexes) !== indexes);
      const lines = differing.map(([read, indexes]) => `${read}\n  ${first!.version}: ${first!.plans.get(read)}\n  ${version}: ${indexes}`);
      assertThat(differing.length === 0, lines.join('\n'));
    }
    return `${first!.plans.size} scans on ${found.map(({ version }) => version).join(', ')}`;
  },
};

async function plansOn(context: CaseContext, installation: Installation): Promise<Plans> {
  const server = await context.startServer({ installation });
  const cluster: TestCluster = { administrator: server.url(), dataDirectory: context.directory, template: 'ntk_template' };
  process.env['NTK_TEST_CLUSTER'] = JSON.stringify(cluster);
  const { owner } = await prepareRoles(cluster.administrator, cluster.dataDirectory, cluster.template);
  await migrate(owner, townDatabase.migrations);
  await populate(owner, { residents, today: testToday, now: testNow });
  await storeDemoClients(owner);
  const gateway = await openGateway();
  try {
    const { roles, asOwner } = gateway.database;
    await fillLog(roles, entries, cast.neighbour, () => undefined);
    await asOwner('analyze');
    const rows = await asOwner<{ name: string }>(`select relname as name from pg_class where relkind = 'r' and reltuples > 2000`);
    const big = new Set(rows.map(({ name }) => name));
    const plans = new Map<string, string>();
    for (const read of [...indexedReads, history, register]) {
      const statements = await statementsOf(gateway, read);
      // How a small table is read does not matter, and depends on the day's statistics.
      const scans = (await Promise.all(statements.map((one) => rowsRead(roles.gateway, one, true))))
        .flat()
        .filter(({ table }) => big.has(table));
      const long = read === register ? scans.filter((scan) => scan.rows > mostOfRegister).map(({ table }) => table) : [];
      assertThat(long.length === 0, `${read[0]}, PostgreSQL ${installation.version}: walks ${long.join(', ')}`);
      const whole = scans.filter(({ how }) => how === 'Seq Scan').map(({ table }) => table);
      assertThat(whole.length === 0, `${read[0]}, PostgreSQL ${installation.version}: reads all of ${whole.join(', ')}`);
      for (const [table, group] of Map.groupBy(scans, (scan) => scan.table)) {
        const indexes = group.flatMap(({ how }) => how.split(' ').filter((word) => word.includes('_')));
        plans.set(`${read[0]}, ${table}`, [...new Set(indexes)].toSorted().join(', '));
      }
    }
    return plans;
  } finally {
    await gateway.close();
  }
}

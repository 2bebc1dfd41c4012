import { fillLog } from '../../../bench/log/fill-log.ts';
import { cast } from '../../../demo/personas.ts';
import { populate } from '../../../demo/population/populate.ts';
import { migrate } from '../../../src/database/migrate.ts';
import { ensureRoles } from '../../../src/database/roles.ts';
import { testNow, testToday, type TestCluster } from '../../helpers/cluster.ts';
import { openGateway } from '../../helpers/gateway.ts';
import { indexedReads, statementsOf, type IndexedRead } from '../../helpers/indexed-reads.ts';
import { rowsRead } from '../../helpers/rows-read.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import type { Installation } from '../installations.ts';

/** Large enough that a plan for the whole table costs more than one by an index. */
const residents = 20_000;
const entries = 20_000;
const history: IndexedRead = [
  'who looked at me',
  'neighbour',
  '{ me { accessHistory(first: 50) { edges { node { id at by { role } purpose why fields kind } } } } }',
];

export const operateCase: OperateCase = {
  title: 'the frequent statements use the same indexes on each installed PostgreSQL, and read no big table as a whole',
  on: 'newest',
  run: async (context) => {
    const plans: { readonly version: string; readonly scans: ReadonlyMap<string, string> }[] = [];
    // One after the other: the helpers of the tests find their server in the environment.
    for (const installation of context.installations) {
      context.say(`a town of ${residents} residents on PostgreSQL ${installation.version}`);
      plans.push({ version: installation.version, scans: await plansOn(context, installation) });
    }
    const [first, ...others] = plans;
    for (const { version, scans } of others) {
      const differing = [...scans].filter(([read, how]) => first!.scans.get(read) !== how);
      const lines = differing.map(([read, how]) => `${read}\n  ${first!.version}: ${first!.scans.get(read)}\n  ${version}: ${how}`);
      assertThat(differing.length === 0, lines.join('\n'));
    }
    return `${first!.scans.size} reads on ${plans.map(({ version }) => version).join(', ')}`;
  },
};

/** For each read, the indexes by which it reads each table. */
async function plansOn(context: CaseContext, installation: Installation): Promise<ReadonlyMap<string, string>> {
  const server = await context.startServer({ installation });
  const cluster: TestCluster = { administrator: server.url(), dataDirectory: context.directory, template: 'ntk_template' };
  process.env['NTK_TEST_CLUSTER'] = JSON.stringify(cluster);
  const { owner } = await ensureRoles(cluster.administrator, cluster.dataDirectory, cluster.template);
  await migrate(owner);
  await populate(owner, { residents, today: testToday, now: testNow });
  const gateway = await openGateway();
  try {
    const { roles } = gateway.database;
    await fillLog(roles, entries, cast.neighbour, () => undefined);
    await gateway.database.asOwner('analyze');
    const big = await gateway.database.asOwner<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and reltuples > 2000`,
    );
    const plans = new Map<string, string>();
    for (const read of [...indexedReads, history]) {
      const statements = await statementsOf(gateway, read);
      const scans = (await Promise.all(statements.map((one) => rowsRead(roles.gateway, one, true)))).flat();
      const whole = scans.filter(({ table, how }) => how === 'Seq Scan' && big.some(({ name }) => name === table));
      assertThat(
        whole.length === 0,
        `${read[0]}, PostgreSQL ${installation.version}: reads all of ${whole.map(({ table }) => table).join(', ')}`,
      );
      const used = scans.flatMap(({ table, how }) =>
        how
          .split(' ')
          .filter((word) => word.includes('_'))
          .map((index) => `${table} by ${index}`),
      );
      plans.set(read[0], [...new Set(used)].toSorted().join(', '));
    }
    return plans;
  } finally {
    await gateway.close();
  }
}

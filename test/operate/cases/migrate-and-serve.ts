import { join } from 'node:path';
import { runDatabase } from '../../helpers/database/run-database.ts';
import { assertThat, type OperateCase } from '../case.ts';
import { settingsFor, startGateway, type RunningGateway } from '../gateway.ts';

const own = '{ me { givenName birthDate accessHistory(first: 20) { edges { node { purpose by { role } } } } } }';
const search = '{ residents(first: 20, orderBy: FAMILY_NAME) { edges { node { givenName familyName } } } }';

export const operateCase: OperateCase = {
  title: 'two migrations at once make the schema, two gateways that start at once serve it, and one that was killed starts again',
  on: 'each',
  run: async (context) => {
    const server = await context.startServer();
    const settings = settingsFor(server, join(context.directory, 'data'));
    await runDatabase('prepare', { ...settings, DATABASE_ADMINISTRATOR_URL: server.url() });
    const begun = performance.now();
    await Promise.all([runDatabase('migrate', settings), runDatabase('migrate', settings)]);
    const [one, other] = await Promise.all([startGateway(context, settings), startGateway(context, settings)]);
    const seconds = (performance.now() - begun) / 1_000;
    const name = await ownName(one);
    assertThat((await ownName(other)) === name, 'both gateways give the same answer');
    const found = await other.ask('customer-service', search, { purpose: 'SERVICE_PROVISION' });
    assertThat(found.status === 200 && found.data.residents.edges.length === 20, `a search finds people: ${found.text}`);

    one.program.kill('SIGKILL');
    await one.program.ended;
    const again = await startGateway(context, settings);
    assertThat((await ownName(again)) === name, 'the gateway gives the same answer after kill -9');
    assertThat((await again.stop()) === 0 && (await other.stop()) === 0, 'SIGTERM ends both with exit code 0');
    const [{ count } = { count: '0' }] = await server.query<{ count: string }>('select count(*) from migration', 'need_to_know');
    return `ready after ${seconds.toFixed(1)} s, ${count} migrations`;
  },
};

async function ownName(gateway: RunningGateway): Promise<string> {
  const answer = await gateway.ask('resident', own);
  const name: unknown = answer.data?.me?.givenName;
  assertThat(answer.errors.length === 0 && typeof name === 'string', `a resident reads their own record: ${answer.text}`);
  return name;
}

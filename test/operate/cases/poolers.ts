import { join } from 'node:path';
import { issueToken } from '../../helpers/tokens/issuer.ts';
import { createRandom } from '../../../demo/population/random.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { databaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { assertThat, type CaseContext, type OperateCase } from '../case.ts';
import { prepareDatabase, startGateway, type RunningGateway } from '../gateway.ts';
import { startPgbouncer } from '../pgbouncer.ts';

const requests = 20_000;
const clients = 16;
/** Fewer than the gateways' pools have, so that connections of the server change hands all the time. */
const connections = 4;
const people = 30;
const documents = 60;
/** One request in so many is a change. */
const changes = 50;

const fields = ['givenName', 'familyName', 'initials', 'birthDate', 'ageBand', 'email', 'emailHint', 'phone', 'phoneHint', 'mobilePhone'];
const change = 'mutation($input: UpdateContactInput!) { updateContact(input: $input) { resident { givenName familyName } } }';

/** A resident who asks for their own record. */
interface Person {
  readonly id: string;
  readonly phone: string;
  readonly token: string;
}

/** The result of one request. */
interface Got {
  readonly codes: readonly string[];
  readonly text: string;
}

export const operateCase: OperateCase = {
  title: 'two gateways behind pgbouncer in transaction mode give no wrong answer, whether it tracks prepared statements or not',
  on: 'newest',
  needs: ['pgbouncer'],
  run: async (context) => {
    const server = await context.startServer();
    const settings = await prepareDatabase(server, join(context.directory, 'data'));
    const direct = await startGateway(context, settings);
    const rows = await server.query<{ id: string; phone: string }>(
      `select id, phone from recreation.resident where phone is not null order by id limit ${people}`,
      'need_to_know',
    );
    const asked = await Promise.all(rows.map(async (row) => ({ ...row, token: await tokenOf(settings, row.id) })));
    const queries = drawQueries();
    const expected = await expectedAnswers(direct, asked, queries);
    const roles = databaseRoles(readConfig({ ...settings }), settings['DATABASE_URL']!);
    const remarks: string[] = [];
    for (const tracked of [0, 200]) {
      const through = await startPgbouncer(context, { accounts: [server.url(), ...Object.values(roles)], tracked, connections });
      const behind = { ...settings, DATABASE_URL: through(settings['DATABASE_URL']!) };
      const gateways = [await startGateway(context, behind), await startGateway(context, behind)];
      remarks.push(`${tracked} tracked: ${await askMany(context, gateways, asked, queries, expected)}`);
      for (const gateway of gateways) assertThat((await gateway.stop()) === 0, 'SIGTERM ends a gateway with exit code 0');
    }
    return remarks.join(', ');
  },
};

async function tokenOf(settings: Readonly<Record<string, string>>, subject: string): Promise<string> {
  return issueToken(readConfig({ ...settings }), { subject, role: 'RESIDENT', purposes: ['SELF_SERVICE'], now: new Date() });
}

/** Documents that need different columns, so that each is another statement. */
function drawQueries(): readonly string[] {
  const random = createRandom('poolers');
  return Array.from({ length: documents }, () => {
    const chosen = fields.filter(() => random.between(0, 1) === 1);
    const address = random.between(0, 2) === 0 ? 'address { street locality postalCode }' : '';
    return `{ me { id ${chosen.join(' ')} ${address} } }`;
  });
}

async function expectedAnswers(direct: RunningGateway, asked: readonly Person[], queries: readonly string[]): Promise<Map<string, string>> {
  const expected = new Map<string, string>();
  for (const person of asked) {
    for (const query of [...queries, change]) {
      const { codes, text } = await ask(direct, person, query);
      assertThat(codes.length === 0, `the direct gateway answers: ${text}`);
      expected.set(`${person.id} ${query}`, text);
    }
  }
  return expected;
}

async function askMany(
  context: CaseContext,
  gateways: readonly RunningGateway[],
  asked: readonly Person[],
  queries: readonly string[],
  expected: ReadonlyMap<string, string>,
): Promise<string> {
  const random = createRandom('poolers');
  const refused = new Map<string, number>();
  let sent = 0;
  const client = async (number: number): Promise<void> => {
    while (sent < requests) {
      sent += 1;
      if (sent % 5_000 === 0) context.say(`${sent} of ${requests} requests`);
      const person = asked[random.between(0, asked.length - 1)]!;
      const query = sent % changes === 0 ? change : queries[random.between(0, queries.length - 1)]!;
      const { codes, text } = await ask(gateways[number % gateways.length]!, person, query);
      const right = expected.get(`${person.id} ${query}`)!;
      for (const code of codes) refused.set(code, (refused.get(code) ?? 0) + 1);
      assertThat(codes.length > 0 || text === right, `an answer is right: ${text} instead of ${right} for ${query}`);
    }
  };
  await Promise.all(Array.from({ length: clients }, (_, number) => client(number)));
  const codes = [...refused].map(([code, times]) => `${times} times ${code}`).join(', ');
  assertThat(codes === '', `no request is refused: ${codes}`);
  return `${requests} right answers`;
}

async function ask({ url }: RunningGateway, { id, phone, token }: Person, query: string): Promise<Got> {
  const variables = query === change ? { input: { residentId: id, phone } } : undefined;
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors = [] } = (await response.json()) as {
    readonly data?: unknown;
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
  };
  return { codes: errors.map(({ extensions }) => extensions.code), text: JSON.stringify(data) };
}

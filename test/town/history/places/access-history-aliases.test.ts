import { beforeAll, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

// However many aliases an operation has for access histories, one statement reads all pages, and one counts.
const one = `{ resident(id: "${cast.resident}") { givenName email } }`;
const gateway = useGateway();
beforeAll(async () => {
  const then = async (persona: string, query: string, asked = {}): Promise<void> => {
    expect((await gateway.ask(persona, query, asked)).errors).toEqual([]);
    await gateway.sequence();
  };
  await then('resident', '{ me { birthDate } }');
  await then('guardian', one);
  await then('customer-service', one, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await then('support', one, { purpose: 'CUSTOMER_SUPPORT', case: matters.ticket });
  await then('customer-service', one, { purpose: 'SERVICE_PROVISION', case: matters.encounter });
  await then('police', '{ residents { edges { node { givenName } } } }');
  // From here on no entry is numbered, so the reads of the tests do not appear.
  await gateway.database.asOwner('revoke select, delete on access_log.staged from ntk_sequencer');
  await gateway.database.asOwner(
    `with numbered as (select seq, month, row_number() over (order by seq) as place from access_log.entry)
     update access_log.entry set at = '2026-06-15Z'::timestamptz + make_interval(hours => place::int)
     from numbered where entry.seq = numbered.seq and entry.month = numbered.month`,
  );
});

interface Asked {
  /** The arguments, as in a document. */
  readonly given: string;
  /** The selection. */
  readonly fields: string;
}

const entries = 'edges { cursor node { id at purpose kind why by { role } } }';

/** Everything that can differ between two requests: the page, its direction, its bounds, own reads and each filter. */
async function everyRequest(): Promise<readonly string[]> {
  const { data } = await gateway.ask('resident', `{ me { accessHistory(includeOwn: true) { ${entries} } } }`);
  const { edges } = data.me.accessHistory;
  expect(edges.map(({ node }: any) => node.by.role)).toEqual([
    'LAW_ENFORCEMENT',
    'CUSTOMER_SERVICE',
    'SUPPORT',
    'CUSTOMER_SERVICE',
    'RESIDENT',
    'RESIDENT',
  ]);
  const [, second, , , fifth] = edges;
  const own = 'includeOwn: true';
  return [
    'first: 1',
    'first: 3',
    'last: 2',
    `${own}, first: 2`,
    `${own}, last: 3`,
    `${own}, first: 2, after: "${second.cursor}"`,
    `${own}, first: 9, before: "${fifth.cursor}"`,
    `${own}, last: 2, before: "${fifth.cursor}"`,
    `${own}, last: 9, after: "${second.cursor}"`,
    `${own}, first: 9, after: "${second.cursor}", before: "${fifth.cursor}"`,
    'filter: { role: CUSTOMER_SERVICE }',
    'filter: { purpose: CUSTOMER_SUPPORT }',
    `${own}, filter: { role: RESIDENT, purpose: SELF_SERVICE }`,
    `${own}, last: 1, filter: { from: "${fifth.node.at}", until: "${second.node.at}" }`,
    'filter: { until: "2020-01-01T00:00:00Z" }',
  ];
}

const fieldOf = ({ given, fields }: Asked, name = 'accessHistory'): string => `${name}: accessHistory(${given}) { ${fields} }`;

async function ask(...requests: readonly Asked[]): Promise<{ readonly pages: any[]; readonly statements: readonly string[] }> {
  const captured = captureStatements(gateway.database.roles.gateway);
  const { data, errors } = await gateway.ask(
    'resident',
    `{ me { ${requests.map((asked, at) => fieldOf(asked, `page${at}`)).join(' ')} } }`,
  );
  captured.stop();
  expect(errors).toEqual([]);
  const statements = captured.statements.map(({ text }) => text).filter((text) => text.includes('access_log.about about'));
  return { pages: requests.map((_asked, at) => data.me[`page${at}`]), statements };
}

/** Cursors are encrypted again for each answer. */
const withoutCursors = (page: any): unknown => JSON.parse(JSON.stringify(page, (key, value) => (/cursor/i.test(key) ? undefined : value)));

const selections: readonly (readonly [string, string, number])[] = [
  ['pages', `pageInfo { hasNextPage hasPreviousPage } ${entries}`, 1],
  ['pages with totals', `totalCount pageInfo { hasNextPage hasPreviousPage } ${entries}`, 2],
];

test.each(selections)(
  '%s of every kind need as many statements as one, and are those that each alias gets alone',
  async (_what, fields, most) => {
    const requests = (await everyRequest()).map((given) => ({ given, fields }));
    const together = await ask(...requests);
    expect(together.statements).toHaveLength(most);
    for (const [at, request] of requests.entries()) {
      const alone = await ask(request);
      expect(alone.statements).toHaveLength(most);
      expect([request.given, withoutCursors(together.pages[at])]).toEqual([request.given, withoutCursors(alone.pages[0])]);
    }
    const sizes = together.pages.map(({ edges }) => edges.length);
    expect(sizes).toEqual([1, 3, 2, 2, 3, 2, 4, 2, 4, 2, 2, 1, 2, 1, 0]);
  },
);

test('pages of several people need one statement, whatever each alias asks for', async () => {
  const query = `{ residents { edges { node { givenName ${fieldOf({ given: 'first: 1', fields: entries }, 'one')}
    ${fieldOf({ given: 'last: 2, includeOwn: true', fields: entries }, 'two')} } } } }`;
  const captured = captureStatements(gateway.database.roles.gateway);
  const { data, errors } = await gateway.ask('guardian', query);
  captured.stop();
  expect(errors).toEqual([]);
  const read = data.residents.edges.filter(({ node }: any) => node.one?.edges.length > 0 && node.two?.edges.length > 0);
  expect(read.length).toBeGreaterThan(0);
  expect(captured.statements.filter(({ text }) => text.includes('access_log.about about'))).toHaveLength(1);
});

test('the text of the statement depends on what kinds of pages are asked for, and not on how many', async () => {
  const fields = `totalCount ${entries}`;
  const few = await ask({ given: 'first: 1', fields }, { given: 'first: 2', fields });
  const many = await ask(...Array.from({ length: 30 }, (_none, at) => ({ given: `first: ${at + 1}`, fields })));
  expect(many.statements).toEqual(few.statements);
});

import { beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import type { Asked } from '../../../helpers/gateway/gateway.ts';
import { useGateway } from '../../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();
beforeAll(async () => {
  // Three reads for the access history and the log.
  for (let read = 0; read < 3; read += 1) {
    await gateway.ask('guardian', `{ resident(id: "${cast.resident}") { givenName } }`);
    await gateway.sequence();
  }
  await gateway.database.asOwner('revoke select, delete on access_log.staged from ntk_sequencer');
});

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: unknown }[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

type Position = { readonly [argument in 'first' | 'last']?: number | null } & { readonly [argument in 'after' | 'before']?: string | null };

/** A list: who asks for it, and where it is. `ROWS` stands for its arguments. */
interface List {
  readonly name: string;
  readonly persona: string | null;
  readonly query: string;
  readonly node: string;
  readonly asked?: Asked;
}

const lists: readonly List[] = [
  { name: 'services', persona: null, query: '{ list: services(ROWS) PAGE }', node: 'name' },
  { name: 'residents', persona: 'guardian', query: '{ list: residents(ROWS) PAGE }', node: 'id' },
  { name: 'residents by name', persona: 'guardian', query: '{ list: residents(orderBy: FAMILY_NAME, ROWS) PAGE }', node: 'id' },
  { name: 'accounts', persona: 'guardian', query: '{ list: accounts(ROWS) PAGE }', node: 'balance' },
  { name: 'tickets', persona: 'resident', query: '{ list: tickets(ROWS) PAGE }', node: 'number' },
  {
    name: 'requests',
    persona: 'privacy-officer',
    query: '{ list: requests(ROWS) PAGE }',
    node: 'number',
    asked: { purpose: 'RIGHTS_FULFILMENT' },
  },
  {
    name: 'webVisits',
    persona: 'security',
    query: '{ list: webVisits(ROWS) PAGE }',
    node: 'networkAddress',
    asked: { purpose: 'WEBSITE_SECURITY' },
  },
  {
    name: 'accessEntries',
    persona: 'reviewer',
    query: '{ list: accessEntries(ROWS) PAGE }',
    node: 'number',
    asked: { purpose: 'ACCESS_REVIEW' },
  },
  { name: 'purchases', persona: 'resident', query: '{ me { list: purchases(ROWS) PAGE } }', node: 'id' },
  { name: 'tickets of a resident', persona: 'resident', query: '{ me { list: tickets(ROWS) PAGE } }', node: 'number' },
  { name: 'accessHistory', persona: 'resident', query: '{ me { list: accessHistory(ROWS) PAGE } }', node: 'entryId' },
];

const pageFields = 'pageInfo { hasNextPage hasPreviousPage startCursor endCursor }';

async function ask({ persona, query, node, asked }: List, position: Position, fields = pageFields): Promise<Page> {
  const rows = 'first: $first, after: $after, last: $last, before: $before';
  const inside = query.replace('ROWS', rows).replace('PAGE', `{ ${fields} edges { cursor node { ${node} } } }`);
  const document = `query ($first: Int, $after: String, $last: Int, $before: String) ${inside}`;
  const { data, errors } = await gateway.ask(persona, document, { ...asked, variables: position });
  expect(errors).toEqual([]);
  return data.list ?? data.me.list;
}

function nodes({ edges }: Page): string[] {
  return edges.map(({ node }) => JSON.stringify(node));
}

const most = 12;

describe.each(lists)('$name', (list) => {
  test('has the same rows in the same order, page by page from either end', async () => {
    const all = nodes(await ask(list, { first: most }));
    expect(all.length).toBeGreaterThan(1);
    for (const size of [1, 2]) {
      const forward: string[] = [];
      for (let after: string | null = null; forward.length < all.length;) {
        const page: Page = await ask(list, { first: size, after });
        expect(page.pageInfo).toMatchObject({ hasPreviousPage: after !== null, startCursor: expect.any(String) });
        forward.push(...nodes(page));
        after = page.pageInfo.endCursor;
      }
      expect(forward.slice(0, all.length)).toEqual(all);

      // From the row after the last of them, back to the beginning.
      const end = await ask(list, { first: all.length });
      const backward = [nodes(end).at(-1)!];
      let page: Page = await ask(list, { last: size, before: end.pageInfo.endCursor });
      for (; backward.length <= all.length; page = await ask(list, { last: size, before: page.pageInfo.startCursor })) {
        expect(page.pageInfo.hasNextPage).toBe(true);
        backward.unshift(...nodes(page));
        if (!page.pageInfo.hasPreviousPage) break;
      }
      expect(backward).toEqual(all);
    }
  });

  test('ends between two cursors', async () => {
    const { edges } = await ask(list, { first: most });
    const [start, end] = [edges[0]!, edges.at(-1)!];
    const between = edges.slice(1, -1).map(({ node }) => JSON.stringify(node));
    const forward = await ask(list, { first: most, after: start.cursor, before: end.cursor });
    expect(nodes(forward)).toEqual(between);
    expect(forward.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    const backward = await ask(list, { last: most, after: start.cursor, before: end.cursor });
    expect(nodes(backward)).toEqual(between);
    expect(backward.pageInfo).toMatchObject({ hasNextPage: true, hasPreviousPage: false });
  });
});

test('the last rows are those at the end, without any cursor', async () => {
  const tickets = lists.find(({ name }) => name === 'tickets of a resident')!;
  const all = nodes(await ask(tickets, { first: 100 }));
  const last = await ask(tickets, { last: 1 });
  expect(nodes(last)).toEqual(all.slice(-1));
  expect(last.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  expect(last.pageInfo.startCursor).toEqual(expect.any(String));
  expect(nodes(await ask(tickets, { last: 100 }))).toEqual(all);
});

test('without a size a page has 20 rows', async () => {
  const visits = lists.find(({ name }) => name === 'webVisits')!;
  expect((await ask(visits, {})).edges).toHaveLength(20);
  expect((await ask(visits, { first: null, last: null })).edges).toHaveLength(20);
});

describe('is refused, with the coordinates of the arguments:', () => {
  test.each([
    [{ first: 1, last: 1 }, ['first', 'last']],
    [{ first: 0 }, ['first']],
    [{ last: 0 }, ['last']],
    [{ last: -1 }, ['last']],
    [{ last: 101 }, ['last']],
  ] as const)('%j', async (position, names) => {
    const query = 'query ($first: Int, $last: Int) { residents(first: $first, last: $last) { totalCount } }';
    const { errors, data } = await gateway.ask('guardian', query, { variables: position });
    expect(data.residents).toBeNull();
    expect(errors).toMatchObject([
      { extensions: { code: 'INPUT_INVALID', coordinates: names.map((name) => `Query.residents(${name}:)`) } },
    ]);
  });

  test('a cursor of another list, or of another principal, in either direction', async () => {
    const [residents, , accounts] = [lists[1]!, lists[2]!, lists[3]!];
    const { cursor } = (await ask(accounts, { first: 1 })).edges[0]!;
    const query = 'query ($before: String) { residents(last: 1, before: $before) { totalCount } }';
    const before = (await ask(residents, { first: 2 })).edges[1]!.cursor;
    expect((await gateway.ask('guardian', query, { variables: { before } })).errors).toEqual([]);
    expect((await gateway.ask('guardian', query, { variables: { before: cursor } })).codes).toEqual(['CURSOR_INVALID']);
    expect((await gateway.ask('neighbour', query, { variables: { before } })).codes).toEqual(['CURSOR_INVALID']);
  });
});

test('the first and the last rows of many parents are read by one statement each, and apart', async () => {
  const query =
    '{ residents { edges { node { id one: tickets(first: 1) { edges { node { id } } } other: tickets(last: 1) { edges { node { id } } } } } } }';
  const { data, errors } = await gateway.ask('privacy-officer', query, { purpose: 'RIGHTS_FULFILMENT', case: matters.request });
  expect(errors).toEqual([]);
  const { one, other } = data.residents.edges[0].node;
  expect(one.edges[0].node.id).toBe(matters.ticket);
  expect(other.edges[0].node.id).toBe(matters.closedTicket);
});

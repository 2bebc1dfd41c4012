import { describe, expect, test } from '@jest/globals';
import { cacheExchange } from '@urql/exchange-graphcache';
import { Client, fetchExchange } from '@urql/core';
import { graphql, introspectionFromSchema } from 'graphql';
import { createOperationDescriptor, Environment, Network, RecordSource, Store, type GraphQLResponse } from 'relay-runtime';
import { graphcacheKeys, openUrqlSession } from '../../client/src/urql.ts';
import { documents, type DocumentName } from './drivers/documents.ts';
import { plain } from './drivers/driver.ts';
import { drivers } from './drivers/drivers.ts';
import { compiled } from './drivers/relay.ts';
import { settled } from './drivers/settled.ts';
import { wholeSchema } from './drivers/whole-schema.ts';

// A list is read twice, with other fields, and between the reads its first item drops out. graphcache and Relay keep an item without an
// id by its place, so the item that takes this place would be shown with the values of the one that had it.
const schema = wholeSchema();
const introspected = introspectionFromSchema(schema);
const url = 'http://gateway.test/graphql';
const purpose = 'DEBT_COLLECTION';
const one = { id: 'a', balance: '-1.00', overdueAmount: '1.00' };
const other = { id: 'b', balance: '-2.00', overdueAmount: '2.00' };

/** A gateway that answers from these rows. */
function openCanned(rows: (typeof one)[]) {
  const canned = { rows };
  const answer = async (source: string): Promise<object> => {
    const edges = canned.rows.map((node) => ({ cursor: node.id, node }));
    const { data } = await graphql({ schema, source, rootValue: { accounts: { edges } } });
    return { data, extensions: { privacy: { purpose } } };
  };
  const fetch = async (_url: unknown, init?: { readonly body?: unknown }): Promise<Response> =>
    Response.json(await answer((JSON.parse(String(init?.body)) as { query: string }).query));
  return { canned, answer, fetch: fetch as typeof globalThis.fetch };
}

const balances = (...rows: readonly (typeof one)[]) => ({
  accounts: { edges: rows.map(({ id, balance }) => ({ node: { id, balance } })) },
});
const mixed = balances({ ...other, balance: one.balance });

describe('an item without an id is kept by its place, and shown with the value of another', () => {
  test('by graphcache', async () => {
    const { canned, fetch } = openCanned([one, other]);
    const keys = Object.fromEntries(introspected.__schema.types.map(({ name }) => [name, () => null]));
    const client = new Client({ url, fetch, exchanges: [cacheExchange({ keys }), fetchExchange], preferGetMethod: false });
    await client.query(documents.Balances, {});
    canned.rows = [other];
    await client.query(documents.Overdue, {});
    expect(plain((await client.query(documents.Balances, {})).data)).toEqual(mixed);
  });

  test('by Relay', async () => {
    const { canned, answer } = openCanned([one, other]);
    const network = Network.create(async ({ text }) => (await answer(text!)) as GraphQLResponse);
    const environment = new Environment({ network, store: new Store(new RecordSource()), getDataID: () => undefined });
    const operation = (name: DocumentName) => createOperationDescriptor(compiled(name), {});
    const read = async (name: DocumentName): Promise<void> => {
      environment.retain(operation(name));
      await environment.execute({ operation: operation(name) }).toPromise();
    };
    await read('Balances');
    canned.rows = [other];
    await read('Overdue');
    expect(plain(environment.lookup(operation('Balances').fragment).data)).toEqual(mixed);
  });
});

describe.each(drivers)('%s', (_name, driver) => {
  test('an item that takes the place of another is not shown with its values', async () => {
    const { canned, fetch } = openCanned([one, other]);
    const session = driver.openSession({ url, fetch });
    const driven = driver.drive(session.client({ purpose }));
    expect(await driven.read('Balances')).toEqual({ data: balances(one, other), codes: [] });
    const screen = driven.watch('Balances');
    canned.rows = [other];
    await driven.read('Overdue');
    await settled();
    // A cache of whole answers still has the older one.
    const consistent = [balances(one, other), balances(other)];
    expect(consistent).toContainEqual((await driven.read('Balances')).data);
    expect(consistent).toContainEqual(screen.shown());
    screen.close();
    session.end();
  });
});

test('graphcache keeps items apart also where they were read without their ids', async () => {
  const { canned, fetch } = openCanned([one, other]);
  const cache = cacheExchange({ keys: graphcacheKeys(introspected), schema: introspected });
  const session = openUrqlSession({ url, fetch, cache });
  const client = session.client({ purpose })!;
  const query = '{ accounts { edges { node { balance } } } }';
  const both = await client.query(query, {});
  canned.rows = [other];
  await client.query('{ accounts { edges { node { overdueAmount } } } }', {});
  const shown = [both, await client.query(query, {})].map(({ data }) => data.accounts.edges);
  expect(plain(shown)).toEqual([[one, other], [other]].map((rows) => rows.map(({ balance }) => ({ node: { balance } }))));
  session.end();
});

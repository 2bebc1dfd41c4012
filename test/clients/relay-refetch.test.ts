import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, expect, test } from '@jest/globals';
import { isObjectType } from 'graphql';
import type { ConcreteRequest } from 'relay-runtime';
import { cast, matters } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { compileRelay } from './drivers/compile-relay.ts';
import { wholeSchema } from './drivers/whole-schema.ts';

// Relay fetches a fragment again by the id of its object and `node(id:)`: its compiler writes the operation.
const fragments = `fragment Screen_person on Resident @refetchable(queryName: "ScreenPersonQuery") { givenName email }
  fragment Screen_purchases on Resident @refetchable(queryName: "ScreenPurchasesQuery")
    @argumentDefinitions(last: { type: "Int" }, before: { type: "String" }, first: { type: "Int" }, after: { type: "String" }) {
    purchases(last: $last, before: $before, first: $first, after: $after) @connection(key: "Screen_purchases") { edges { node { amount } } } }`;

let directory: string;
const gateway = useGateway();
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), 'ntk-relay-'));
  await compileRelay(directory, {
    Screen: `query Screen { me { ...Screen_person ...Screen_purchases } } ${fragments}`,
    Counter: `query Counter { ...Counter_served } fragment Counter_served on Query @refetchable(queryName: "CounterServedQuery") {
      currentCase { ... on Encounter { id resident { email birthDate } } } }`,
  });
});

/** The text of an operation that relay-compiler wrote. */
async function written(name: string): Promise<string> {
  const file = pathToFileURL(join(directory, 'artifacts', `${name}.graphql.js`)).href;
  return ((await import(file)) as { readonly default: ConcreteRequest }).default.params.text!;
}

test('a fragment on a person is fetched again by the id', async () => {
  const { data, errors } = await gateway.ask('guardian', await written('ScreenPersonQuery'), { variables: { id: cast.resident } });
  expect(errors).toEqual([]);
  expect(data.node).toEqual({ __typename: 'Resident', id: cast.resident, givenName: 'Peregrine', email: 'kestrelpost@example.org' });
  // Of the housemate, the email address is withheld.
  const other = await gateway.ask('guardian', await written('ScreenPersonQuery'), { variables: { id: cast.housemate } });
  expect(other.data.node).toMatchObject({ id: cast.housemate, givenName: 'Éloïse', email: null });
  const unknown = await gateway.ask('guardian', await written('ScreenPersonQuery'), { variables: { id: cast.protectedPerson } });
  expect(unknown.data).toEqual({ node: null });
});

test('an encounter is fetched again as the case, without an id', async () => {
  const asked = { purpose: 'SERVICE_PROVISION', case: matters.encounter };
  const { data, errors } = await gateway.ask('customer-service', await written('CounterServedQuery'), asked);
  expect(errors).toEqual([]);
  expect(data.currentCase).toMatchObject({
    id: matters.encounter,
    resident: { id: cast.resident, email: 'kestrelpost@example.org', birthDate: null },
  });
});

test('the guide says of every other type with an id how it is read again', () => {
  const others = Object.values(wholeSchema().getTypeMap())
    .filter(
      (type) => isObjectType(type) && type.getFields()['id'] !== undefined && type.getInterfaces().every(({ name }) => name !== 'Node'),
    )
    .map(({ name }) => name);
  const [, identity] = /^## Identity$(.*?)^## /ms.exec(readFileSync('docs/client-guide.md', 'utf8'))!;
  const listed = [...identity!.matchAll(/^\| `([A-Z]\w+)` /gm)].map(([, name]) => name);
  expect(new Set(listed)).toEqual(new Set(others));
});

test('a list is paged by the id of its person, in both directions', async () => {
  const query = await written('ScreenPurchasesQuery');
  const page = async (variables: object) => {
    const { data, errors } = await gateway.ask('guardian', query, { variables: { id: cast.resident, ...variables } });
    expect(errors).toEqual([]);
    return data.node.purchases;
  };
  const all = await page({ first: 100 });
  const first = await page({ first: 1 });
  const rest = await page({ first: 100, after: first.pageInfo.endCursor });
  const before = await page({ last: 1, before: rest.pageInfo.startCursor });
  const ids = ({ edges }: any): string[] => edges.map(({ node }: any) => node.id);
  expect(ids(all).length).toBeGreaterThan(1);
  expect([...ids(first), ...ids(rest)]).toEqual(ids(all));
  expect(ids(before)).toEqual(ids(first));
});

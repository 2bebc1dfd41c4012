import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { createOperationDescriptor, fetchQuery, type ConcreteRequest, type Environment, type GraphQLTaggedNode } from 'relay-runtime';
import { openRelaySession } from '../../client/src/relay.ts';
import { cast, matters } from '../../demo/personas.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';
import { compileRelay } from './drivers/compile-relay.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-relay-'));
const page = `query Page($after: String) { residents(first: 2, after: $after) @connection(key: "Page_residents") { edges { node { id familyName } } pageInfo { endCursor } } }`;
const people = `query People { currentCase { ... on Encounter { id people { ... on Resident { id givenName } ... on HouseholdMember { residentId givenName } } } } }`;
const refetched = `query Refetched($id: ID!) { node(id: $id) { ... on Resident { id givenName } ... on Ticket { id number } ... on Service { id name } } }`;
let gateway: TestGateway;
let compiled: Readonly<Record<string, ConcreteRequest>>;
beforeAll(async () => {
  [gateway, compiled] = await Promise.all([openGateway(), compileRelay(directory, { Page: page, People: people, Refetched: refetched })]);
});
afterAll(async () => {
  await gateway.close();
  rmSync(directory, { recursive: true });
});

async function read(environment: Environment, name: string, variables: Record<string, unknown> = {}): Promise<any> {
  const operation = createOperationDescriptor(compiled[name]!, variables);
  environment.retain(operation);
  await fetchQuery(environment, compiled[name] as GraphQLTaggedNode, variables, { fetchPolicy: 'store-or-network' }).toPromise();
  return environment.lookup(operation.fragment).data;
}

async function openSession(persona: string) {
  const token = await gateway.token(persona);
  return openRelaySession({ url: gateway.url, token: () => token });
}

test('a list is a connection: relay-compiler takes it, and a second page is appended', async () => {
  const session = await openSession('customer-service');
  const environment = session.client({ purpose: 'SERVICE_PROVISION' })!;
  const { residents } = await read(environment, 'Page');
  expect(residents.edges).toHaveLength(2);
  await read(environment, 'Page', { after: residents.pageInfo.endCursor });
  const both = (await read(environment, 'Page')).residents.edges.map(({ node }: { readonly node: { readonly id: string } }) => node.id);
  expect([both.length, new Set(both).size]).toEqual([4, 4]);
  session.end();
});

test('two types never share an id, so that the store keeps people apart', async () => {
  const session = await openSession('customer-service');
  const { currentCase } = await read(session.client({ purpose: 'SERVICE_PROVISION', case: matters.encounter })!, 'People');
  const own = currentCase.people.filter(({ id }: { id?: string }) => id === cast.resident);
  const expected = await gateway.ask(
    'customer-service',
    '{ currentCase { ... on Encounter { people { ... on Resident { givenName } ... on HouseholdMember { givenName } } } } }',
    { purpose: 'SERVICE_PROVISION', case: matters.encounter },
  );
  expect(own).toHaveLength(1);
  const names = (all: { readonly givenName: string }[]): string[] => all.map(({ givenName }) => givenName);
  expect(names(currentCase.people)).toEqual(names(expected.data.currentCase.people));
  session.end();
});

test('an object is found again by its id, whatever its type', async () => {
  const session = await openSession('resident');
  const environment = session.client({ purpose: 'SELF_SERVICE' })!;
  expect((await read(environment, 'Refetched', { id: cast.resident })).node).toMatchObject({
    id: cast.resident,
    givenName: expect.any(String),
  });
  expect((await read(environment, 'Refetched', { id: cast.neighbour })).node).toBeNull();
  session.end();
});

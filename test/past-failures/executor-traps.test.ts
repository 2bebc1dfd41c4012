import { describe, expect, test } from '@jest/globals';
import { buildSchema as schemaOf, execute, getVariableValues, Kind, parse, type DocumentNode, type OperationDefinitionNode } from 'graphql';
import { cast, matters } from '../../demo/personas.ts';
import { createExecutor } from '../../src/engine/execution/create-executor.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// graphql-jit 0.8.9: defects of an executor that prepares operations. This project's executor must not have them.
const gateway = useGateway();

describe('graphql-jit: a variable that is not given, inside a literal input object, became null', () => {
  const change = `mutation ($id: ID!, $email: String, $phone: String, $mobile: String, $street: AddressInput) {
    updateContact(input: { residentId: $id, email: $email, phone: $phone, mobilePhone: $mobile, address: $street }) {
      resident { email phone mobilePhone address { street } } } }`;
  const kept = {
    email: 'kestrelpost@example.org',
    phone: '+17805550110',
    mobilePhone: '+17805550121',
    address: { street: '17 Kingfisher Rise' },
  };
  const row = async () =>
    (
      await gateway.database.asOwner('select email, phone, mobile_phone, street from recreation.resident where id = $1', [cast.resident])
    )[0];

  test('a telephone number stays unchanged if its variable is not given', async () => {
    const before = await row();
    const { data, errors } = await gateway.ask('resident', change, { variables: { id: cast.resident } });
    expect(errors).toEqual([]);
    expect(data.updateContact.resident).toEqual(kept);
    expect(await row()).toEqual(before);
    // A given variable changes its own field alone.
    const one = await gateway.ask('resident', change, { variables: { id: cast.resident, phone: '+17805550112' } });
    expect(one.data.updateContact.resident).toEqual({ ...kept, phone: '+17805550112' });
    // The prepared document does not remember an earlier value, and an explicit null is null.
    const erased = await gateway.ask('resident', change, { variables: { id: cast.resident, phone: null } });
    expect(erased.data.updateContact.resident).toEqual({ ...kept, phone: null });
    const again = await gateway.ask('resident', change, { variables: { id: cast.resident, phone: kept.phone } });
    expect(again.data.updateContact.resident).toEqual(kept);
  });

  test('a filter or a page does not become null', async () => {
    const query =
      'query ($name: String, $first: Int, $by: ResidentOrder) { residents(first: $first, orderBy: $by, filter: { givenName: $name }) { totalCount pageInfo { hasNextPage } } }';
    const { data, errors } = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' });
    expect(errors).toEqual([]);
    // As without a filter: there are too many to count.
    expect(data.residents).toEqual({ totalCount: null, pageInfo: { hasNextPage: true } });
  });
});

interface Prepared {
  readonly document: DocumentNode;
  run(variables?: Record<string, unknown>): Promise<unknown>;
  expected(variables?: Record<string, unknown>): Promise<unknown>;
}

/** An operation over a small schema whose leaf fields return the names in their `info`. */
function prepare(text: string): Prepared {
  const schema = schemaOf(`
    input Filter { name: String  and: [Filter!]  or: [Filter!]  not: Filter }
    type Person { open: String  secret: String  friend: Person }
    type Query { person: Person  found(by: Filter): String }`);
  for (const type of [schema.getQueryType()!, schema.getType('Person') as NonNullable<ReturnType<typeof schema.getQueryType>>]) {
    for (const field of Object.values(type.getFields())) {
      const leaf = String(field.type) === 'String';
      field.resolve = (_source, args, _context, info) => (leaf ? `${info.parentType.name}.${info.fieldName} ${JSON.stringify(args)}` : {});
    }
  }
  const executor = createExecutor(schema);
  const document = parse(text);
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  return {
    document,
    run: async (variables = {}) => {
      const { coerced = {} } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      return JSON.parse(JSON.stringify(await executor(document, operation, coerced, {}))) as unknown;
    },
    expected: async (variables = {}) =>
      JSON.parse(JSON.stringify(await execute({ schema, document: parse(text), variableValues: variables }))) as unknown,
  };
}

function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  Object.values(value).forEach(freeze);
}

describe('graphql-jit: info could be spoofed by aliases', () => {
  test('info names the field, whatever its response name', async () => {
    const { run } = prepare('{ person { open: secret  secret: open  fieldName: secret  parentType: friend { open: secret } } }');
    expect(await run()).toEqual({
      data: {
        person: {
          open: 'Person.secret {}',
          secret: 'Person.open {}',
          fieldName: 'Person.secret {}',
          parentType: { open: 'Person.secret {}' },
        },
      },
    });
  });

  test('such aliases release nothing', async () => {
    const query = `{ resident(id: "${cast.resident}") { fieldName: birthDate parentType: email } }`;
    const own = await gateway.ask('resident', query);
    expect(own.data.resident).toEqual({ fieldName: '2008-12-15', parentType: 'kestrelpost@example.org' });
    const { data } = await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' });
    expect(data.resident).toEqual({ fieldName: null, parentType: null });
  });
});

describe('graphql-jit: compiling wrote to the shared document', () => {
  const text = `query ($on: Boolean!, $off: Boolean = true) {
    person { open @include(if: $on) ...Secret @skip(if: $off) friend @skip(if: $on) { open ... on Person @include(if: $on) { secret } } } }
    fragment Secret on Person { secret friend { secret @skip(if: $on) open } }`;

  test('a frozen document is executed repeatedly', async () => {
    const { document, run, expected } = prepare(text);
    const before = JSON.stringify(document);
    freeze(document);
    for (const variables of [
      { on: true },
      { on: false },
      { on: true, off: false },
      { on: false, off: false },
      { on: true },
      { on: false },
    ]) {
      expect(await run(variables)).toEqual(await expected(variables));
    }
    expect(JSON.stringify(document)).toBe(before);
  });

  test('each principal gets its own answer to the same text, every time', async () => {
    const query =
      'query ($id: ID!, $more: Boolean!) { resident(id: $id) { givenName birthDate @include(if: $more) email @skip(if: $more) account { balance } } }';
    const asks = [
      ['resident', {}],
      ['customer-service', { purpose: 'SERVICE_PROVISION' }],
      ['customer-service', { purpose: 'SERVICE_PROVISION', case: matters.encounter }],
      ['police', {}],
      ['maintenance-agent', {}],
      ['neighbour', {}],
    ] as const;
    const ask = async (more: boolean) =>
      Promise.all(
        asks.map(async ([persona, asked]) =>
          wholeResponse(await gateway.ask(persona, query, { ...asked, variables: { id: cast.resident, more } })),
        ),
      );
    const [first, second] = [await ask(true), await ask(false)];
    expect(first[0]).toContain('"birthDate":"2008-12-15"');
    expect(first.slice(1).filter((text) => text.includes('-318.47'))).toEqual([]);
    for (let round = 0; round < 3; round += 1) expect([await ask(true), await ask(false)]).toEqual([first, second]);
    // Without the email address, the clerk sees the same with the case and without it.
    expect(new Set([...first, ...second]).size).toBe(11);
  });
});

describe('graphql-jit#81: a recursive input type exhausted the memory', () => {
  test('a recursive input type works like any other', async () => {
    const { run, expected } = prepare('query ($f: Filter) { found(by: { and: [$f, { or: [{ not: { name: "x" } }] }] }) }');
    const f = { and: [{ or: [{ not: { name: 'y' } }] }] };
    expect(await run({ f })).toEqual(await expected({ f }));
    expect(await run({})).toEqual(await expected({}));
  });
});

describe('graphql-jit: @include and @skip, nested and together, were answered wrongly', () => {
  test.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])('include %s, skip %s', async (a, b) => {
    const { run, expected } = prepare(`query ($a: Boolean!, $b: Boolean!) {
      person { open @include(if: $a) @skip(if: $b) open friend @include(if: $a) { open } friend { secret @skip(if: $b) ...F @include(if: $b) } ... @skip(if: $a) { ... @include(if: $b) { secret } } } }
      fragment F on Person { friend @skip(if: $a) { open } open @include(if: $a) }`);
    expect(await run({ a, b })).toEqual(await expected({ a, b }));
  });
});

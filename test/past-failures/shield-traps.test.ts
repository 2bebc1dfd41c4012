import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema as schemaOf, execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../../src/context.ts';
import { cast } from '../../demo/personas.ts';
import { mountRootRules } from '../../src/enforcement/root-rules.ts';
import { PrivacyError } from '../../src/errors.ts';
import { buildSchema } from '../../src/gateway/build-schema.ts';
import { policyInForce, type Policy } from '../../src/policy/policy.ts';
import { openGateway, type TestGateway } from '../helpers/gateway.ts';

// graphql-shield 7: what opens where one would think it shut. None of it can happen here.

/** A schema whose root fields say so when they are reached, behind a door of its own. */
function behindDoor(policy: Policy = policyInForce): { schema: GraphQLSchema; reached: string[] } {
  const schema = schemaOf('type Query { services: String  webVisits: String  accounts: String  _entities: String  forgotten: String }');
  const reached: string[] = [];
  for (const [name, field] of Object.entries(schema.getQueryType()!.getFields())) {
    field.resolve = () => {
      reached.push(name);
      return name;
    };
  }
  mountRootRules(schema, policy);
  return { schema, reached };
}

/** A context in which security has declared its purpose and may use these fields. */
function contextFor(...fields: readonly string[]): GraphQLContext & { request: { plan: unknown } } {
  const line = policyInForce.rootFields[0]!;
  return {
    request: {
      principal: { role: 'SECURITY', partner: false },
      declaration: { purpose: 'WEBSITE_SECURITY' },
      plan: { roots: new Map(fields.map((field) => [`Query.${field}`, { line, refusedInputs: [] }])) },
    },
  } as never;
}

async function ask(schema: GraphQLSchema, document: string, contextValue: unknown): Promise<ExecutionResult> {
  return execute({ schema, document: parse(document), contextValue });
}

const codesOf = ({ errors }: ExecutionResult) =>
  (errors ?? []).map(({ originalError, extensions }) => (originalError as PrivacyError)?.code ?? extensions['code']);

describe('graphql-shield: one invalid entry discards the rules of a whole type', () => {
  test('every root field of the real schema has its rule, and refuses a request that has nothing', async () => {
    const { schema } = buildSchema();
    const context = { request: { principal: { role: 'RESIDENT', partner: false } } };
    for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
      for (const field of Object.values(type.getFields())) {
        const resolving = async (): Promise<unknown> =>
          field.resolve!({}, { input: {} }, context, { parentType: type, fieldName: field.name } as never);
        // Shield returns a refusal instead of throwing it; the executor treats both as an error.
        expect({ field: field.name, refused: (await resolving().catch((error: unknown) => error)) instanceof PrivacyError }).toEqual({
          field: field.name,
          refused: true,
        });
      }
    }
  });
});

describe('graphql-shield: fallbackRule allows', () => {
  test('a root field without a policy line is closed for all principals', async () => {
    const { schema, reached } = behindDoor();
    expect((await ask(schema, '{ webVisits }', contextFor('webVisits'))).data).toEqual({ webVisits: 'webVisits' });
    const answer = await ask(schema, '{ forgotten }', contextFor('forgotten', 'webVisits'));
    expect([answer.data, codesOf(answer)]).toEqual([{ forgotten: null }, ['FIELD_NOT_PERMITTED']]);
    expect(reached).toEqual(['webVisits']);
  });

  test('and keeps the gateway from starting', () => {
    const forgotten: Policy = {
      ...policyInForce,
      rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.webVisits')),
    };
    expect(() => buildSchema(undefined, forgotten)).toThrow(/Query\.webVisits/);
  });
});

describe('graphql-shield: _entities goes around the rules at the root', () => {
  test('should it exist, it is shut', async () => {
    const { schema, reached } = behindDoor();
    expect(codesOf(await ask(schema, '{ _entities }', contextFor('_entities')))).toEqual(['FIELD_NOT_PERMITTED']);
    expect(reached).toEqual([]);
  });
});

describe('graphql-shield: a rule that throws grants under not()', () => {
  test.each([
    ['no request', {}],
    [
      'a principal that throws',
      {
        request: {
          get principal(): never {
            throw new Error('no');
          },
        },
      },
    ],
    [
      'a plan that throws',
      {
        request: {
          ...contextFor('webVisits').request,
          get plan(): never {
            throw new Error('no');
          },
        },
      },
    ],
    ['no context', undefined],
  ])('%s: nothing is reached', async (_name, context) => {
    const { schema, reached } = behindDoor();
    const { data, errors } = await ask(schema, '{ webVisits accounts }', context);
    expect([data, errors?.length]).toEqual([{ webVisits: null, accounts: null }, 2]);
    expect(reached).toEqual([]);
  });
});

describe('graphql-shield: results are kept under a key without the field, by rule name, on the context', () => {
  test('two fields under one context, in either order', async () => {
    const { schema } = behindDoor();
    for (const document of ['{ webVisits accounts }', '{ accounts webVisits }', '{ a: accounts webVisits b: accounts }']) {
      const answer = await ask(schema, document, contextFor('webVisits'));
      expect(new Set(codesOf(answer))).toEqual(new Set(['FIELD_NOT_PERMITTED']));
      expect(Object.values(answer.data!).filter((value) => value !== null)).toEqual(['webVisits']);
    }
  });

  test('one context whose plan changes', async () => {
    const { schema, reached } = behindDoor();
    const context = contextFor('webVisits');
    expect(codesOf(await ask(schema, '{ webVisits }', context))).toEqual([]);
    context.request.plan = contextFor().request.plan;
    expect(codesOf(await ask(schema, '{ webVisits }', context))).toEqual(['FIELD_NOT_PERMITTED']);
    expect(reached).toEqual(['webVisits']);
  });

  test('two doors with rules of equal names and one context', async () => {
    const without = { ...policyInForce, rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.webVisits')) };
    const [open, shut] = [behindDoor(), behindDoor(without)];
    const context = contextFor('webVisits');
    expect(codesOf(await ask(open.schema, '{ webVisits }', context))).toEqual([]);
    expect(codesOf(await ask(shut.schema, '{ webVisits }', context))).toEqual(['FIELD_NOT_PERMITTED']);
    expect(codesOf(await ask(open.schema, '{ webVisits }', context))).toEqual([]);
  });
});

describe('over the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());
  const counter = { purpose: 'SERVICE_PROVISION' };

  test('graphql-shield: filter arguments are not seen. One refused argument shuts its field, wherever else it stands', async () => {
    const permitted = 'a: residents(filter: { familyName: "Castellow" }) { totalCount }';
    expect((await gateway.ask('customer-service', `{ ${permitted} }`, counter)).data).toEqual({ a: { totalCount: 1 } });
    for (const query of [
      `{ ${permitted} b: residents(filter: { birthDate: "2008-12-15" }) { totalCount } }`,
      `{ b: residents(orderBy: BIRTH_DATE) { totalCount } ${permitted} }`,
    ]) {
      const { data, codes } = await gateway.ask('customer-service', query, counter);
      expect(data.b).toBeNull();
      expect(new Set(codes)).toEqual(new Set(['ARGUMENT_NOT_PERMITTED']));
    }
  });

  test('graphql-shield: _entities and _service are not there', async () => {
    const known = `{ _entities(representations: [{ __typename: "Resident", id: "${cast.resident}" }]) { ... on Resident { email } } }`;
    for (const query of [known, '{ _service { sdl } }', '{ node(id: "1") { id } }']) {
      expect((await gateway.ask('privacy-officer', query, { purpose: 'MANDATE_ADMINISTRATION' })).codes).toContain('DOCUMENT_INVALID');
    }
  });

  test('graphql-shield: subscriptions are checked once. There are none', async () => {
    for (const query of ['subscription { me { id } }', 'subscription S { residents { totalCount } }']) {
      expect((await gateway.ask('resident', query)).codes.every((code) => /^(DOCUMENT_INVALID|OPERATION_UNSUPPORTED)$/.test(code))).toBe(
        true,
      );
    }
  });

  test('graphql-shield: a resolver’s error is “Not Authorised!”, or the database’s own words', async () => {
    const query = '{ accounts { totalCount edges { node { balance } } } }';
    expect((await gateway.ask('resident', query)).data.accounts.totalCount).toBe(1);
    await gateway.database.asOwner('alter table recreation.account rename to elsewhere');
    const { codes, text, data } = await gateway.ask('resident', query);
    await gateway.database.asOwner('alter table recreation.elsewhere rename to account');
    expect([codes, data]).toEqual([['INTERNAL'], { accounts: null }]);
    expect(text).not.toMatch(/Not Authorised|relation|account"? does/);
  });
});

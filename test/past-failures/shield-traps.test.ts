import { town } from '../../src/town/index.ts';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { buildSchema as schemaOf, execute, parse, type ExecutionResult, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../../src/engine/request-context.ts';
import { cast } from '../../demo/personas.ts';
import { nodeField } from '../../src/engine/markings/node-fields.ts';
import { mountRootRules } from '../../src/engine/guard/root-rules.ts';
import { PrivacyError } from '../../src/platform/errors/errors.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import type { Policy } from '../../src/engine/policy/declaration/policy.ts';
import { openGateway, type TestGateway } from '../helpers/gateway/gateway.ts';

// graphql-shield 7 grants access in several cases where a refusal is expected. This gateway refuses in each of them.

/** A schema with its own root rules, whose root fields record when they are reached. */
function withRootRules(policy: Policy = policyInForce): { schema: GraphQLSchema; reached: string[] } {
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
      plan: {
        policy: policyInForce,
        access: { role: 'SECURITY', purpose: 'WEBSITE_SECURITY' },
        roots: new Map(fields.map((field) => [`Query.${field}`, { line, refusedInputs: [] }])),
      },
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
    const { schema } = buildSchema(town);
    const context = { request: { principal: { role: 'RESIDENT', partner: false } } };
    for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
      for (const field of Object.values(type.getFields()).filter(({ name }) => `${type.name}.${name}` !== nodeField)) {
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

  test('node has no rule of its own: it asks the root fields that are open, and without one it finds nothing', async () => {
    const { schema, markings } = buildSchema(town);
    const roots = schema.getQueryType()!;
    const noted: string[] = [];
    const find = async (plan: unknown): Promise<unknown> => {
      const seenSubjects = { noteNode: (field: string) => noted.push(field) };
      const request = { principal: { role: 'RESIDENT', partner: false }, plan, seenSubjects };
      return roots.getFields()['node']!.resolve!({}, { id: cast.resident }, { request }, { parentType: roots, fieldName: 'node' } as never);
    };
    expect([await find(undefined), await find(contextFor().request.plan)]).toEqual([null, null]);
    expect(noted).toEqual([nodeField, nodeField]);
    // Their rules are asked as well: here no purpose is declared, and an argument is refused.
    expect(markings.nodes.size).toBeGreaterThan(4);
    for (const field of markings.nodes.values()) {
      await expect(
        find({ roots: new Map([[field, { line: policyInForce.rootFields[0], refusedInputs: ['Query.node(id:)'] }]]) }),
      ).rejects.toThrow(PrivacyError);
    }
  });
});

describe('graphql-shield: fallbackRule allows', () => {
  test('a root field without a policy line is closed for all principals', async () => {
    const { schema, reached } = withRootRules();
    expect((await ask(schema, '{ webVisits }', contextFor('webVisits'))).data).toEqual({ webVisits: 'webVisits' });
    const answer = await ask(schema, '{ forgotten }', contextFor('forgotten', 'webVisits'));
    expect([answer.data, codesOf(answer)]).toEqual([{ forgotten: null }, ['FIELD_NOT_PERMITTED']]);
    expect(reached).toEqual(['webVisits']);
  });

  test('a root field without a policy line keeps the gateway from starting', () => {
    const forgotten: Policy = {
      ...policyInForce,
      rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.webVisits')),
    };
    expect(() => buildSchema(town, undefined, forgotten)).toThrow(/Query\.webVisits/);
  });
});

describe('graphql-shield: _entities bypasses the rules of the root fields', () => {
  test('it would be refused if it existed', async () => {
    const { schema, reached } = withRootRules();
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
    const { schema, reached } = withRootRules();
    const { data, errors } = await ask(schema, '{ webVisits accounts }', context);
    expect([data, errors?.length]).toEqual([{ webVisits: null, accounts: null }, 2]);
    expect(reached).toEqual([]);
  });
});

describe('graphql-shield: results are cached on the context by rule name, without the field', () => {
  test('two fields of one context are decided separately, in either order', async () => {
    const { schema } = withRootRules();
    for (const document of ['{ webVisits accounts }', '{ accounts webVisits }', '{ a: accounts webVisits b: accounts }']) {
      const answer = await ask(schema, document, contextFor('webVisits'));
      expect(new Set(codesOf(answer))).toEqual(new Set(['FIELD_NOT_PERMITTED']));
      expect(Object.values(answer.data!).filter((value) => value !== null)).toEqual(['webVisits']);
    }
  });

  test('a changed plan on the same context is decided again', async () => {
    const { schema, reached } = withRootRules();
    const context = contextFor('webVisits');
    expect(codesOf(await ask(schema, '{ webVisits }', context))).toEqual([]);
    context.request.plan = contextFor().request.plan;
    expect(codesOf(await ask(schema, '{ webVisits }', context))).toEqual(['FIELD_NOT_PERMITTED']);
    expect(reached).toEqual(['webVisits']);
  });

  test('two schemas with rules of the same names decide separately on one context', async () => {
    const without = { ...policyInForce, rootFields: policyInForce.rootFields.filter(({ fields }) => !fields.includes('Query.webVisits')) };
    const [permitting, refusing] = [withRootRules(), withRootRules(without)];
    const context = contextFor('webVisits');
    expect(codesOf(await ask(permitting.schema, '{ webVisits }', context))).toEqual([]);
    expect(codesOf(await ask(refusing.schema, '{ webVisits }', context))).toEqual(['FIELD_NOT_PERMITTED']);
    expect(codesOf(await ask(permitting.schema, '{ webVisits }', context))).toEqual([]);
  });
});

describe('over the gateway', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await openGateway();
  });
  afterAll(() => gateway.close());
  const counter = { purpose: 'SERVICE_PROVISION' };

  test('graphql-shield: filter arguments are not checked. Here one refused argument refuses its field', async () => {
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

  test('graphql-shield: _entities and _service do not exist here', async () => {
    const known = `{ _entities(representations: [{ __typename: "Resident", id: "${cast.resident}" }]) { ... on Resident { email } } }`;
    for (const query of [known, '{ _service { sdl } }']) {
      expect((await gateway.ask('privacy-officer', query, { purpose: 'MANDATE_ADMINISTRATION' })).codes).toContain('DOCUMENT_INVALID');
    }
  });

  test('graphql-shield: what finds an object of any type goes around the rules. Here node finds what the root fields find', async () => {
    const found = `{ node(id: "${cast.resident}") { ... on Resident { email } } resident(id: "${cast.resident}") { email } }`;
    for (const [persona, purpose, email] of [
      ['resident', 'SELF_SERVICE', expect.stringContaining('@')],
      ['neighbour', 'SELF_SERVICE', null],
    ] as const) {
      const { data } = await gateway.ask(persona, found, { purpose });
      expect(data).toEqual(email === null ? { node: null, resident: null } : { node: { email }, resident: { email } });
    }
    const officer = await gateway.ask('privacy-officer', found, { purpose: 'MANDATE_ADMINISTRATION' });
    expect(officer.data.node?.email ?? null).toBeNull();
    expect(officer.data.node).toEqual(officer.data.resident);
  });

  test('graphql-shield: subscriptions are checked once. Here there are none', async () => {
    for (const query of ['subscription { me { id } }', 'subscription S { residents { totalCount } }']) {
      expect((await gateway.ask('resident', query)).codes.every((code) => /^(DOCUMENT_INVALID|OPERATION_UNSUPPORTED)$/.test(code))).toBe(
        true,
      );
    }
  });

  test('graphql-shield: a resolver’s error becomes “Not Authorised!” or the database’s message. Here it becomes INTERNAL', async () => {
    const query = '{ accounts { totalCount edges { node { balance } } } }';
    expect((await gateway.ask('resident', query)).data.accounts.totalCount).toBe(1);
    await gateway.database.asOwner('alter table recreation.account rename to elsewhere');
    const { codes, text, data } = await gateway.ask('resident', query);
    await gateway.database.asOwner('alter table recreation.elsewhere rename to account');
    expect([codes, data]).toEqual([['INTERNAL'], { accounts: null }]);
    expect(text).not.toMatch(/Not Authorised|relation|account"? does/);
  });
});

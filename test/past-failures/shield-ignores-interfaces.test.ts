import { town } from '../../src/town/index.ts';
import { aboutPerson } from '../../src/engine/rows/row.ts';
import { describe, expect, test } from '@jest/globals';
import { isObjectType, type GraphQLResolveInfo } from 'graphql';
import type { GraphQLContext } from '../../src/engine/request-context.ts';
import { buildSchema } from '../../src/server/spine/document/build-schema.ts';

// graphql-shield 7 accepts a rule on an interface, a union or an input, and never calls it.
describe('graphql-shield: rules on interfaces, unions and inputs are accepted and ignored', () => {
  const { schema, markings } = buildSchema(town);
  const info = {} as GraphQLResolveInfo;
  const row = aboutPerson({ id: 'a', residentId: 'a', subjectId: 'a' }, 'a');
  const person = aboutPerson({ id: 'a', __typename: 'Resident' }, 'a');
  const inside: Record<string, unknown> = { edges: [person], node: person, pageInfo: person, author: { type: 'Resident', id: 'a' } };
  // Values that must be words of the schema.
  Object.assign(inside, { purpose: 'SELF_SERVICE', role: 'RESIDENT', relationship: 'SELF', erasureRule: 'COURT_ORDER' });
  const whole = new Proxy(row, {
    get: (target, name) =>
      Reflect.get(target, name) ?? (typeof name === 'string' && Object.hasOwn(inside, name) ? inside[name] : 'a value'),
  });
  const permits = { asked: new Uint8Array(markings.size).fill(1), visible: new Uint8Array(markings.size).fill(1) };
  const open = {
    request: {
      principal: { role: 'RESIDENT', id: 'a', partner: false },
      plan: { asked: permits.asked, permitTable: () => permits.visible, fieldsOf: () => new Set() },
      relationships: { get: () => ({ visible: permits.visible }), ensure: () => undefined },
      pseudonyms: { name: () => 'P-1', identify: () => 'y', disguise: () => 'x' },
      language: 'en',
      application: {
        words: { en: { why: () => 'a sentence', fields: () => ['a word'], categories: () => ['NAME'], withoutHome: () => [] } },
      },
      loaders: { load: async () => whole },
      seenSubjects: { mark: () => undefined },
      cursors: {},
      reader: {},
    },
  } as unknown as GraphQLContext;
  const refusing = {
    request: {
      ...open.request,
      relationships: { get: () => undefined, ensure: () => undefined },
      plan: { ...open.request.plan, permitTable: () => new Uint8Array(markings.size) },
    },
  } as unknown as GraphQLContext;

  const personal = [...markings.outputs.keys()].filter((coordinate) => coordinate.includes('.'));
  test.each(personal)('%s is guarded where its value is completed: on the concrete type', async (coordinate) => {
    const [type = '', name = ''] = coordinate.split('.');
    const owner = schema.getType(type);
    const field = isObjectType(owner) ? owner.getFields()[name] : undefined;
    const at = async (context: GraphQLContext): Promise<unknown> => {
      try {
        return await field!.resolve!(whole, { first: 1 }, context, info);
      } catch {
        return 'an error of its own';
      }
    };
    expect(await at(refusing)).toBeNull();
    expect(await at({} as GraphQLContext).then((value) => value === null || value === 'an error of its own')).toBe(true);
    expect(await at(open)).not.toBeNull();
  });
});

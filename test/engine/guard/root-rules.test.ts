import type { RootFieldLine } from '../../../src/engine/policy/declaration/lines.ts';
import { expect, test } from '@jest/globals';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { graphql, type GraphQLSchema } from 'graphql';
import type { GraphQLContext } from '../../../src/engine/request-context.ts';
import { mountRootRules } from '../../../src/engine/guard/root-rules.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { vocabulary } from '../club/vocabulary.ts';

const line: RootFieldLine = { fields: ['Query.open'], role: 'MEMBER', purposes: ['OWN_AFFAIRS'], scope: 'SELF', clause: 'rights' };
const policy: Policy = { grants: [], prohibitions: [], rootFields: [line], budgets: [], vocabulary };

function mounted(): GraphQLSchema {
  const value = () => 'value';
  const schema = makeExecutableSchema({
    typeDefs: 'type Query { open: String refused: String }',
    resolvers: { Query: { open: value, refused: value } },
  });
  mountRootRules(schema, policy);
  return schema;
}

function contextOf(request: object): GraphQLContext {
  return { request } as unknown as GraphQLContext;
}

// The plan has a line for every field, even for a field without a line of the policy.
const planned = { line, refusedInputs: [] };
const plan = {
  roots: new Map([
    ['Query.open', planned],
    ['Query.refused', planned],
  ]),
};
const member = { principal: { role: 'MEMBER', partner: false }, declaration: { purpose: 'OWN_AFFAIRS' } };

async function answersOf(request: object): Promise<unknown> {
  const { data, errors } = await graphql({ schema: mounted(), source: '{ open refused }', contextValue: contextOf(request) });
  return { ...data, codes: errors?.map(({ path, extensions }) => `${path?.join('.')} ${String(extensions['code'])}`).toSorted() };
}

test('a root field without a line of the policy is refused, and the one next to it is answered', async () => {
  expect(await answersOf({ ...member, plan })).toEqual({ open: 'value', refused: null, codes: ['refused FIELD_NOT_PERMITTED'] });
});

test('every root field is refused without a plan, and without a line in the plan', async () => {
  const refused = { open: null, refused: null, codes: ['open FIELD_NOT_PERMITTED', 'refused FIELD_NOT_PERMITTED'] };
  expect(await answersOf(member)).toEqual(refused);
  expect(await answersOf({ ...member, plan: { roots: new Map([['Query.open', { ...planned, line: undefined }]]) } })).toEqual(refused);
});

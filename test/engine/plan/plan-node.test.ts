import { expect, test } from '@jest/globals';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { readMarkings } from '../../../src/engine/markings/markings.ts';
import { bind } from '../../../src/engine/plan/bind/bind.ts';
import { createPermitTables } from '../../../src/engine/plan/bind/permit-table.ts';
import type { Plan } from '../../../src/engine/plan/operation-plan.ts';
import { collect, fragmentsOf } from '../../../src/engine/plan/outline/collect.ts';
import { outline } from '../../../src/engine/plan/outline/outline.ts';
import { desk } from './club-plan.ts';
import { wordSources } from '../club/club.ts';
import { smallPolicy, operationOf } from './small-club.ts';

// `node` reads the root fields that find each type by its id: members are open to the desk, and lockers to no role.
const definitions = `
  interface Node { id: ID! @personal(category: EXISTENCE) }
  type Member implements Node @dataSubject(id: "id", existence: EXISTENCE) {
    id: ID! @personal(category: EXISTENCE)
    name: String @personal(category: NAME)
    friends(called: String @personal(category: NAME)): [Member!] @personal(category: TEAM)
  }
  type Locker implements Node @dataSubject(id: "id", existence: EXISTENCE) { id: ID! @personal(category: EXISTENCE) }
  type Query {
    node(id: ID! @personal(category: EXISTENCE)): Node
    locker(id: ID! @personal(category: EXISTENCE)): Locker
    member(id: ID! @personal(category: EXISTENCE)): Member
    counted: Int
  }`;
const schema = makeExecutableSchema({ typeDefs: [...wordSources(), definitions] });
const markings = readMarkings(schema);

function planned(text: string): Plan {
  const { document, operation } = operationOf(schema, text);
  const found = collect(schema, markings, operation, fragmentsOf(document));
  return bind(markings, outline(smallPolicy, markings, found, desk, createPermitTables(smallPolicy, markings)(desk), false), {});
}
const rootsOf = (text: string) => [...planned(text).roots].map(([field, { line, byNode }]) => [field, line?.scope, byNode]);

test('node reads the root fields that are open to the principal, and refuses none', () => {
  const plan = planned('{ node(id: "x") { id ... on Member { name } } }');
  const line = smallPolicy.rootFields.find(
    ({ fields, role, scope }) => fields.includes('Query.member') && role === desk.role && scope === 'ALL',
  );
  expect([...plan.roots]).toStrictEqual([['Query.member', { line, refusedInputs: [], byNode: true }]]);
  // The coordinates needed for reading the closed one are neither inputs nor withheld.
  expect(plan.inputs).toEqual(['Query.member(id:)']);
  expect(plan.withheld.filter(({ coordinate }) => coordinate.startsWith('Query.'))).toEqual([]);
  expect(planned('{ counted node(id: "x") { id } }').inputs).toEqual(['Query.member(id:)']);
});

test('a root field that is also asked for by itself is refused like any other', () => {
  expect(rootsOf('{ member(id: "x") { id } node(id: "x") { id } }')).toEqual([['Query.member', 'ALL', undefined]]);
  expect(rootsOf('{ node(id: "x") { id } member(id: "x") { id } }')).toEqual([['Query.member', 'ALL', undefined]]);
  expect(rootsOf('{ one: node(id: "x") { id } other: node(id: "y") { id } }')).toEqual([['Query.member', 'ALL', true]]);
  expect(rootsOf('{ locker(id: "x") { id } node(id: "x") { id } }')).toEqual([
    ['Query.locker', undefined, undefined],
    ['Query.member', 'ALL', true],
  ]);
});

test('the arguments below it count, whatever it reads', () => {
  const plan = planned('{ node(id: "x") { ... on Member { friends(called: "Ann") { name } } } }');
  expect(plan.inputs.toSorted()).toEqual(['Member.friends(called:)', 'Query.member(id:)']);
});

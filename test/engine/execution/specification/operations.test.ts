import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, type GraphQLResolveInfo } from 'graphql';
import { createExecutor } from '../../../../src/engine/execution/create-executor.ts';
import { holds, later } from './run-case.ts';

const sdl = `type Query { one: Int  sure: Int!  path: Boolean }
  type Mutation { add(number: Int = 1): Int  read: Int  sure: Int!  path: Boolean  total: Total }  type Total { now: Int }
  type Subscription { ticks: Int }`;

/** Fields that change one number, each after a delay. */
function counter(): Record<string, unknown> {
  let number = 0;
  const add = async (_source: unknown, args: { number: number }) => {
    const before = number;
    await later(undefined);
    return (number = before + args.number);
  };
  return { 'Mutation.add': add, 'Mutation.read': () => number, 'Mutation.total': () => ({ now: () => later(number) }) };
}

const broken = () => {
  throw new Error('broken');
};

describe('6.2 executing operations', () => {
  holds(sdl, [
    { rule: '6.2.1 ExecuteQuery: data has the fields of the query root', query: '{ one }', values: { 'Query.one': 1 }, data: { one: 1 } },
    {
      rule: '6.2.1 ExecuteQuery: parallel fields keep the order of the selection',
      query: '{ a: one b: one c: one }',
      values: { 'Query.one': later(1) },
      data: { a: 1, b: 1, c: 1 },
    },
    { rule: '6.2.2 ExecuteMutation: one root field', query: 'mutation { add }', values: counter, data: { add: 1 } },
    {
      rule: '6.2.2 ExecuteMutation: a root field that is selected twice runs once',
      query: 'mutation { total { now } ...M } fragment M on Mutation { total { after: now } }',
      values: counter,
      data: { total: { now: 0, after: 0 } },
    },
    {
      rule: '6.2.2 ExecuteMutation: root fields run one after the other',
      query: 'mutation { a: add b: add(number: 10) read c: add(number: 100) }',
      values: counter,
      data: { a: 1, b: 11, read: 11, c: 111 },
    },
    {
      rule: '6.2.2 ExecuteMutation: a root field is complete before the next one starts',
      query: 'mutation { add total { now } ...M } fragment M on Mutation { b: add again: total { now } }',
      values: counter,
      data: { add: 1, total: { now: 1 }, b: 2, again: { now: 2 } },
    },
    {
      rule: '6.2.2 ExecuteMutation: after a nullable root field fails, the next ones run',
      query: 'mutation { a: add path b: add }',
      values: () => ({ ...counter(), 'Mutation.path': broken }),
      data: { a: 1, path: null, b: 2 },
      errors: [[['path'], '1:19', 'broken']],
    },
    {
      rule: '6.2.2 ExecuteMutation: after a non-null root field fails, no further one starts',
      query: 'mutation { a: add sure b: add }',
      values: () => ({ ...counter(), 'Mutation.sure': broken }),
      data: null,
      errors: [[['sure'], '1:19', 'broken']],
    },
    {
      rule: '6.2.2 ExecuteMutation: a skipped root field does not run',
      query: 'mutation { a: add b: add @skip(if: true) }',
      values: counter,
      data: { a: 1 },
    },
    {
      rule: '6.2.3 a subscription is executed as by graphql-js; the gateway refuses it earlier',
      query: 'subscription { ticks }',
      values: { 'Subscription.ticks': 3 },
      data: { ticks: 3 },
    },
  ]);
  holds('type Query { one: Int }', [
    {
      rule: '6.2.2 a mutation on a schema without mutations',
      query: 'mutation { add }',
      data: null,
      errors: [[undefined, '1:1', 'Schema is not configured to execute mutation operation.']],
    },
  ]);
});

describe('operations that graphql-js executes', () => {
  // Only graphql-js' info has a path.
  const path = (_source: unknown, _args: unknown, _context: unknown, info: GraphQLResolveInfo) => Object.hasOwn(info, 'path');
  const byItself = (text: string, variables: Record<string, unknown> = {}) => {
    const schema = buildSchema(`directive @defer on FRAGMENT_SPREAD | INLINE_FRAGMENT  ${sdl}`);
    for (const type of [schema.getQueryType()!, schema.getMutationType()!]) type.getFields()['path']!.resolve = path;
    const document = parse(text);
    return createExecutor(schema)(document, getOperationAST(document)!, variables, undefined);
  };

  test.each([
    ['a mutation with two root fields', 'mutation { path again: path }', { path: true, again: true }],
    [
      'with two root fields in fragments',
      'mutation { path ... { ...M } } fragment M on Mutation { again: path ...M }',
      { path: true, again: true },
    ],
    [
      'with two root fields, of which one may be left out',
      'mutation ($no: Boolean!) { path again: path @include(if: $no) }',
      { path: true },
    ],
    ['what asks to be answered in parts', '{ ... @defer { path } }', { path: true }],
    ['what asks for it in a fragment', '{ ...F } fragment F on Query { ... @defer { path } }', { path: true }],
  ])('%s', async (_what, text, data) => {
    expect((await byItself(text, { no: false })).data).toEqual(data);
  });

  test.each([
    ['a query', '{ path again: path }', { path: false, again: false }],
    ['a mutation with one root field', 'mutation { path }', { path: false }],
    ['a mutation with one root field that is there twice', 'mutation { path ...M } fragment M on Mutation { path }', { path: false }],
  ])('and not %s', async (_what, text, data) => {
    expect((await byItself(text)).data).toEqual(data);
  });
});

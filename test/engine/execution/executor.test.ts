import { describe, expect, test } from '@jest/globals';
import { buildSchema, getVariableValues, Kind, parse, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { createExecutor } from '../../../src/engine/execution/create-executor.ts';
import type { Executor } from '../../../src/engine/execution/executor.ts';
import { answerText } from './answer-text.ts';
import { compareDocuments } from './compare-documents.ts';

type Variables = Record<string, unknown>;

/** Runs a document's only operation with our executor. */
function run(schema: GraphQLSchema, executor: Executor, document: DocumentNode, given: Variables, context?: unknown) {
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) throw new AggregateError(errors);
  return executor(document, operation, coerced, context);
}

describe('against graphql-js', () => {
  // `npm run differential` runs more; these are the same every time.
  test('any operation has the same data and the same errors', async () => {
    const { census, differences } = await compareDocuments({ documents: 4_000, seed: 20_211_001 });
    expect(differences).toEqual([]);
    expect(census.documents).toBe(4_000);
    // Otherwise the documents or the resolvers no longer exercise enough.
    expect(census.data).toBeGreaterThan(2_000);
    expect(census.errors).toBeGreaterThan(1_500);
    expect(census.thrown).toBeGreaterThan(700);
    expect(census.wrongValues).toBeGreaterThan(400);
    expect(census.wrongTypes).toBeGreaterThan(200);
    expect(census.wrongArguments).toBeGreaterThan(600);
    expect(census.nulledAbove).toBeGreaterThan(200);
    expect(census.nothing).toBeGreaterThan(400);
  }, 240_000);
});

describe('rule by rule', () => {
  const schema = buildSchema(`
    interface Node { id: Int }
    type Leaf implements Node { id: Int  sure: Int!  again: Leaf }
    input Filter { from: Int  to: Int = 9 }
    type Query { leaf: Leaf  node: Node  number(of: Int = 3): Int  filter(by: Filter): String  optional: [Leaf!]  matrix: [[Int!]]! }
    type Mutation { first: Int  second: Int }
  `);
  const executor = createExecutor(schema);
  const ask = (text: string, root: Record<string, unknown> = {}, given: Variables = {}) => {
    for (const type of [schema.getQueryType()!, schema.getMutationType()!]) {
      // The default resolver would read a property of the root value, which does not exist.
      for (const field of Object.values(type.getFields())) {
        const value = root[field.name];
        field.resolve = typeof value === 'function' ? (_source, args: unknown) => (value as (args: unknown) => unknown)(args) : () => value;
      }
    }
    // A compiled document holds its resolvers, so this test needs its own document.
    return run(schema, executor, parse(text), given);
  };
  const broken = () => {
    throw new Error('broken');
  };

  test('fields of the same response name are merged and resolved once, at the position of the first (§6.3.2)', async () => {
    let times = 0;
    const leaf = () => ((times += 1), { id: 1, sure: 2 });
    const answer = await ask('{ leaf { id } number ...More } fragment More on Query { leaf { sure id } }', { leaf, number: 5 });
    expect(answerText(answer)).toBe(answerText({ data: { leaf: { id: 1, sure: 2 }, number: 5 } }));
    expect(times).toBe(1);
  });

  test('@skip and @include follow their variable in each request of the same document (§3.13)', async () => {
    const document = parse('query ($open: Boolean!) { kind: __typename @include(if: $open) ... @skip(if: $open) { type: __typename } }');
    for (const open of [true, false, true]) {
      const { data } = await run(schema, executor, document, { open });
      expect(data).toEqual(open ? { kind: 'Query' } : { type: 'Query' });
    }
  });

  test('response names of Object.prototype are ordinary names', async () => {
    const { data } = await ask('{ __proto__: number constructor: leaf { toString: id } }', { number: 1, leaf: { id: 2 } });
    expect(JSON.stringify(data)).toBe('{"__proto__":1,"constructor":{"toString":2}}');
  });

  test('an argument is its default, null, or the given value (§6.4.1)', async () => {
    const number = ({ of }: { of: number | null }) => of;
    const text = 'query ($of: Int) { none: number  null: number(of: null)  given: number(of: 4)  variable: number(of: $of) }';
    expect((await ask(text, { number })).data).toEqual({ none: 3, null: null, given: 4, variable: 3 });
    expect((await ask(text, { number }, { of: 5 })).data).toEqual({ none: 3, null: null, given: 4, variable: 5 });
    expect((await ask(text, { number }, { of: null })).data).toEqual({ none: 3, null: null, given: 4, variable: null });
  });

  test('an absent variable leaves its key out of an input object (§3.10)', async () => {
    const filter = ({ by }: { by: unknown }) => JSON.stringify(by);
    const text = 'query ($from: Int, $to: Int) { filter(by: { from: $from, to: $to }) }';
    expect((await ask(text, { filter })).data).toEqual({ filter: '{"to":9}' });
    expect((await ask(text, { filter }, { from: null, to: 1 })).data).toEqual({ filter: '{"from":null,"to":1}' });
  });

  test('a null in a non-null position propagates through lists to the nearest nullable position (§6.4.4)', async () => {
    const answer = await ask('{ matrix optional { sure } number }', {
      matrix: [[1], [2, null], [3]],
      optional: [{ sure: null }],
      number: 1,
    });
    expect(answer.data).toEqual({ matrix: [[1], null, [3]], optional: null, number: 1 });
    expect(answer.errors?.map(({ path }) => path)).toEqual([
      ['matrix', 1, 1],
      ['optional', 0, 'sure'],
    ]);
    expect((await ask('{ number matrix }', { number: 1 })).data).toBeNull();
  });

  test('a failure below a position that is already null adds no error, but the response still awaits it (§6.4.4)', async () => {
    const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const leaf = { sure: after(1).then(broken), again: after(10).then(broken) };
    const answer = await ask('{ leaf { sure again { id } } number }', { leaf, number: after(20).then(() => 1) });
    expect(answer.data).toEqual({ leaf: null, number: 1 });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['leaf', 'sure']]);
  });

  test('no rejection is unhandled when a list fails while another item is pending', async () => {
    const late = new Promise((_resolve, reject) => setImmediate(() => reject(new Error('late'))));
    const answer = await ask('{ optional { sure } }', { optional: [{ sure: late }, { sure: broken }] });
    // Jest fails a test with an unhandled rejection.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answer.data).toEqual({ optional: null });
    expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([['broken', ['optional', 1, 'sure']]]);
  });

  test.each(['Query', 'Nothing', undefined])('a value of type %s is not a Node: null and an error (§6.4.3)', async (type) => {
    const answer = await ask('{ node { id } number }', { node: { __typename: type, id: 1 }, number: 2 });
    expect(answer.data).toEqual({ node: null, number: 2 });
    expect(answer.errors?.map(({ path, locations }) => ({ path, locations }))).toEqual([
      { path: ['node'], locations: [{ line: 1, column: 3 }] },
    ]);
  });

  test('introspection works', async () => {
    const { data } = await ask('{ __schema { queryType { name } } __type(name: "Leaf") { kind } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, __type: { kind: 'OBJECT' } });
  });
});

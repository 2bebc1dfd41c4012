import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  buildSchema,
  execute,
  getVariableValues,
  Kind,
  NoUnusedFragmentsRule,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { createExecutor, type Executor } from '../../src/execution/executor.ts';
import { anyDocument } from './any-document.ts';
import { atOnce, failure, seededSchema } from './seeded-schema.ts';

type Variables = Record<string, unknown>;

/** Runs a document's only operation with our executor. */
function run(schema: GraphQLSchema, executor: Executor, document: DocumentNode, given: Variables, context?: unknown) {
  const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  if (!coerced) throw new AggregateError(errors);
  return executor(document, operation, coerced, context);
}

/** An answer as text, keys in their order; of what is said about a wrong runtime type only that it is said. */
function textOf({ data, errors }: ExecutionResult): string {
  const told = (errors ?? []).map(({ message, path, locations }) => ({
    message: /^(Abstract type|Runtime Object type)/.test(message) ? 'wrong runtime type' : message,
    path,
    locations,
  }));
  return JSON.stringify({ data, errors: told }, null, 1);
}

describe('against graphql-js', () => {
  const schema = seededSchema();
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule && rule !== NoUnusedVariablesRule);
  const settings: readonly Variables[] = [{}, { on: false, off: true, rank: 7, search: { limit: 1 } }];

  test('any operation has the same answer, with the same errors', async () => {
    const executor = createExecutor(schema);
    const seen = { answers: 0, errors: 0, thrown: 0, wrongValues: 0, nothing: 0, nulledAbove: 0 };
    await fc.assert(
      fc.asyncProperty(anyDocument, fc.constantFrom(atOnce, 'later'), fc.nat(), async (text, pace, number) => {
        const seed = `${pace} ${number}`;
        const document = parse(text);
        fc.pre(validate(schema, document, rules).length === 0);
        for (const variableValues of settings) {
          const expected = await execute({ schema, document, variableValues, contextValue: seed });
          const answer = await run(schema, executor, document, variableValues, seed);
          expect(textOf(answer)).toBe(textOf(expected));
          seen.answers += 1;
          if (answer.data === null) seen.nothing += 1;
          if (answer.errors) seen.errors += 1;
          if (answer.errors?.some(({ message }) => message.startsWith(failure))) seen.thrown += 1;
          if (answer.errors?.some(({ message }) => /cannot represent|Expected Iterable|Abstract type/.test(message))) seen.wrongValues += 1;
          if (answer.errors?.some(({ path }) => answer.data && isNullAbove(answer.data, path!))) seen.nulledAbove += 1;
        }
      }),
      { seed: 20_211_001, numRuns: 1500, maxSkipsPerRun: 20 },
    );
    // Otherwise the documents or the resolvers have become too tame to tell anything.
    expect(seen.answers).toBe(3000);
    expect(seen.errors).toBeGreaterThan(900);
    expect(seen.thrown).toBeGreaterThan(600);
    expect(seen.wrongValues).toBeGreaterThan(250);
    expect(seen.nulledAbove).toBeGreaterThan(150);
    expect(seen.nothing).toBeGreaterThan(200);
  });
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
      // Not the default resolver: it would look at a root value, and there is none.
      for (const field of Object.values(type.getFields())) {
        const value = root[field.name];
        field.resolve = typeof value === 'function' ? (_source, args: unknown) => (value as (args: unknown) => unknown)(args) : () => value;
      }
    }
    // What is made ready for a document holds its resolvers: this one is a document of its own.
    return run(schema, executor, parse(text), given);
  };
  const broken = () => {
    throw new Error('broken');
  };

  test('fields of the same name are one field with both selections, asked once, where the first stood (§6.3.2)', async () => {
    let times = 0;
    const leaf = () => ((times += 1), { id: 1, sure: 2 });
    const answer = await ask('{ leaf { id } number ...More } fragment More on Query { leaf { sure id } }', { leaf, number: 5 });
    expect(textOf(answer)).toBe(textOf({ data: { leaf: { id: 1, sure: 2 }, number: 5 } }));
    expect(times).toBe(1);
  });

  test('a gate closes for one setting of its variable and opens for another, for the same document (§3.13)', async () => {
    const document = parse('query ($open: Boolean!) { kind: __typename @include(if: $open) ... @skip(if: $open) { type: __typename } }');
    for (const open of [true, false, true]) {
      const { data } = await run(schema, executor, document, { open });
      expect(data).toEqual(open ? { kind: 'Query' } : { type: 'Query' });
    }
  });

  test('names of an object prototype are names like any other', async () => {
    const { data } = await ask('{ __proto__: number constructor: leaf { toString: id } }', { number: 1, leaf: { id: 2 } });
    expect(JSON.stringify(data)).toBe('{"__proto__":1,"constructor":{"toString":2}}');
  });

  test('an argument has its default, null, or what is given (§6.4.1)', async () => {
    const number = ({ of }: { of: number | null }) => of;
    const text = 'query ($of: Int) { none: number  null: number(of: null)  given: number(of: 4)  variable: number(of: $of) }';
    expect((await ask(text, { number })).data).toEqual({ none: 3, null: null, given: 4, variable: 3 });
    expect((await ask(text, { number }, { of: 5 })).data).toEqual({ none: 3, null: null, given: 4, variable: 5 });
    expect((await ask(text, { number }, { of: null })).data).toEqual({ none: 3, null: null, given: 4, variable: null });
  });

  test('a variable that is not given leaves its key out of an input object (§3.10)', async () => {
    const filter = ({ by }: { by: unknown }) => JSON.stringify(by);
    const text = 'query ($from: Int, $to: Int) { filter(by: { from: $from, to: $to }) }';
    expect((await ask(text, { filter })).data).toEqual({ filter: '{"to":9}' });
    expect((await ask(text, { filter }, { from: null, to: 1 })).data).toEqual({ filter: '{"from":null,"to":1}' });
  });

  test('a null where none may be goes up through lists to the nearest place that can be null (§6.4.4)', async () => {
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

  test('what fails below a place that is null already adds no error, though the answer still waits (§6.4.4)', async () => {
    const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const leaf = { sure: after(1).then(broken), again: after(10).then(broken) };
    const answer = await ask('{ leaf { sure again { id } } number }', { leaf, number: after(20).then(() => 1) });
    expect(answer.data).toEqual({ leaf: null, number: 1 });
    expect(answer.errors?.map(({ path }) => path)).toEqual([['leaf', 'sure']]);
  });

  test('no rejection goes unheard where a list fails at once while another item is waited for', async () => {
    const late = new Promise((_resolve, reject) => setImmediate(() => reject(new Error('late'))));
    const answer = await ask('{ optional { sure } }', { optional: [{ sure: late }, { sure: broken }] });
    // Jest fails a test that leaves one.
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(answer.data).toEqual({ optional: null });
    expect(answer.errors?.map(({ message, path }) => [message, path])).toEqual([['broken', ['optional', 1, 'sure']]]);
  });

  test.each(['Query', 'Nothing', undefined])('what is of the type %s is no Node: null, and an error (§6.4.3)', async (type) => {
    const answer = await ask('{ node { id } number }', { node: { __typename: type, id: 1 }, number: 2 });
    expect(answer.data).toEqual({ node: null, number: 2 });
    expect(answer.errors?.map(({ path, locations }) => ({ path, locations }))).toEqual([
      { path: ['node'], locations: [{ line: 1, column: 3 }] },
    ]);
  });

  test('the schema can be asked for', async () => {
    const { data } = await ask('{ __schema { queryType { name } } __type(name: "Leaf") { kind } }');
    expect(data).toEqual({ __schema: { queryType: { name: 'Query' } }, __type: { kind: 'OBJECT' } });
  });
});

/** Whether the answer is null already above the place of an error. */
function isNullAbove(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path.slice(0, -1)) {
    if (value === null) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null;
}

import { describe, expect, test } from '@jest/globals';
import { buildSchema, getOperationAST, parse, type GraphQLFieldResolver, type GraphQLResolveInfo } from 'graphql';
import { createExecutor } from '../../../src/engine/execution/create-executor.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

function executing(text: string, one: Resolver) {
  const schema = buildSchema('type Query { one(of: Int, within: In): String }  input In { of: Int }');
  schema.getQueryType()!.getFields()['one']!.resolve = one;
  const document = parse(text);
  const executor = createExecutor(schema);
  return {
    document,
    ask: (variables: Record<string, unknown> = {}) => executor(document, getOperationAST(document)!, variables, undefined),
  };
}

describe('one request cannot pass data to another', () => {
  test('by info: it is frozen', async () => {
    const { ask } = executing('{ one }', (_source, _args, _context, info) => {
      (info as { fieldName: string }).fieldName = 'other';
      return 'written';
    });
    for (const _time of [1, 2]) {
      const { data, errors } = await ask();
      expect(data).toEqual({ one: null });
      expect(errors?.[0]?.originalError).toBeInstanceOf(TypeError);
    }
  });

  test('by arguments: each resolver call has its own', async () => {
    const seen: unknown[] = [];
    const { ask } = executing('{ one(of: 1, within: { of: 2 }) }', (_source, args: { of: number; within: { of: number } }) => {
      seen.push(structuredClone(args));
      args.of = args.within.of = 9;
      return 'written';
    });
    await ask();
    await ask();
    expect(seen).toEqual(Array.from({ length: 2 }, () => ({ of: 1, within: { of: 2 } })));
  });

  test('by variables: a value appears only in the response of its own request', async () => {
    const { ask } = executing(
      'query ($of: Int, $no: Boolean = false) { one(of: $of) ... @include(if: $no) { two: one(of: $of) } }',
      argumentsText,
    );
    expect((await ask({ of: 1, no: true })).data).toEqual({ one: '{"of":1}', two: '{"of":1}' });
    expect((await ask({ no: true })).data).toEqual({ one: '{}', two: '{}' });
    expect((await ask({ of: 2, no: false })).data).toEqual({ one: '{"of":2}' });
  });

  test('concurrently: each response has its own variables and errors', async () => {
    const { ask } = executing('query ($of: Int) { one(of: $of) two: one(of: $of) }', async (_source, { of }: { of: number }) => {
      await new Promise((resolve) => setTimeout(resolve, of % 3));
      if (of % 2 === 0) throw new Error(`even ${of}`);
      return `${of}`;
    });
    const answers = await Promise.all(Array.from({ length: 40 }, (_, of) => ask({ of })));
    for (const [of, { data, errors }] of answers.entries()) {
      const value = of % 2 === 0 ? null : `${of}`;
      expect(data).toEqual({ one: value, two: value });
      expect(errors?.map(({ message }) => message)).toEqual(of % 2 === 0 ? [`even ${of}`, `even ${of}`] : undefined);
    }
  });

  test('by the document: it is unchanged', async () => {
    const { document, ask } = executing('{ ...F } fragment F on Query { one(of: 1) ... @skip(if: false) { two: one } }', argumentsText);
    const before = JSON.stringify(document);
    await ask();
    expect(JSON.stringify(document)).toBe(before);
  });
});

test.each(['path', 'rootValue', 'variableValues'] as const)('a resolver that reads info.%s gets an error', async (name) => {
  const { ask } = executing('{ one }', (_source, _args, _context, info) => String(info[name]));
  const { data, errors } = await ask();
  expect(data).toEqual({ one: null });
  expect(errors?.map(({ message }) => message)).toEqual([`A resolver read info.${name}, which this executor does not provide.`]);
});

test('a resolver finds all other properties of info', async () => {
  let seen: GraphQLResolveInfo | undefined;
  const { document, ask } = executing('query Q { alias: one ...F } fragment F on Query { one }', (_source, _args, _context, info) => {
    if (info.fieldNodes[0]?.alias) seen = info;
    return 'seen';
  });
  await ask();
  expect(seen?.fieldName).toBe('one');
  expect(seen?.parentType.name).toBe('Query');
  expect(String(seen?.returnType)).toBe('String');
  expect(seen?.schema.getQueryType()?.name).toBe('Query');
  expect(seen?.operation).toBe(document.definitions[0]);
  expect(Object.keys(seen?.fragments ?? {})).toEqual(['F']);
});

function argumentsText(_source: unknown, args: unknown): string {
  return JSON.stringify(args);
}

import { expect, test } from '@jest/globals';
import {
  buildSchema,
  defaultFieldResolver,
  execute,
  getOperationAST,
  getVariableValues,
  isObjectType,
  parse,
  type ExecutionResult,
  type GraphQLFieldResolver,
  type GraphQLSchema,
} from 'graphql';
import { createExecutor } from '../../../../src/engine/execution/create-executor.ts';
import { createReferenceExecutor } from '../../../../src/engine/execution/create-reference-executor.ts';
import { answerText } from '../answer-text.ts';

type Values = Readonly<Record<string, unknown>>;

/** One case of a rule of the GraphQL specification, October 2021. */
export interface Case {
  /** The section, the step of the algorithm, and the expected behaviour. */
  readonly rule: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  /** A value or a resolver for each schema coordinate. A function creates them again for each executor. */
  readonly values?: Values | (() => Values);
  /** Functions to set on types: `serialize`, `resolveType`, `isTypeOf`. */
  readonly types?: Readonly<Record<string, object>>;
  /** The answer's data, with its keys in order; undefined if nothing is executed. */
  readonly data?: unknown;
  /** Path, line and column, and the message if it is fixed. */
  readonly errors?: readonly (readonly [path: readonly (string | number)[] | undefined, place: string, message?: string])[];
  /** A request error: nothing is executed. */
  readonly refused?: RegExp;
}

/**
 * Runs each case with graphql-js and with both executors; all must give the expected answer.
 * @param common defaults for all cases
 */
export function holds(sdl: string, cases: readonly Case[], common: Pick<Case, 'values' | 'types'> = {}): void {
  test.each(cases.map((one) => [one.rule, { ...common, ...one }] as const))('%s', async (_rule, one) => {
    const document = parse(one.query);
    // Each executor has its own schema, so that no resolver state is shared.
    const expected = await execute({
      schema: schemaOf(sdl, one),
      document,
      variableValues: one.variables,
      operationName: one.operationName,
      contextValue: 'the context',
    });
    for (const create of [createExecutor, createReferenceExecutor]) {
      const schema = schemaOf(sdl, one);
      const operation = getOperationAST(document, one.operationName);
      const { coerced, errors } = operation
        ? getVariableValues(schema, operation.variableDefinitions ?? [], one.variables ?? {})
        : { coerced: undefined, errors: [] };
      if (!operation || !coerced) {
        expect(one.refused).toBeDefined();
        expect(expected.errors?.map(({ message }) => message).join('\n')).toMatch(one.refused!);
        if (errors && errors.length > 0) expect(answerText({ errors })).toBe(answerText(expected));
        expect('data' in expected).toBe(false);
        return;
      }
      const answer = await create(schema)(document, operation, coerced, 'the context');
      expect(answerText(answer)).toBe(answerText(expected));
      holdsSaid(answer, one);
    }
  });
}

function holdsSaid(answer: ExecutionResult, { data, errors = [], refused }: Case): void {
  expect(refused).toBeUndefined();
  expect(JSON.stringify(answer.data)).toBe(JSON.stringify(data));
  expect(answer.errors?.map(({ path }) => path) ?? []).toEqual(errors.map(([path]) => path));
  expect(answer.errors?.map(({ locations }) => locations?.map(({ line, column }) => `${line}:${column}`).join(' ')) ?? []).toEqual(
    errors.map(([, place]) => place),
  );
  for (const [index, [, , message]] of errors.entries()) {
    if (message !== undefined) expect(answer.errors?.[index]?.message).toBe(message);
  }
}

function schemaOf(sdl: string, { values = {}, types = {} }: Case): GraphQLSchema {
  const schema = buildSchema(sdl);
  const given = typeof values === 'function' ? values() : values;
  for (const [name, put] of Object.entries(types)) Object.assign(schema.getType(name)!, put);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`;
      const root = [schema.getQueryType(), schema.getMutationType()].includes(type);
      field.resolve = Object.hasOwn(given, coordinate) ? resolverOf(given[coordinate]) : root ? () => null : defaultFieldResolver;
    }
  }
  return schema;
}

function resolverOf(value: unknown): GraphQLFieldResolver<unknown, unknown> {
  return typeof value === 'function' ? (value as GraphQLFieldResolver<unknown, unknown>) : () => value;
}

/** A promise that settles in a later turn of the event loop. */
export function later<T>(value: T): Promise<T> {
  return new Promise((resolve, reject) => {
    setImmediate(() => (value instanceof Error ? reject(value) : resolve(value)));
  });
}

/** Resolves to 1 in the third later turn. */
export async function muchLater(): Promise<number> {
  await later(undefined);
  await later(undefined);
  return later(1);
}

import { createHash } from 'node:crypto';
import { execute, getVariableValues, Kind, parse, type ExecutionResult, type OperationDefinitionNode } from 'graphql';
import { createExecutor } from '../../../src/engine/execution/create-executor.ts';
import { createReferenceExecutor } from '../../../src/engine/execution/create-reference-executor.ts';
import type { Executor } from '../../../src/engine/execution/executor.ts';
import { noPause, type Pace } from '../../../src/engine/execution/pace.ts';
import { minimise } from '../../../src/server/library/testing/asking/minimise.ts';
import { Choices } from '../../../src/server/library/testing/asking/choices.ts';
import { answerText } from './answer-text.ts';
import { anyDocument, type AnyDocument } from './any-document.ts';
import { atOnce, failure, seededSchema } from './seeded-schema.ts';

/** A document that two executors answered differently. */
export interface DocumentDifference extends AnyDocument {
  readonly seed: string;
  readonly executor: 'compiled' | 'paused' | 'reference';
  readonly expected: string;
  readonly answer: string;
}

/** The coverage of a run. Too few nulls, errors or promises mean that the run proves little. */
export interface DocumentCensus {
  documents: number;
  /** Variables that could not be coerced, so that nothing was executed. */
  refused: number;
  data: number;
  errors: number;
  thrown: number;
  wrongValues: number;
  wrongTypes: number;
  wrongArguments: number;
  nulledAbove: number;
  nothing: number;
}

/** Pauses after each item of a list. Its errors come in another order, and the first of a nulled object may be another one. */
const everPausing: Pace = { ...noPause, mustYield: true };

/** The number of documents that are executed concurrently. */
const atATime = 50;

/**
 * Executes random documents on the seeded schema with graphql-js and with both executors. All must give the same
 * answer, including the order of keys and the locations of errors.
 * @returns the differences, each with its document reduced to the smallest one that still differs
 */
export async function compareDocuments(options: {
  readonly documents: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}): Promise<{ readonly census: DocumentCensus; readonly differences: readonly DocumentDifference[] }> {
  const schema = seededSchema();
  const compiled = createExecutor(schema);
  const paused: Executor = (document, operation, variables, context) =>
    compiled(document, operation, variables, context, undefined, everPausing);
  const executors = { compiled, paused, reference: createReferenceExecutor(schema) };
  const census: DocumentCensus = {
    documents: 0,
    refused: 0,
    data: 0,
    errors: 0,
    thrown: 0,
    wrongValues: 0,
    wrongTypes: 0,
    wrongArguments: 0,
    nulledAbove: 0,
    nothing: 0,
  };
  const differences: DocumentDifference[] = [];
  const { stackTraceLimit } = Error;
  // Creating stack traces would take most of the time.
  Error.stackTraceLimit = 0;
  while (census.documents < options.documents && differences.length < 5) {
    const many = Math.min(atATime, options.documents - census.documents);
    const batch = Array.from({ length: many }, (_, at) => {
      const number = census.documents + at;
      const made = anyDocument(schema, choicesOf(`documents ${options.seed} ${number}`));
      return { ...made, seed: `${number % 2 === 0 ? atOnce : 'later'} ${options.seed} ${number}`, thrice: number % 10 === 0 };
    });
    const found = await Promise.all(
      batch.map(async (one) => differenceOf(one, one.thrice ? ['compiled', 'paused', 'reference'] : ['compiled', 'paused'])),
    );
    for (const one of found) if (one) differences.push(await smallest(one));
    census.documents += many;
    options.onProgress?.(census.documents);
  }
  Error.stackTraceLimit = stackTraceLimit;
  return { census, differences };

  async function differenceOf(
    { text, variables, seed }: AnyDocument & { readonly seed: string },
    names: readonly DocumentDifference['executor'][],
    counted = true,
  ): Promise<DocumentDifference | undefined> {
    const document = parse(text);
    const operation = document.definitions.find((node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION)!;
    const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
    if (!coerced) {
      if (counted) census.refused += 1;
      return undefined;
    }
    const result = await execute({ schema, document, variableValues: variables, contextValue: seed });
    if (counted) count(census, result);
    for (const executor of names) {
      const comparable = executor === 'paused' ? withoutOrder : answerText;
      const expected = comparable(result);
      const answer = comparable(await executors[executor](document, operation, coerced, seed));
      if (answer !== expected) return { text, variables, seed, executor, expected, answer };
    }
    return undefined;
  }

  async function smallest(found: DocumentDifference): Promise<DocumentDifference> {
    let last = found;
    // Without validation: every document that can be executed must give the same answer.
    await minimise(
      schema,
      found.text,
      async (text) => {
        const still = await differenceOf({ ...found, text }, [found.executor], false).catch(() => undefined);
        if (still) last = still;
        return still !== undefined;
      },
      [],
    );
    return last;
  }
}

function withoutOrder({ data, errors }: ExecutionResult): string {
  return JSON.stringify({ data, hasErrors: errors !== undefined }, null, 1);
}

function count(census: DocumentCensus, { data, errors }: ExecutionResult): void {
  if (data) census.data += 1;
  else census.nothing += 1;
  if (!errors) return;
  census.errors += 1;
  const says = (pattern: RegExp): boolean => errors.some(({ message }) => pattern.test(message));
  if (errors.some(({ message }) => message.startsWith(failure))) census.thrown += 1;
  if (says(/cannot represent|Expected Iterable|serialize/)) census.wrongValues += 1;
  if (says(/^Abstract type|^Expected value of type|^Runtime Object type/)) census.wrongTypes += 1;
  if (says(/^Argument /)) census.wrongArguments += 1;
  if (errors.some(({ path }) => path && data && isNullAbove(data, path))) census.nulledAbove += 1;
}

/** Whether the answer is already null above the position of an error. */
function isNullAbove(data: unknown, path: readonly (string | number)[]): boolean {
  let value = data;
  for (const key of path.slice(0, -1)) {
    if (value === null || value === undefined) return true;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value === null;
}

/** The same choices for the same seed: 250 numbers below 2^16. */
function choicesOf(seed: string): Choices {
  const drawn = createHash('shake256', { outputLength: 500 }).update(seed).digest();
  return new Choices(Array.from({ length: 250 }, (_, at) => drawn.readUInt16LE(at * 2)));
}

import { specifiedRules, type GraphQLSchema } from 'graphql';
import type { Markings } from '../../../engine/markings/markings.ts';
import { ask, type Asked } from './asking/ask.ts';
import { Choices } from './asking/choices.ts';
import { materialOf } from './asking/material-of.ts';
import { minimise } from './asking/minimise.ts';
import { randomOperation, type EvidenceOperation } from './asking/random-operation.ts';
import { readRecords, type RecordParts } from './records/read-records.ts';
import { seededChoices, seededNumbers } from './asking/seeded.ts';
import type { Placed } from './standpoint.ts';
import { varyWithheld, type OwnerConnection, type Variation } from './varying/vary.ts';

/** An operation whose answer depends on something hidden. */
export interface Leak {
  readonly standpoint: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly headers: Readonly<Record<string, string>>;
  /** The places at which the answers differ. */
  readonly difference: string;
}

/** A proof by comparison. It shows nothing for `neverVaried`. */
export interface Proof {
  readonly operations: number;
  readonly seed: number;
  readonly leaks: readonly Leak[];
  /** Fields that may be seen and are computed of hidden ones, which their marking does not say: one sentence each. */
  readonly undeclared: readonly string[];
  /** Personal fields and types of which no hidden value could be varied, for any standpoint. */
  readonly neverVaried: readonly string[];
}

/** How much is asked. */
export interface ProveOptions {
  /** Default: 300, shared by all standpoints. */
  readonly operations?: number;
  /** The same seed asks the same; default: 1. */
  readonly seed?: number;
  readonly onProgress?: (done: number, total: number) => void;
}

/** A gateway over a database of its own, with what its evidence needs. */
export interface EvidenceGateway {
  readonly url: string;
  readonly owner: OwnerConnection;
  readonly schema: GraphQLSchema;
  readonly markings: Pick<Markings, 'outputs'>;
  readonly parts: RecordParts;
}

/** Requests that are made small again after a leak, at most. */
const mostTries = 60;

/**
 * Compares, for each standpoint, two databases that agree on all that its policy lines let it see and differ in as much else as can be
 * varied: random queries must get the same status, headers and body from both (non-interference). Queries alone are asked; statements and
 * times are not compared.
 */
export async function prove(gateway: EvidenceGateway, standpoints: readonly Placed[], options: ProveOptions = {}): Promise<Proof> {
  const { operations = 300, seed = 1, onProgress } = options;
  const { schema, parts, owner } = gateway;
  const leaks: Leak[] = [];
  const undeclared: string[] = [];
  const varied = new Set<string>();
  const each = Math.max(1, Math.ceil(operations / Math.max(1, standpoints.length)));
  let done = 0;
  for (const [index, placed] of standpoints.entries()) {
    const own = seed * 1_000 + index;
    const records = await readRecords(owner.database, parts, placed);
    const material = materialOf(schema, parts.policy, records, placed);
    const unasked = [...material.rootFields].filter((field) => field.startsWith('Query.'));
    const asked = Array.from({ length: each }, (_one, at) =>
      randomOperation(schema, new Choices(seededNumbers(own * 10_000 + at, 400)), material, unasked[at]),
    );
    const variation = await varyWithheld(owner, parts, placed, seededChoices(own));
    for (const coordinate of variation.coordinates) varied.add(coordinate);
    undeclared.push(...variation.undeclared);
    const before = await askAll(gateway.url, placed, asked);
    const after = await whileVaried(variation, () => askAll(gateway.url, placed, asked));
    done += each;
    onProgress?.(done, each * standpoints.length);
    const at = before.findIndex((one, place) => textOf(one) !== textOf(after[place]!));
    if (at >= 0) leaks.push(await smallest(gateway, placed, asked[at]!, variation));
  }
  const personal = [...gateway.markings.outputs.keys()].filter((coordinate) => canVary(parts, coordinate));
  return { operations: done, seed, leaks, undeclared, neverVaried: personal.filter((coordinate) => !varied.has(coordinate)) };
}

async function askAll(url: string, placed: Placed, operations: readonly EvidenceOperation[]): Promise<readonly Asked[]> {
  const answers: Asked[] = [];
  for (const operation of operations) answers.push(await askOne(url, placed, operation));
  return answers;
}

function askOne(url: string, placed: Placed, { query, variables, operationName, headers }: EvidenceOperation): Promise<Asked> {
  return ask(url, { ...placed.headers, ...headers }, { query, variables, operationName });
}

async function whileVaried<T>(variation: Variation, work: () => Promise<T>): Promise<T> {
  await variation.make();
  try {
    return await work();
  } finally {
    await variation.undo();
  }
}

/** Makes a leaking operation small. A difference that does not come again is reported as it was. */
async function smallest(gateway: EvidenceGateway, placed: Placed, found: EvidenceOperation, variation: Variation): Promise<Leak> {
  let tries = 0;
  const difference = async (query: string): Promise<string | undefined> => {
    const one = await askOne(gateway.url, placed, { ...found, query });
    const other = await whileVaried(variation, () => askOne(gateway.url, placed, { ...found, query }));
    return textOf(one) === textOf(other) ? undefined : placeOf(textOf(one), textOf(other));
  };
  const query = await minimise(
    gateway.schema,
    found.query,
    async (smaller) => (tries += 1) <= mostTries && (await difference(smaller)) !== undefined,
    specifiedRules,
  );
  const { variables, headers } = found;
  return {
    standpoint: placed.name,
    query,
    variables,
    headers: { ...placed.headers, ...headers, ...(placed.headers['authorization'] !== undefined && { authorization: '…' }) },
    difference: (await difference(query)) ?? 'the answers differed once, and not when it was asked again',
  };
}

function textOf({ status, headers, body }: Asked): string {
  return JSON.stringify([status, headers, body]);
}

/** The first place at which two texts differ. */
function placeOf(one: string, other: string): string {
  let at = 0;
  while (one[at] === other[at]) at += 1;
  const from = Math.max(0, at - 60);
  return `…${one.slice(from, at + 60)}… and …${other.slice(from, at + 60)}…`;
}

/** Whether a coordinate is a type of rows, or one of their columns that is no id: an id varies with the row. */
function canVary({ rows }: RecordParts, coordinate: string): boolean {
  const [name, field] = coordinate.split('.');
  const known = rows.find(({ type }) => type === name)?.definition;
  return !known || field === undefined || (Object.hasOwn(known.columns, field) && known.columns[field] !== (known.id ?? 'id'));
}

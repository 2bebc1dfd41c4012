import {
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { RootFieldLine } from '../../../engine/policy/declaration/lines.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { ask } from './asking/ask.ts';
import { openLines } from './asking/material-of.ts';
import type { EvidenceGateway } from './prove.ts';
import { readRecords, type ExpectedRow } from './records/read-records.ts';
import { readRelated, type RelatedCount } from './records/read-related.ts';
import { RowShape, rowsIn, withoutValues, type AnsweredRow } from './records/row-shape.ts';
import type { Placed } from './standpoint.ts';

/** The answers of every root field to every standpoint, compared with the lines of the policy. */
export interface Exhausted {
  readonly operations: number;
  /** Values that were compared. */
  readonly values: number;
  /** One sentence for each answer that is not as expected. */
  readonly problems: readonly string[];
  /** Root fields that were not asked: they need arguments that are no ids, or return rows of no type that is known. */
  readonly notAsked: readonly string[];
  /** Personal fields of rows that no standpoint got a value of: no answer has shown that they may be seen. */
  readonly neverReleased: readonly string[];
  /** Types with personal fields that were not compared, because `rows` does not say how they are read. */
  readonly notCompared: readonly string[];
  /** For how many data subjects each relationship and condition holds, from each standpoint. */
  readonly related: readonly RelatedCount[];
  /** Relationships and conditions that were believed: the standpoint does not say for whom they hold. */
  readonly believed: readonly string[];
}

/** Ids that a root field with an id is asked for. */
const mostIds = 40;
/** Rows from which a list may be cut. */
const wholeList = 100;

/**
 * Asks every root field of the query from every standpoint for every field, and compares each value with the stored one: it must be there
 * if the policy's lines permit it, and null if not.
 * @param database reads as the application's resolvers do, as the role that owns the tables
 */
export async function exhaust(
  gateway: EvidenceGateway,
  standpoints: readonly Placed[],
  database: Database,
  onProgress?: (done: number, total: number) => void,
): Promise<Exhausted> {
  const { schema, parts, markings } = gateway;
  const shape = new RowShape(parts.rows);
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {});
  const asked = fields.filter((field) => isAskable(field, shape));
  const tally: Tally = { operations: 0, values: 0, problems: [], released: new Set(), types: new Set() };
  const related: RelatedCount[] = [];
  const believed: string[] = [];
  const misfits = new Set<string>();
  for (const [index, placed] of standpoints.entries()) {
    const found = await readRelated(database, parts.subjects, placed);
    const rows = Map.groupBy(await readRecords(database, parts, placed), ({ type }) => type);
    for (const [name, ofType] of rows) {
      const type = schema.getType(name);
      if (isObjectType(type)) for (const row of ofType) for (const one of shape.misfitsOf(row, type)) misfits.add(one);
    }
    const lines = openLines(parts.policy, placed);
    related.push(...found.counts);
    tally.problems.push(...found.problems);
    believed.push(...found.believed);
    for (const field of asked) await askField({ gateway, shape, placed, rows, tally }, field, lines.get(`Query.${field.name}`));
    onProgress?.(index + 1, standpoints.length);
  }
  const { operations, values, released, types } = tally;
  const unanswered = [...shape.types].filter((type) => !types.has(type));
  return {
    operations,
    values,
    problems: [
      ...misfits,
      ...tally.problems,
      ...unanswered.map((type) => `${type}: no answer to any standpoint had a row of it, so nothing is shown`),
    ],
    notAsked: fields.filter((field) => !asked.includes(field)).map(({ name }) => `Query.${name}`),
    notCompared: [...new Set([...markings.outputs.keys()].map((one) => one.split('.')[0]!))].filter((type) => !shape.has(type)),
    related,
    believed,
    neverReleased: [...markings.outputs.keys()].filter((one) => shape.coordinates.has(one) && !released.has(one)),
  };
}

interface Tally {
  operations: number;
  values: number;
  readonly problems: string[];
  readonly released: Set<string>;
  /** Types of rows that were answered. */
  readonly types: Set<string>;
}

/** The rows that answers to a standpoint are compared with, and the outcome so far. */
interface Comparison {
  readonly gateway: EvidenceGateway;
  readonly shape: RowShape;
  readonly placed: Placed;
  readonly rows: ReadonlyMap<string, readonly ExpectedRow[]>;
  readonly tally: Tally;
}

type RootField = GraphQLField<unknown, unknown>;

function neededArguments({ args }: RootField) {
  return args.filter((one) => isNonNullType(one.type) && one.defaultValue === undefined);
}

/** Whether a root field returns known rows, and needs an id at most. */
function isAskable(field: RootField, shape: RowShape): boolean {
  const needed = neededArguments(field);
  const areIds = needed.length <= 1 && needed.every((one) => getNamedType(one.type).name === 'ID');
  return shape.has(getNamedType(field.type).name) && areIds;
}

/** @param line that opens the field to the standpoint; undefined: none does, so nothing may come */
async function askField(comparison: Comparison, field: RootField, line: RootFieldLine | undefined): Promise<void> {
  const { gateway, shape, placed, rows, tally } = comparison;
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return;
  const all = rows.get(type.name) ?? [];
  const [needed] = neededArguments(field);
  const ids = needed === undefined ? [undefined] : all.slice(0, mostIds).map(({ id }) => id);
  for (const id of ids) {
    const given = id === undefined ? '' : `(${needed!.name}: ${JSON.stringify(id)})`;
    const { body } = await ask(gateway.url, placed.headers, { query: `{ ${field.name}${given} { ${shape.selectionOf(type)} } }` });
    tally.operations += 1;
    const got = rowsIn(body.data?.[field.name]);
    const left = line ? all.filter((row) => row.isVisible && row.scopes.has(line.scope) && (id === undefined || row.id === id)) : [];
    const place = `${placed.name}, Query.${field.name}`;
    for (const one of got) {
      const at = left.findIndex((row) => shape.isAs(one, row, type));
      if (at < 0) tally.problems.push(`${place}: a ${type.name} is not as the policy says: ${withoutValues(one)}`);
      else left.splice(at, 1);
      count(comparison, type, one);
      compareBelow(comparison, type, one, place);
    }
    // An authority may close a field that needs a category, and an argument may choose.
    const isWhole = line !== undefined && line.needs === undefined && !body.errors && field.args.length === 0 && isList(field.type);
    if (isWhole && left.length > 0 && got.length < wholeList) tally.problems.push(`${place}: ${left.length} of ${type.name} are missing`);
  }
}

/** Compares the rows below a row: each must be one that may be seen, as it may be seen. */
function compareBelow(comparison: Comparison, type: GraphQLObjectType, one: AnsweredRow, place: string): void {
  const { shape, rows, tally } = comparison;
  for (const [field, below] of shape.branchesOf(type)) {
    const visible = (rows.get(below.name) ?? []).filter(({ isVisible }) => isVisible);
    for (const inner of rowsIn(one[field])) {
      if (!visible.some((row) => shape.isAs(inner, row, below)))
        tally.problems.push(`${place}, ${type.name}.${field}: a ${below.name} is not as the policy says: ${withoutValues(inner)}`);
      count(comparison, below, inner);
      compareBelow(comparison, below, inner, place);
    }
  }
}

function count({ shape, tally }: Comparison, type: GraphQLObjectType, one: AnsweredRow): void {
  tally.types.add(type.name);
  for (const [field] of shape.leavesOf(type)) {
    tally.values += 1;
    if ((one[field] ?? null) !== null) tally.released.add(`${type.name}.${field}`);
  }
}

function isList(type: GraphQLOutputType): boolean {
  return isListType(type) || (isNonNullType(type) && isList(type.ofType));
}

import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLLeafType,
  type GraphQLObjectType,
} from 'graphql';
import type { Rows } from '../../rows/rows.ts';
import type { ExpectedRow } from './read-records.ts';

/** A row of an answer. */
export type AnsweredRow = Readonly<Record<string, unknown>>;

/** Levels of rows below rows. */
const deepest = 3;
/** Lists below a list. A document with more of them could exceed its limit of rows. */
const mostLists = 1;

/** The shape of the rows of an application's types: what to ask of them, and what an answer must have. Pure. */
export class RowShape {
  readonly #columns: ReadonlyMap<string, Rows['definition']['columns']>;

  constructor(all: readonly Rows[]) {
    this.#columns = new Map(all.map(({ type, definition }) => [type, definition.columns]));
  }

  get types(): Iterable<string> {
    return this.#columns.keys();
  }

  /** Whether the rows of a type are known. */
  has(type: string): boolean {
    return this.#columns.has(type);
  }

  /** The coordinates of all columns. */
  get coordinates(): ReadonlySet<string> {
    return new Set([...this.#columns].flatMap(([type, columns]) => Object.keys(columns).map((field) => `${type}.${field}`)));
  }

  /** The fields that are columns. */
  leavesOf(type: GraphQLObjectType): readonly (readonly [field: string, type: GraphQLLeafType])[] {
    const columns = this.#columns.get(type.name) ?? {};
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      return isLeafType(named) && Object.hasOwn(columns, field.name) ? [[field.name, named] as const] : [];
    });
  }

  /** The fields that lead to rows and need no arguments. */
  branchesOf(type: GraphQLObjectType): readonly (readonly [field: string, type: GraphQLObjectType])[] {
    return Object.values(type.getFields()).flatMap((field) => {
      const named = getNamedType(field.type);
      const isOpen = isObjectType(named) && this.has(named.name) && !field.args.some((one) => isNonNullType(one.type));
      return isOpen ? [[field.name, named] as const] : [];
    });
  }

  /** All that can be asked of a row. */
  selectionOf(type: GraphQLObjectType, depth = deepest, lists = mostLists): string {
    const leaves = ['__typename', ...this.leavesOf(type).map(([field]) => field)];
    const branches = (depth === 0 ? [] : this.branchesOf(type)).flatMap(([field, below]) => {
      const left = isListType(getNullableType(type.getFields()[field]!.type)) ? lists - 1 : lists;
      return left < 0 ? [] : [`${field} { ${this.selectionOf(below, depth - 1, left)} }`];
    });
    return [...leaves, ...branches].join(' ');
  }

  /** The fields of a stored row whose value has another type than theirs, so that no answer can hold it: one sentence each. */
  misfitsOf(row: ExpectedRow, type: GraphQLObjectType): readonly string[] {
    return this.leavesOf(type)
      .filter(([field, leaf]) => answered(leaf, row.values[field]) === noAnswer)
      .map(([field, leaf]) => `${type.name}.${field}: a stored value is no ${leaf.name}: look at \`columns\` of rows('${type.name}')`);
  }

  /** Whether an answered row shows exactly what may be seen of a stored one. Rows below are only there where their field may be seen. */
  isAs(one: AnsweredRow, row: ExpectedRow, type: GraphQLObjectType): boolean {
    const isSame = this.leavesOf(type).every(([field, leaf]) => {
      const expected = row.sees(field) ? answered(leaf, row.values[field]) : null;
      return expected !== noAnswer && JSON.stringify(one[field] ?? null) === JSON.stringify(expected);
    });
    return isSame && this.branchesOf(type).every(([field]) => (one[field] ?? null) === null || row.sees(field));
  }
}

/** The rows at a place of an answer: of a list, or one. */
export function rowsIn(value: unknown): readonly AnsweredRow[] {
  return (Array.isArray(value) ? value : [value]).filter((one): one is AnsweredRow => typeof one === 'object' && one !== null);
}

/** A row without its values: which fields are there, and which are null. */
export function withoutValues(one: AnsweredRow): string {
  return JSON.stringify(Object.fromEntries(Object.entries(one).map(([field, value]) => [field, value === null ? null : '…'])));
}

/** The place of a stored value that its type cannot show. */
const noAnswer = Symbol('no answer');

/** A stored value as an answer has it. */
function answered(type: GraphQLLeafType, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const one = (single: unknown): unknown => (single === null ? null : type.serialize(single));
  try {
    return JSON.parse(JSON.stringify(Array.isArray(value) ? value.map(one) : one(value)));
  } catch {
    return noAnswer;
  }
}

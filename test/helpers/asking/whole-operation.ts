import {
  getNamedType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';
import { documentLimits } from '../../../src/engine/document/limits.ts';
import { createMeasure } from '../../../src/engine/document/check-document.ts';

/** The values in an answer, by coordinate. */
export type ValuesSeen = Map<string, unknown[]>;

/** Arguments of root fields, by coordinate. A required ID that is not among them is one that does not exist. */
export type RootArguments = Readonly<Record<string, string>>;

/**
 * Writes one operation that asks for every field of the schema that can be reached from the query root. Each response name
 * is the field's coordinate, with `__` for the dot, so that every value in an answer names its field.
 */
export function wholeQuery(schema: GraphQLSchema, rootArguments: RootArguments, variables: string): string {
  return `query Whole(${variables}) {\n${rootSelections(schema, rootArguments).join('\n')}\n}`;
}

/**
 * The same in several operations of similar size, since the gateway limits the size of one (`documentLimits.places`): as few as fit. Each
 * declares the variables that it uses.
 * @throws Error where one root field alone is too large
 */
export function wholeQueries(schema: GraphQLSchema, rootArguments: RootArguments, variables: string): readonly string[] {
  const selections = rootSelections(schema, rootArguments);
  const measure = createMeasure(schema);
  for (let count = 1; count <= selections.length; count += 1) {
    const queries = inParts(selections, count, variables);
    // A larger operation would be refused, and a test that compares answers would compare two refusals.
    if (queries.every((query) => measure(parse(query)).places <= documentLimits.places)) return queries;
  }
  throw new Error('A root field selects more than one operation may.');
}

function inParts(selections: readonly string[], count: number, variables: string): string[] {
  const parts = Array.from({ length: count }, (): string[] => []);
  for (const text of selections.toSorted((one, other) => other.length - one.length)) {
    parts.toSorted((one, other) => one.join('').length - other.join('').length)[0]!.push(text);
  }
  return parts.map((part) => {
    const body = part.join('\n');
    const used = variables.split(', ').filter((variable) => body.includes(variable.split(':')[0]!));
    return `query Whole${used.length > 0 ? `(${used.join(', ')})` : ''} {\n${body}\n}`;
  });
}

function rootSelections(schema: GraphQLSchema, rootArguments: RootArguments): string[] {
  const query = schema.getQueryType()!;
  return Object.values(query.getFields()).flatMap((field) => {
    const type = getNamedType(field.type);
    // An abstract type is asked for in parts, one for each type that it can be: as a whole it may be more than one operation may select.
    const wholes = isAbstractType(type) ? schema.getPossibleTypes(type) : [undefined];
    return wholes.map((only) => selection(schema, query, field.name, [], rootArguments, only));
  });
}

function selection(
  schema: GraphQLSchema,
  parent: GraphQLObjectType,
  name: string,
  path: readonly string[],
  rootArguments: RootArguments,
  only?: GraphQLObjectType,
): string {
  const field = parent.getFields()[name]!;
  const coordinate = `${parent.name}.${name}`;
  // A proof needs an entry that exists, or tree sizes.
  if (parent.name === 'AccessLog' && field.args.some(isRequiredArgument)) return '';
  const type = getNamedType(field.type);
  const start = `${parent.name}__${name}: ${name}${rootArguments[coordinate] ?? unknownIds(field)}`;
  if (isLeafType(type)) return start;
  const possible = isAbstractType(type) ? schema.getPossibleTypes(type) : isObjectType(type) ? [type] : [];
  const inside = possible
    // Skips a type within itself, which would never end. The path to here has asked for it already.
    .filter((one) => !path.includes(one.name) && (only === undefined || one === only))
    .map((one) => {
      const fields = Object.keys(one.getFields()).map((inner) => selection(schema, one, inner, [...path, one.name], rootArguments));
      const body = fields.filter((text) => text !== '').join(' ');
      return isAbstractType(type) ? `... on ${one.name} { ${body} }` : body;
    });
  return inside.length === 0 ? '' : `${start} { ${inside.join(' ')} }`;
}

/** The required arguments of a field: ids that do not exist, and times since which nothing happened. */
function unknownIds({ args }: GraphQLField<unknown, unknown>): string {
  const valueOf = (type: string): string => (type === 'DateTime' ? '2020-01-01T00:00:00Z' : '00000000-0000-4000-8000-00000000dead');
  const required = args.filter(isRequiredArgument).map(({ name, type }) => `${name}: "${valueOf(getNamedType(type).name)}"`);
  return required.length > 0 ? `(${required.join(', ')})` : '';
}

/** The parts of an answer that a test examines: `data` is as loose as JSON is. */
interface Whole {
  readonly data: any;
  readonly codes: readonly string[];
  readonly text: string;
}

/** The data of two parts. Both may ask for the same root field, each for other fields of it. */
function merged(one: object, other: object): object {
  const both: Record<string, unknown> = { ...one };
  for (const [name, value] of Object.entries(other)) {
    const before = both[name];
    both[name] = isObject(before) && isObject(value) ? { ...before, ...value } : (value ?? before ?? null);
  }
  return both;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Merges the answers to the parts of a whole operation: all data, each code once, the texts in order.
 * @throws Error where some are refused and others are not
 */
export function together(answers: readonly Whole[]): Whole {
  const refused = answers.filter(({ data }) => data === undefined);
  if (refused.length > 0 && refused.length < answers.length) throw new Error(`One part was refused: ${refused[0]!.codes.join(', ')}.`);
  return {
    data: refused.length > 0 ? undefined : answers.reduce((all, { data }) => merged(all, data), {}),
    codes: [...new Set(answers.flatMap(({ codes }) => codes))],
    text: answers.map(({ text }) => text).join('\n'),
  };
}

/** Collects every value that is not null, by the coordinate in its response name. */
export function valuesSeenIn(data: unknown, into: ValuesSeen = new Map()): ValuesSeen {
  if (Array.isArray(data)) for (const item of data) valuesSeenIn(item, into);
  else if (typeof data === 'object' && data !== null) {
    for (const [name, value] of Object.entries(data)) {
      if (value === null) continue;
      const holds = typeof value === 'object' && !(Array.isArray(value) && typeof value[0] !== 'object');
      if (holds) valuesSeenIn(value, into);
      else {
        const coordinate = name.replace('__', '.');
        const values = into.get(coordinate);
        if (values) values.push(value);
        else into.set(coordinate, [value]);
      }
    }
  }
  return into;
}

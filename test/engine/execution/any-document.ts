import {
  getNamedType,
  isCompositeType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Choices } from '../../../src/server/library/testing/asking/choices.ts';

/** A document with one operation, and its variables. */
export interface AnyDocument {
  readonly text: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The variables of every operation, with their possible values; each may also be absent. Some values and some uses are refused. */
const variables: readonly (readonly [name: string, type: string, ...given: unknown[]])[] = [
  ['on', 'Boolean! = true', true, false],
  ['off', 'Boolean! = false', false, true],
  ['maybe', 'Boolean = true', null, true, false],
  ['rank', 'Int', null, 7],
  ['mark', 'Int! = 4', 5],
  ['word', 'String! = "default"', 'given'],
  ['search', 'Search', null, {}, { limit: 1 }, { limit: null, word: 'w', within: { odd: 5, marks: [2] }, all: [null, { word: 'v' }] }],
  ['odd', 'Odd', null, 3, 9, 4],
  ['marks', '[Int!] = [8]', null, [], 3, [1, 2]],
  // Names of inherited properties: graphql-js holds variables in an object that has a prototype.
  ['constructor', 'Int', null, 1],
  ['valueOf', 'Boolean! = false', true],
];

const header = variables.map(([name, type]) => `$${name}: ${type}`).join(', ');

const values: Readonly<Record<string, readonly string[]>> = {
  Int: ['1', '$rank', '$mark', 'null', '$constructor', '"no number"'],
  '[Int!]': ['[1, $mark]', '$marks', 'null', '[]', '7', '[$rank]'],
  Odd: ['3', '$odd', 'null', '4', '"five"', '[$odd]'],
  Search: [
    '$search',
    'null',
    '{}',
    '{ limit: $rank, word: $word }',
    '{ within: { limit: null, to: $constructor, odd: $odd }, marks: $marks }',
    '{ all: [$search, { odd: 5 }], word: null }',
    '{ within: $search, odd: 4 }',
  ],
  '[Search!]': ['[$search]', '[{ limit: $mark }]', '{ word: $word }', 'null'],
  ID: ['"1"', '2', '$word', '$rank'],
};

const gates = ['$on', '$off', '$valueOf', '$maybe', 'true', 'false'];
const aliases = ['first', 'second', '__proto__', 'constructor', 'toString', 'hasOwnProperty'];
const fragmentTypes = ['Person', 'Animal', 'Being', 'Node', 'Thing', 'Either', 'Stone'];

/**
 * Generates a document. It is not always valid: values may have the wrong type, and fields with one response name may
 * conflict. No server executes such documents, but the executors must still agree on them.
 */
export function anyDocument(schema: GraphQLSchema, choices: Choices): AnyDocument {
  const root = choices.chance(8) ? schema.getMutationType()! : schema.getQueryType()!;
  const body = selection(root, 3, true);
  const fragments = fragmentTypes
    .filter((name) => body.includes(`...Of${name}`))
    .map((name) => `fragment Of${name} on ${name} ${selection(schema.getType(name) as GraphQLCompositeType, 1, false)}`);
  const given = variables.flatMap(([name, _type, ...values]) => (choices.chance(50) ? [[name, choices.pick(values)] as const] : []));
  const operation = root === schema.getQueryType() ? 'query' : 'mutation';
  return { text: [`${operation} (${header}) ${body}`, ...fragments].join('\n'), variables: Object.fromEntries(given) };

  /** Spreads named fragments only if `spreads` is set, so that no fragment contains itself. */
  function selection(type: GraphQLCompositeType, depth: number, spreads: boolean): string {
    const fields = isObjectType(type) || isInterfaceType(type) ? Object.values(type.getFields()) : [];
    const fitting = depth > 0 ? fields : fields.filter((field) => isLeafType(getNamedType(field.type)));
    const parts = Array.from({ length: 1 + choices.below(4) }, () => {
      const dice = choices.below(20);
      if (dice < 13 && fitting.length > 0) return field(choices.pick(fitting), depth, spreads);
      if (dice < 16 && depth > 0) return inline(type, depth, spreads);
      if (dice < 18 && spreads && type !== root) return `...Of${choices.pick(fragmentTypes)}${gate()}`;
      return `${alias()}__typename${gate()}`;
    });
    return `{ ${parts.join(' ')} }`;
  }

  function field(definition: GraphQLField<unknown, unknown>, depth: number, spreads: boolean): string {
    const type = getNamedType(definition.type);
    const below = isCompositeType(type) ? ` ${selection(type, depth - 1, spreads)}` : '';
    return `${alias()}${definition.name}${arguments_(definition)}${gate()}${below}`;
  }

  function arguments_({ args }: GraphQLField<unknown, unknown>): string {
    const given = args
      .filter(() => choices.chance(45))
      .map(({ name, type }) => `${name}: ${choices.pick(values[String(type).replace(/!$/, '')] ?? values['Int']!)}`);
    return given.length > 0 ? `(${given.join(', ')})` : '';
  }

  function inline(type: GraphQLCompositeType, depth: number, spreads: boolean): string {
    if (type === root || choices.chance(15)) return `...${gate()} ${selection(type, depth - 1, spreads)}`;
    const on = choices.pick(fragmentTypes);
    return `... on ${on}${gate()} ${selection(schema.getType(on) as GraphQLCompositeType, depth - 1, spreads)}`;
  }

  function gate(): string {
    if (!choices.chance(20)) return '';
    const one = `@${choices.pick(['include', 'skip'])}(if: ${choices.pick(gates)})`;
    return choices.chance(25) ? ` @include(if: ${choices.pick(gates)}) @skip(if: $off)` : ` ${one}`;
  }

  function alias(): string {
    return choices.chance(20) ? `${choices.pick(aliases)}: ` : '';
  }
}

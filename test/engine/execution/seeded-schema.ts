import {
  buildSchema,
  getNullableType,
  GraphQLError,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  isUnionType,
  Kind,
  type GraphQLOutputType,
  type GraphQLScalarType,
  type GraphQLSchema,
} from 'graphql';

/** The prefix of every error of this schema's resolvers. */
export const failure = 'Failure at ';

/** The prefix of a seed for which no resolver returns a promise. */
export const atOnce = 'at once';

/** A resolver's value for an object; all values below it are drawn from `id`. */
interface Row {
  readonly id: string;
  readonly __typename?: string;
  readonly kind: string;
}

const being = 'id: ID  name: String  friend(rank: Int = 1, marks: [Int!], odd: Odd): Being  strict: Int!';

/**
 * A schema with every kind of output type. Its resolvers draw their values from the context (a seed), their position
 * and their arguments: the same operation always gets the same values, nulls, promises and errors. The same holds for
 * its type resolvers, `isTypeOf` and its scalar.
 */
export function seededSchema(): GraphQLSchema {
  const schema = buildSchema(`
    interface Node { id: ID }
    interface Being implements Node { ${being} }
    type Person implements Being & Node {
      ${being}
      children: [Person]  parents: [Person!]!  either: Either  tags: [String!]  pet: Animal!  matrix: [[Int]]  cube: [[[Int!]!]!]
      rows: [[Animal!]]!  mood: Mood  only: Int  constructor(toString: Int = 2): String  odd: Odd  odds: [Odd!]!  thing: Thing
    }
    type Animal implements Being & Node {
      ${being}
      eithers: [Either!]  owner: Person  keeper: Person!  mood: Mood!  only: String  odd: Odd!  things: [Thing!]  nodes: [[Node]!]
    }
    type Stone implements Node { id: ID  weight: Float  under: [Thing]  hasOwnProperty: Boolean }
    type Plant implements Node { id: ID  leaves: [Boolean!]!  beside: Thing! }
    union Either = Person | Animal
    union Thing = Stone | Plant
    enum Mood { CALM WILD }
    scalar Odd
    input Search { limit: Int = 3  word: String! = "default"  odd: Odd  marks: [Int!] = [1]  within: Search  all: [Search]  to: Int }
    type Query {
      person: Person  animal: Animal!  eithers: [Either]  found(by: Search, needed: Int! = 6): Being  beings: [Being!]!
      node(id: ID!): Node  nodes: [Node!]  things(by: [Search!]): [Thing!]!  thing: Thing  odd(of: Odd): Odd
    }
    type Mutation { odd(of: Odd): Odd  person: Person  thing: Thing!  found(by: Search): Being }
  `);
  Object.assign(schema.getType('Odd') as GraphQLScalarType, oddScalar);
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    // Types of Being are resolved by the row's `__typename`, types of Thing by `isTypeOf`.
    if (isInterfaceType(type) ? type.name === 'Node' : isUnionType(type) && type.name === 'Either') {
      (type as { resolveType?: unknown }).resolveType = resolveType;
    }
    if (!isObjectType(type)) continue;
    if (type.name === 'Stone' || type.name === 'Plant') type.isTypeOf = (row: Row, seed: string) => isTypeOf(type.name, row, seed);
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: Row | undefined, given, seed: string) => {
        const value = draw(schema, field.type, `${seed} ${source?.id ?? ''}/${type.name}.${field.name}${JSON.stringify(given)}`);
        // Half of the errors are thrown, half are returned.
        if (value instanceof Error && hash(value.message) % 2 === 0) throw value;
        return value;
      };
    }
  }
  return schema;
}

/** A scalar of odd numbers: it rejects even ones when serializing and when parsing values and literals, and serializes a few to null. */
const oddScalar: Partial<GraphQLScalarType<unknown, unknown>> = {
  serialize(value) {
    if (typeof value !== 'number' || value % 2 === 0) throw new Error('Odd cannot represent what is not odd.');
    return value % 7 === 0 ? undefined : `odd ${value}`;
  },
  parseValue(value) {
    if (typeof value !== 'number' || value % 2 === 0) throw new GraphQLError('Odd cannot take what is not odd.');
    return { odd: value };
  },
  parseLiteral(node) {
    if (node.kind !== Kind.INT) throw new TypeError('Odd cannot read that.');
    return Number(node.value) % 2 === 0 ? undefined : { odd: Number(node.value) };
  },
};

/** Mostly the row's type; sometimes a promise, undefined, a wrong type, a value that is not a name, or an error. */
function resolveType(row: Row, seed: string): unknown {
  const dice = hash(`${seed} ${row.id} type`) % 100;
  if (dice < 4) throw new Error(`${failure}${row.id} type`);
  const name = dice < 7 ? 'Query' : dice < 9 ? undefined : dice < 11 ? 'Nothing' : dice < 12 ? 42 : row.kind;
  if (dice % 4 > 0 || seed.startsWith(atOnce)) return name;
  return later(dice < 24 ? new Error(`${failure}${row.id} type later`) : name);
}

/** Mostly whether the row has the type; sometimes a promise, a wrong answer, or an error. */
function isTypeOf(name: string, row: Row, seed: string): boolean | Promise<boolean> {
  const dice = hash(`${seed} ${row.id} is ${name}`) % 100;
  if (dice < 3) throw new Error(`${failure}${row.id} is ${name}`);
  const is = dice < 7 ? row.kind !== name : row.kind === name;
  if (dice % 4 > 0 || seed.startsWith(atOnce)) return is;
  return later(dice < 12 ? new Error(`${failure}${row.id} is ${name} later`) : is) as Promise<boolean>;
}

/** Draws a value for a type: mostly a valid one, sometimes null, an error, an invalid one, or a promise of any of these. */
function draw(schema: GraphQLSchema, type: GraphQLOutputType, seed: string): unknown {
  const dice = hash(`${seed} ${String(type)}`) % 100;
  if (dice < 6) return new Error(failure + seed);
  if (dice < (isNonNullType(type) ? 9 : 20)) return dice % 2 === 0 ? null : undefined;
  if (dice < 35 && !seed.startsWith(atOnce)) return later(draw(schema, type, `${seed}~`));
  return present(schema, getNullableType(type), seed, dice > 96);
}

function present(schema: GraphQLSchema, type: GraphQLOutputType, seed: string, wrong: boolean): unknown {
  const number = hash(`${seed}!`);
  if (isListType(type)) {
    if (wrong) return [{ length: 2 }, 'not a list', { [Symbol.iterator]: 1 }][number % 3];
    const items = Array.from({ length: number % 4 }, (_, index) => draw(schema, type.ofType, `${seed}.${index}`));
    const fails = number % 41 === 0 && seed.startsWith(atOnce);
    // graphql-js leaves rejections unhandled if one item is pending and another fails synchronously. No item does here.
    const given = isNonNullType(type.ofType) && !seed.startsWith(atOnce) ? items.map(later) : items;
    return fails || number % 5 === 0 ? iterable(given, fails, number) : given;
  }
  if (isEnumType(type)) return wrong ? 'NO_MOOD' : ['CALM', 'WILD'][number % 2];
  switch (String(type)) {
    case 'Int':
      return wrong ? 'not a number' : number % 1000;
    case 'Float':
      return wrong ? Infinity : number / 8;
    case 'Boolean':
      return wrong ? 'yes' : number % 2 === 0;
    case 'ID':
      return wrong ? {} : `${number % 50}`;
    case 'Odd':
      return number % 20;
    case 'String':
      return wrong ? {} : `word ${number % 1000}`;
    default:
      break;
  }
  const types = isAbstractType(type) ? schema.getPossibleTypes(type) : [type];
  const kind = wrong && isAbstractType(type) ? 'Query' : String(types[number % types.length]);
  return { id: `${number % 50}`, kind, ...(['Person', 'Animal', 'Query'].includes(kind) && { __typename: kind }) } satisfies Row;
}

/** The same items as an iterable that is not an array: a set, or a generator, which may fail at its end. */
function iterable(items: readonly unknown[], fails: boolean, number: number): Iterable<unknown> {
  if (!fails && number % 2 === 0) return new Set(items);
  return (function* () {
    yield* items;
    if (fails) throw new Error(`${failure}the end`);
  })();
}

/** A promise that settles in a later turn of the event loop; an error rejects it or comes as its value. */
function later(value: unknown): Promise<unknown> {
  const promise = new Promise((resolve, reject) => {
    setImmediate(() => (value instanceof Error && hash(value.message) % 3 > 0 ? reject(value) : resolve(value)));
  });
  // An executor may abandon a list before it reaches this item.
  promise.catch(() => undefined);
  return promise;
}

/** FNV-1a, with its bits mixed once more. */
function hash(text: string): number {
  let bits = 2166136261;
  for (let index = 0; index < text.length; index += 1) bits = Math.imul(bits ^ text.charCodeAt(index), 16777619);
  bits = Math.imul(bits ^ (bits >>> 13), 0x5bd1e995);
  return (bits ^ (bits >>> 15)) >>> 0;
}

import {
  buildSchema,
  getNullableType,
  GraphQLInt,
  GraphQLString,
  isAbstractType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLOutputType,
  type GraphQLSchema,
} from 'graphql';

/** What every error that a resolver of this schema gives starts with. */
export const failure = 'Failure at ';

/** What a seed starts with when no resolver is to give a promise. */
export const atOnce = 'at once';

/**
 * A schema with every kind of output type, whose resolvers draw what they give from the context (a seed), from where they
 * stand and from their arguments: the same operation always meets the same values, nulls, promises and errors.
 */
export function seededSchema(): GraphQLSchema {
  const schema = buildSchema(`
    interface Being { name: String  friend(rank: Int = 1, marks: [Int!]): Being  strict: Int! }
    type Person implements Being {
      name: String  friend(rank: Int = 1, marks: [Int!]): Being  strict: Int!
      children: [Person]  parents: [Person!]!  either: Either  tags: [String!]  pet: Animal!  matrix: [[Int]]  mood: Mood  only: Int
    }
    type Animal implements Being {
      name: String  friend(rank: Int = 1, marks: [Int!]): Being  strict: Int!
      eithers: [Either!]  owner: Person  keeper: Person!  mood: Mood!  only: String
    }
    union Either = Person | Animal
    enum Mood { CALM WILD }
    input Search { limit: Int = 3  word: String! = "default" }
    type Query { person: Person  animal: Animal!  eithers: [Either]  found(by: Search): Being  beings: [Being!]! }
  `);
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      field.resolve = (source: { id: string } | undefined, given, seed: string) => {
        const value = draw(field.type, `${seed} ${source?.id ?? ''}/${type.name}.${field.name}${JSON.stringify(given)}`);
        // Half of the errors are thrown, half are given.
        if (value instanceof Error && hash(value.message) % 2 === 0) throw value;
        return value;
      };
    }
  }
  return schema;
}

/** Draws a value for a type: mostly a right one, now and then nothing, an error, a promise of any of them, or a wrong one. */
function draw(type: GraphQLOutputType, seed: string): unknown {
  const dice = hash(`${seed} ${String(type)}`) % 100;
  if (dice < 6) return new Error(failure + seed);
  if (dice < (isNonNullType(type) ? 9 : 20)) return dice % 2 === 0 ? null : undefined;
  if (dice < 35 && !seed.startsWith(atOnce)) return later(draw(type, `${seed}~`));
  return present(getNullableType(type), seed, dice > 96);
}

function present(type: GraphQLOutputType, seed: string, wrong: boolean): unknown {
  const number = hash(`${seed}!`);
  if (isListType(type)) {
    if (wrong) return 'not a list';
    const items = Array.from({ length: number % 4 }, (_, index) => draw(type.ofType, `${seed}.${index}`));
    // graphql-js leaves rejections unheard where one item is waited for and another fails at once: here none fails at once.
    return isNonNullType(type.ofType) && !seed.startsWith(atOnce) ? items.map(later) : items;
  }
  if (type === GraphQLInt) return wrong ? 'not a number' : number % 1000;
  if (type === GraphQLString) return wrong ? {} : `word ${number % 1000}`;
  if (isEnumType(type)) return wrong ? 'NO_MOOD' : ['CALM', 'WILD'][number % 2];
  const runtime = isAbstractType(type) ? (wrong ? 'Query' : ['Person', 'Animal'][number % 2]) : String(type);
  return { id: `${number % 50}`, __typename: runtime };
}

/** A promise that settles in a later turn of the event loop; an error rejects it or comes as its value. */
function later(value: unknown): Promise<unknown> {
  const promise = new Promise((resolve, reject) => {
    setImmediate(() => (value instanceof Error && hash(value.message) % 3 > 0 ? reject(value) : resolve(value)));
  });
  // An executor may give up a list before it comes to this item.
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

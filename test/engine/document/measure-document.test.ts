import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildSchema, getIntrospectionQuery, parse } from 'graphql';
import { introspectedRows, textsOfList, unpagedItems } from '../../../src/engine/document/limits.ts';
import { largestPage } from '../../../src/engine/document/page-sizes.ts';
import { createMeasure } from '../../../src/engine/document/check-document.ts';
import { naiveMeasure } from './naive-measure.ts';

const schema = buildSchema(`
  interface Node { id: ID self: Node all: [Node!] }
  type Person implements Node { id: ID self: Node all: [Node!] name: String names: [String!] friends: [Person] pets(first: Int last: Int): PetConnection home: Home }
  type Home { street: String people(first: Int last: Int): PersonConnection }
  type PetConnection { edges: [PetEdge!] count: Int }
  type PetEdge { node: Pet }
  type Pet implements Node { id: ID self: Node all: [Node!] owners: [Person!]! }
  type PersonConnection { edges: [PersonEdge!]! count: Int }
  type PersonEdge { node: Person }
  union Either = Person | Pet
  type Query { me: Person either: Either eithers: [Either!]! people(first: Int last: Int): PersonConnection count: Int }
`);
const measure = createMeasure(schema);
const rowsOf = (text: string): number => measure(parse(text)).rows;

const fields: Readonly<Record<string, readonly (readonly [name: string, below?: string, pages?: true])[]>> = {
  Query: [['me', 'Person'], ['either', 'Either'], ['eithers', 'Either'], ['people', 'PersonConnection', true], ['count']],
  Person: [['id'], ['name'], ['names'], ['all', 'Node'], ['friends', 'Person'], ['pets', 'PetConnection', true], ['home', 'Home']],
  Home: [['street'], ['people', 'PersonConnection', true]],
  PetConnection: [['edges', 'PetEdge'], ['count']],
  PetEdge: [['node', 'Pet']],
  Pet: [['id'], ['self', 'Node'], ['owners', 'Person']],
  PersonConnection: [['edges', 'PersonEdge'], ['count']],
  PersonEdge: [['node', 'Person']],
  Node: [['id'], ['all', 'Node'], ['self', 'Node']],
  Either: [['__typename']],
};
const conditions: Readonly<Record<string, readonly string[]>> = { Node: ['Person', 'Pet'], Either: ['Person', 'Pet', 'Node'] };
const types = Object.keys(fields);

/** A selection set on a type; spreads name a type's fragment of a later level, so that there are no cycles. */
function selections(type: string, levels: number, fragmentLevel: number): fc.Arbitrary<string> {
  const one = fc.constantFrom(...fields[type]!).chain(([name, below, pages]) => {
    if (!below) return fc.constant(name);
    if (levels === 0) return fc.constant('__typename');
    const page = pages ? fc.constantFrom('', '(first: 3)', '(first: 500)', '(first: $n)') : fc.constant('');
    return fc.tuple(page, selections(below, levels - 1, fragmentLevel)).map(([first, inside]) => `${name}${first} ${inside}`);
  });
  const inline =
    levels === 0
      ? fc.constant('__typename')
      : fc
          .constantFrom('', ...(conditions[type] ?? [type]))
          .chain((on) =>
            selections(on === '' ? type : on, levels - 1, fragmentLevel).map((inside) => `...${on === '' ? '' : ` on ${on}`} ${inside}`),
          );
  const spread =
    fragmentLevel < 3 ? fc.integer({ min: fragmentLevel, max: 2 }).map((level) => `...${type}${level}`) : fc.constant('__typename');
  return fc
    .array(fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: inline }, { weight: 2, arbitrary: spread }), {
      minLength: 1,
      maxLength: 3,
    })
    .map((inside) => `{ ${inside.join(' ')} }`);
}

const documents = fc
  .tuple(
    fc.array(selections('Query', 3, 0), { minLength: 1, maxLength: 2 }),
    fc.tuple(
      ...types.flatMap((type) =>
        [0, 1, 2].map((level) => selections(type, 2, level + 1).map((text) => `fragment ${type}${level} on ${type} ${text}`)),
      ),
    ),
  )
  .map(([operations, fragments]) => [...operations.map((text, number) => `query Q${number}($n: Int) ${text}`), ...fragments].join('\n'));

test('documents are measured with every fragment expanded', () => {
  fc.assert(
    fc.property(documents, (text) => {
      const document = parse(text);
      expect(measure(document)).toEqual(naiveMeasure(schema, document));
    }),
    { numRuns: 300 },
  );
});

describe('rows', () => {
  test('are those of the requested page, of the default page, or of the largest page', () => {
    const people = (first: string): string => `query ($n: Int = 2) { people${first} { edges { node { id } } } }`;
    // The connection, and an edge and a person for each of the page.
    expect(rowsOf(people(''))).toBe(1 + 2 * 20);
    expect(rowsOf(people('(first: 3)'))).toBe(1 + 2 * 3);
    for (const most of ['(first: 101)', '(first: $n)', '(first: null)']) expect(rowsOf(people(most))).toBe(1 + 2 * largestPage);
    expect(rowsOf(people('(first: -3)'))).toBe(1 + 2);
    expect(rowsOf(people('(last: 3)'))).toBe(1 + 2 * 3);
    expect(rowsOf(people('(last: $n)'))).toBe(1 + 2 * largestPage);
    // Refused later; the larger counts.
    expect(rowsOf(people('(first: 2, last: 5)'))).toBe(1 + 2 * 5);
  });

  test('multiply down the path, and a list without pages counts a few', () => {
    expect(rowsOf('{ people(first: 10) { edges { node { pets(first: 10) { edges { node { id } } } } } } }')).toBe(
      1 + 10 * (2 + 1 + 10 * 2),
    );
    expect(rowsOf('{ me { friends { friends { id } } } }')).toBe(1 + unpagedItems + unpagedItems ** 2);
    expect(rowsOf('{ eithers { ... on Pet { owners { id } } } }')).toBe(unpagedItems + unpagedItems ** 2);
  });

  test('are those of the largest operation alone, since one is executed', () => {
    expect(rowsOf('query A { people { count } } query B { me { id } }')).toBe(1);
  });

  test('of the introspection schema are as many as it has', () => {
    const types_ = Object.keys(schema.getTypeMap()).length;
    expect(rowsOf('{ __schema { types { name } } }')).toBe(introspectedRows * (1 + types_));
    const names = Object.values(schema.getTypeMap()).flatMap((type) => ('getFields' in type ? Object.keys(type.getFields()) : []));
    expect(rowsOf('{ __schema { types { fields { name } } } }')).toBeCloseTo(introspectedRows * (1 + types_ + names.length));
    expect(rowsOf(getIntrospectionQuery())).toBeLessThan(introspectedRows * 20_000);
  });
});

describe('values', () => {
  const valuesOf = (text: string): number => measure(parse(text)).values;

  test('multiply like the objects that have them, and a list of texts counts as several', () => {
    expect(valuesOf('{ people(first: 3) { count edges { node { id a: names b: names } } } }')).toBe(1 + 3 * (1 + 2 * textsOfList));
    expect(valuesOf('{ me { friends { id friends { id } } } }')).toBe(unpagedItems + unpagedItems ** 2);
  });

  test('of a long list without pages are those of all its items', () => {
    const long = createMeasure(
      buildSchema(`
        directive @listSize(assumedSize: Int!) on FIELD_DEFINITION
        type Query { e: Entry }
        type Entry { subjects: [Subject!] @listSize(assumedSize: 100) }
        type Subject { id: ID released: [String!] }`),
    );
    const people = 100;
    const { rows, values } = long(parse('{ e { subjects { id released } } }'));
    expect({ rows, values }).toEqual({ rows: 1 + people, values: people * (1 + textsOfList) });
  });
});

describe('a document that fits no schema', () => {
  test('is measured as well', () => {
    expect(measure(parse('{ nowhere { edges(first: 9) { ...Unknown } } me { name { a } } ... on Nothing { b } }'))).toMatchObject({
      places: 8,
      depth: 3,
      rows: 4,
    });
    expect(measure(parse('type A { b: C } subscription { a }'))).toMatchObject({ operations: 1, places: 1 });
    expect(measure(parse('fragment F on Person { id }'))).toMatchObject({ operations: 0, fragments: 1, places: 1, roots: 0 });
  });

  test.each([
    '{ me { ...F } } fragment F on Person { ...F }',
    '{ me { ...F } } fragment F on Person { friends { ...G } } fragment G on Person { ... { ...F } }',
    '{ me { id } } fragment F on Person { id ...F }',
  ])('is refused if a fragment contains itself: %s', (text) => {
    expect(() => measure(parse(text))).toThrow(expect.objectContaining({ code: 'DOCUMENT_INVALID' }));
  });
});

test('multiplying fragments are added up without visiting each copy', () => {
  const levels = Array.from({ length: 99 }, (_, level) => `fragment F${level} on Person { ...F${level + 1} ...F${level + 1} }`);
  const { places, fragments } = measure(parse(`{ me { ...F0 } } ${levels.join(' ')} fragment F99 on Person { id }`));
  expect(fragments).toBe(100);
  expect(places).toBeGreaterThan(2 ** 99);
});

import { getIntrospectionQuery } from 'graphql';
import { variableLimits } from '../../src/engine/document/limits.ts';
import { attacks, times } from './attacks.ts';

/** One kind of hostile request. */
export interface HostileRequest {
  readonly name: string;
  /** The body. Different numbers give different bodies. */
  readonly body: (number: number) => string;
  /** The HTTP statuses that are expected. */
  readonly statuses: readonly number[];
}

/** The largest document in bytes, which leaves room in the body for what surrounds the document. */
const mostBytes = 250 * 1024;

const bodyOf = (query: string, rest: Readonly<Record<string, unknown>> = {}): string => JSON.stringify({ query, ...rest });

/** The largest size for which the gateway reads the body. */
function largestSize(document: (size: number) => string): number {
  let [least, most] = [1, mostBytes];
  while (least < most) {
    const middle = Math.ceil((least + most) / 2);
    if (bodyOf(document(middle)).length <= mostBytes) least = middle;
    else most = middle - 1;
  }
  return least;
}

/** Makes a text different for each number. */
const unique = (text: string, number: number): string => `${text}#${number}`;

/** A body whose document takes as much memory as possible. No plan contains its names and comments. */
export function fullDocument(number: number): string {
  const names = Array.from({ length: 950 }, (_, at) => `a${number}x${at}: __typename`).join(' ');
  return bodyOf(`{ services { ${names} } }\n${'#\n'.repeat(3_000)}`);
}

const attackRequests = attacks.flatMap(({ what, most, document }): HostileRequest[] => {
  const name = document(most).startsWith('query Q0') ? { operationName: 'Q0' } : {};
  const largest = largestSize(document);
  // The part that makes it different also counts towards the larger limits.
  const least = most > 1_000 ? most - 10 : most;
  return [
    { name: `${what}, as much as is let in`, body: (number) => bodyOf(unique(document(least), number), name), statuses: [200] },
    { name: `${what}, one more`, body: (number) => bodyOf(unique(document(most + 1), number), name), statuses: [400] },
    { name: `${what}, a body full`, body: (number) => bodyOf(unique(document(largest), number), name), statuses: [400] },
  ];
});

const nested = (levels: number, open: string, close: string): string => `${open.repeat(levels)}1${close.repeat(levels)}`;
const plain = '{ me { id } }';

const others: readonly HostileRequest[] = [
  { name: 'a megabyte', body: (number) => bodyOf(`{ me { u${number}: id } }`.padEnd(1024 * 1024)), statuses: [413] },
  { name: 'the same field 900 times', body: (number) => bodyOf(`{ me { u${number}: id ${'id '.repeat(900)} } }`), statuses: [200, 400] },
  {
    name: 'the same fields within each other',
    body: (number) => bodyOf(`{ me { u${number}: id ${times(300, () => 'account { resident { account { resident { id } } } }')} } }`),
    statuses: [200, 400],
  },
  {
    name: 'fragments that overlap, all with all',
    body: (number) =>
      bodyOf(
        `{ me { u${number}: id ${times(43, (at) => `...F${at}`)} } } ${times(43, (at) => `fragment F${at} on Resident { id givenName ${times(19, (field) => `x${at % 3}${field}: id`)} }`)}`,
      ),
    statuses: [200, 400],
  },
  {
    name: 'fields that conflict',
    body: (number) => bodyOf(`{ me { u${number}: id ${times(700, (at) => `a: ${at % 2 ? 'id' : 'givenName'}`)} } }`),
    statuses: [400],
  },
  { name: 'unknown fields', body: (number) => bodyOf(`{ me { u${number}: id ${times(950, (at) => `z${at}`)} } }`), statuses: [400] },
  {
    name: 'a fragment within itself',
    body: (number) => bodyOf(`{ me { u${number}: id ...F } } fragment F on Resident { ...G } fragment G on Resident { ...F }`),
    statuses: [400],
  },
  {
    name: 'pages in pages',
    body: (number) =>
      bodyOf(
        `{ residents(first: 100) { edges { node { u${number}: id ${times(10, (at) => `a${at}: purchases(first: 100) { edges { node { id } } }`)} } } } }`,
      ),
    statuses: [400],
  },
  {
    name: 'many values',
    body: (number) => bodyOf(plain, { variables: { number, list: Array.from({ length: 80_000 }, () => 1) } }),
    statuses: [400],
  },
  {
    name: 'many variables',
    body: (number) => bodyOf(plain, { variables: Object.fromEntries(Array.from({ length: 15_000 }, (_, at) => [`v${number}_${at}`, 1])) }),
    statuses: [400],
  },
  {
    name: 'as many values as are let in',
    body: (number) => bodyOf(plain, { variables: { number, list: Array.from({ length: variableLimits.values - 2 }, () => 1) } }),
    statuses: [200],
  },
  { name: 'a long value', body: (number) => bodyOf(plain, { variables: { text: `${number}`.padEnd(240_000) } }), statuses: [200] },
  {
    name: 'lists in variables',
    body: () => `{"query":${JSON.stringify(plain)},"variables":{"a":${nested(120_000, '[', ']')}}}`,
    statuses: [400],
  },
  {
    name: 'objects in variables',
    body: () => `{"query":${JSON.stringify(plain)},"variables":{"a":${nested(40_000, '{"a":', '}')}}}`,
    statuses: [400],
  },
  {
    name: 'lists beside the variables',
    body: () => `{"query":${JSON.stringify(plain)},"extensions":${nested(120_000, '[', ']')}}`,
    statuses: [200, 400],
  },
  { name: 'introspection, as tools ask it', body: (number) => bodyOf(`${getIntrospectionQuery()} #${number}`), statuses: [200] },
  {
    name: 'introspection, twice as much',
    body: (number) =>
      bodyOf(
        `{ ${times(2, (at) => `a${at}: __schema { types { fields { u${number}: name args { name type { name } } type { name } } } }`)} }`,
      ),
    statuses: [200, 400],
  },
  {
    name: 'introspection, again and again',
    body: (number) => bodyOf(`{ ${times(45, (at) => `a${at}: __schema { types { fields { u${number}: name type { name } } } }`)} }`),
    statuses: [400],
  },
  {
    name: 'introspection, types of fields of types',
    body: (number) => bodyOf(`{ __schema { types { u${number}: name ${'fields { type { '.repeat(6)}name${' } }'.repeat(6)} } } }`),
    statuses: [400],
  },
];

/** Every attack: at its limit, just above it, and as large as a body may be; and requests of other kinds. */
export const hostileRequests: readonly HostileRequest[] = [...attackRequests, ...others];

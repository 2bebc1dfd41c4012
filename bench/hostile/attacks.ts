import type { ErrorCode } from '../../src/platform/errors/errors.ts';
import { documentLimits } from '../../src/engine/document/limits.ts';
import { largestPage } from '../../src/engine/document/page-sizes.ts';

const { characters, tokens, depth, directives, operations, fragments, variables, places, repeated, roots, reads, values } = documentLimits;

/** Of `AccessEntry.subjects`, as the schema marks it. */
const longestList = 100;

/** Repeats a text, separated by spaces. */
export const times = (count: number, text: (number: number) => string): string =>
  Array.from({ length: count }, (_, number) => text(number)).join(' ');

/** Writes a document of a given size. `code` is the error code for a document that is larger by one. */
export interface Attack {
  readonly what: string;
  readonly code: ErrorCode;
  readonly most: number;
  readonly document: (size: number) => string;
}

const chain = (size: number): string =>
  // Each fragment adds itself and the field that holds the next.
  `{ me { ...F0 } } ${times(size, (at) => `fragment F${at} on Resident { ${at + 1 < size ? `account { resident { ...F${at + 1} } }` : 'id'} }`)}`;

/** Every known way to make a document large, each with its limit. */
export const attacks: readonly Attack[] = [
  { what: 'whitespace', code: 'DOCUMENT_TOO_LONG', most: characters, document: (size) => '{ me { id } }'.padEnd(size) },
  {
    what: 'a string',
    code: 'DOCUMENT_TOO_LONG',
    most: characters,
    document: (size) => `{ me { id } resident(id: "${'x'.repeat(size - 53)}") @skip(if: true) { id } }`,
  },
  { what: 'comments', code: 'DOCUMENT_TOO_LONG', most: tokens, document: (size) => `{ me { id } ${'#\n'.repeat(size - 6)}}` },
  {
    what: 'repeated directives',
    code: 'DOCUMENT_TOO_LONG',
    most: directives,
    document: (size) => `{ me { ${times(size, (at) => `a${at}: id @include(if: true)`)} } }`,
  },
  {
    what: 'operations',
    code: 'DOCUMENT_TOO_LONG',
    most: operations,
    document: (size) => times(size, (at) => `query Q${at} { me { id } }`),
  },
  {
    what: 'fragments',
    code: 'DOCUMENT_TOO_LONG',
    most: fragments,
    document: (size) => `{ me { ${times(size, (at) => `...F${at}`)} } } ${times(size, (at) => `fragment F${at} on Resident { id }`)}`,
  },
  {
    what: 'variables',
    code: 'DOCUMENT_TOO_LONG',
    most: variables,
    document: (size) =>
      `query Q0(${times(size, (at) => `$v${at}: Boolean = true`)}) { me { ${times(size, (at) => `a${at}: id @include(if: $v${at})`)} } }`,
  },
  { what: 'breadth', code: 'TOO_MANY_FIELDS', most: places, document: (size) => `{ me { ${times(size - 1, (at) => `a${at}: id`)} } }` },
  {
    what: 'the same field again and again',
    code: 'TOO_MANY_FIELDS',
    most: repeated,
    document: (size) => `{ me { id ${times(size, (at) => (at % 2 ? '... { id }' : 'id'))} } }`,
  },
  {
    what: 'aliases at the root',
    code: 'TOO_MANY_FIELDS',
    most: roots,
    document: (size) => `{ ${times(size, (at) => `a${at}: residents { totalCount }`)} }`,
  },
  {
    what: 'aliases at the root through fragments',
    code: 'TOO_MANY_FIELDS',
    most: roots,
    document: (size) =>
      `{ ...F ... { ...G } } fragment F on Query { a: me { id } } fragment G on Query { ${times(size - 1, (at) => `a${at}: me { id }`)} }`,
  },
  {
    what: 'access histories of different lengths',
    code: 'TOO_MANY_READS',
    most: reads,
    document: (size) =>
      `{ me { ${times(size, (at) => `a${at}: accessHistory(first: ${at + 1}, includeOwn: true) { edges { node { at } } }`)} } }`,
  },
  {
    what: 'values of the people of each entry',
    code: 'TOO_MANY_ROWS',
    most: values / (largestPage * longestList),
    document: (size) =>
      `{ accessEntries(first: ${largestPage}) { edges { node { subjects { ${times(size, (at) => `a${at}: pseudonym`)} } } } } }`,
  },
  {
    what: 'spreads that multiply',
    code: 'TOO_MANY_FIELDS',
    most: 7,
    // Each level has twice as many places as the previous one, and two more.
    document: (size) =>
      `{ me { ...F0 } } ${times(size, (at) => `fragment F${at} on Resident { ...F${at + 1} ...F${at + 1} }`)} fragment F${size} on Resident { id initials }`,
  },
  {
    what: 'depth',
    code: 'DOCUMENT_TOO_DEEP',
    most: depth / 2 - 1,
    document: (size) => `{ me ${'{ account { resident '.repeat(size)}{ id }${' } }'.repeat(size)} }`,
  },
  { what: 'depth through fragments', code: 'DOCUMENT_TOO_DEEP', most: (depth - 2) / 3 + 0, document: chain },
];

import { Kind, parse, type DocumentNode, type ObjectTypeDefinitionNode } from 'graphql';

/** A word of the town, in lower case, as its parts; or a value of an enum that is found in capitals alone, because it is a common word. */
export type TownWord = readonly string[] | { readonly capitals: string };

/** Types of the town that are named after something of the engine, of its log or of accounts. */
const general = ['Access', 'Account', 'Address', 'ClaimCode', 'Employee', 'Erasure', 'Service'] as const;
/** Words of the town that its schema does not have. */
const further = [['helpdesk'], ['recreation']] as const;

/**
 * Makes the list of the town's words from its schema: the types of data subjects' records, the roles and the purposes.
 * @param schema its files in GraphQL's schema language
 */
export function readTownWords(schema: readonly string[]): readonly TownWord[] {
  const documents = schema.map((text) => parse(text));
  const definitions = documents.flatMap((document: DocumentNode) => document.definitions);
  const records = definitions
    .filter((one): one is ObjectTypeDefinitionNode => one.kind === Kind.OBJECT_TYPE_DEFINITION)
    .filter(({ directives = [], interfaces = [] }) =>
      [...directives, ...interfaces].some(({ name }) => ['dataSubject', 'Node'].includes(name.value)),
    )
    .map(({ name }) => name.value)
    .filter((name) => !general.some((one) => name.startsWith(one)));
  const values = definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && ['Role', 'Purpose'].includes(one.name.value)
      ? (one.values ?? []).map(({ name }) => name.value)
      : [],
  );
  return [
    ...further,
    ...records.map((name) => wordsIn(name).map(({ word }) => word)),
    ...values.map((value) => (value.includes('_') ? value.toLowerCase().split('_') : { capitals: value })),
  ];
}

/**
 * Finds the town's words in a file of the engine, wherever they stand: in names, texts and comments.
 * @returns one line each: file, line and word
 */
export function findTownWords(file: string, text: string, words: readonly TownWord[]): string[] {
  return text.split('\n').flatMap((line, index) => {
    const found = wordsIn(line);
    return words
      .filter((sought) =>
        'capitals' in sought
          ? new RegExp(`(?<![A-Z_])${sought.capitals}(?![A-Z_])`).test(line)
          : found.some((_, at) => sought.every((word, place) => isWord(found[at + place], word, place > 0))),
      )
      .map(
        (sought) =>
          `${file}:${index + 1}: "${'capitals' in sought ? sought.capitals : sought.join(' ')}" is a word of the town; the engine has none`,
      );
  });
}

interface Word {
  readonly word: string;
  /** Whether it is of the same name or phrase as the word before it. */
  readonly follows: boolean;
}

/** The words of a line, in lower case: those of names are told apart by capitals. */
function wordsIn(line: string): readonly Word[] {
  const matches = [...line.matchAll(/[A-Z]?[a-z]+|[A-Z]+(?![a-z])/g)];
  return matches.map(({ 0: word, index }, at) => {
    const before = matches[at - 1];
    const between = before ? line.slice(before.index + before[0].length, index) : '.';
    return { word: word.toLowerCase(), follows: ['', ' ', '_', '-'].includes(between) };
  });
}

function isWord(found: Word | undefined, word: string, mustFollow: boolean): boolean {
  if (!found || (mustFollow && !found.follows)) return false;
  return [word, `${word}s`, word.replace(/y$/, 'ies')].includes(found.word);
}

import type { ForbiddenWord } from './read-glossary.ts';

/** Declarations of TypeScript and of GraphQL's schema language. */
const declaration = /^(?:export )?(?:declare )?(?:abstract )?(?:type|interface|class|enum|input|union|scalar) (\w+)/;

/**
 * Finds every type whose name contains a word that the glossary forbids.
 * @param file names the place
 * @param text a TypeScript module or a GraphQL schema file
 * @returns one line each: file, line, name, and the word to use
 */
export function findForbidden(file: string, text: string, forbidden: readonly ForbiddenWord[]): string[] {
  return text.split('\n').flatMap((line, index) => {
    const [, name] = declaration.exec(line) ?? [];
    if (name === undefined) return [];
    return forbidden
      .filter((word) => (word.alone ? name === word.forbidden : contains(name, word.forbidden)))
      .map((word) => `${file}:${index + 1}: ${name} is named "${word.forbidden}"; docs/glossary.md calls it "${word.use}"`);
  });
}

/** Whether the words of a Pascal-case name contain the others, side by side. */
function contains(name: string, others: string): boolean {
  return `-${words(name)}-`.includes(`-${words(others)}-`);
}

function words(name: string): string {
  return name.replaceAll(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, '-').toLowerCase();
}

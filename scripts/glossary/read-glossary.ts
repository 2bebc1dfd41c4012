/** A word that names of types must not contain. */
export interface ForbiddenWord {
  /** In Pascal case; several words are forbidden only side by side. */
  readonly forbidden: string;
  /** Whether the word is forbidden only as a whole name. */
  readonly alone: boolean;
  /** The word to use. */
  readonly use: string;
}

/**
 * Reads the words that the tables of the glossary forbid.
 * @param glossary text of docs/glossary.md; a row is `| word | means | never call it |`
 */
export function readGlossary(glossary: string): ForbiddenWord[] {
  return glossary.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    if (cells.length !== 5) return [];
    const [, use = '', , never = ''] = cells;
    return [...never.matchAll(/`(\w+)`( alone)?/g)].map(([, forbidden = '', alone]) => ({ forbidden, alone: alone !== undefined, use }));
  });
}

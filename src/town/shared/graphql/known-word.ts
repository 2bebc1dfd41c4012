/**
 * Finds the enum value for a word of the log.
 * @returns null for a word that the schema no longer has, or a command's: such a word must not break the page
 */
export function knownWord<Word extends string>(words: Readonly<Record<string, Word>>, found: unknown): Word | null {
  return Object.values(words).find((word) => word === found) ?? null;
}

import { closest, distance } from 'fastest-levenshtein';

/** The number of letters that are compared. No name is longer. */
const maxLetters = 40;

/** The known word with the smallest edit distance from a given one, ignoring case; undefined if more than a third of the letters differ. */
export function closeWord(word: string, known: readonly string[]): string | undefined {
  const given = word.slice(0, maxLetters).toLowerCase();
  const lowerCase = known.map((name) => name.toLowerCase());
  // Undefined for an empty list, which the package's type leaves out.
  const nearest: string | undefined = closest(given, lowerCase);
  if (nearest === undefined || distance(given, nearest) > Math.ceil(given.length / 3)) return undefined;
  return known[lowerCase.indexOf(nearest)];
}

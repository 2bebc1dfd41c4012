import { distance } from 'fastest-levenshtein';

/** Letters of a word that are compared; a longer word is no name. */
const maxLetters = 40;

/** The known words closest to a given one, ignoring case: at most three, all at the same edit distance; none if all are far. */
export function closeWords<Word extends string>(word: string, known: readonly Word[]): readonly Word[] {
  const given = word.slice(0, maxLetters).toLowerCase();
  const measured = known.map((name) => ({ name, edits: distance(given, name.toLowerCase()) }));
  const least = Math.min(...measured.map(({ edits }) => edits));
  if (least > Math.max(2, Math.floor(given.length * 0.4))) return [];
  return measured.flatMap(({ name, edits }) => (edits === least ? [name] : [])).slice(0, 3);
}

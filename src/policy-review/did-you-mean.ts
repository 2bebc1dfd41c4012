import { closeWords } from './close-words.ts';

/** A hint for an unknown word, which it does not repeat: the closest known words, else what to do instead. */
export function didYouMean(word: string, known: readonly string[], otherwise: string): string {
  const close = closeWords(word, known);
  return close.length === 0 ? otherwise : `did you mean ${close.join(' or ')}?`;
}

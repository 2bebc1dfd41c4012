import { closeWord } from './close-word.ts';

/** A hint for an unknown word: the closest known word, else what to do instead. */
export function didYouMean(word: string, known: readonly string[], otherwise: string): string {
  const close = closeWord(word, known);
  return close === undefined ? otherwise : `did you mean ${close}?`;
}

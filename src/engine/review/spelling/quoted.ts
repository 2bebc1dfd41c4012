const maxLetters = 40;

/** A word as a message quotes it: shortened, and without line breaks. */
export function quoted(word: unknown): string {
  const text = String(word);
  return JSON.stringify(text.length > maxLetters ? `${text.slice(0, maxLetters)}…` : text);
}

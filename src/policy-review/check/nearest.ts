/** Letters of a word that are compared or quoted; what is longer is no name. */
const mostLetters = 40;

/** The known word closest to a given one, whatever the case; undefined where none is close. */
export function nearest(word: string, words: readonly string[]): string | undefined {
  const given = word.slice(0, mostLetters).toLowerCase();
  let best: string | undefined;
  let least = Math.max(1, Math.floor(given.length * 0.4)) + 1;
  for (const known of words) {
    const distance = distanceBetween(given, known.toLowerCase());
    if (distance < least) [best, least] = [known, distance];
  }
  return best;
}

/** A hint for an unknown word: the closest known one, else what to do instead. */
export function didYouMean(word: string, words: readonly string[], otherwise: string): string {
  const close = nearest(word, words);
  return close === undefined ? otherwise : `did you mean ${close}?`;
}

/** A word as a message quotes it: shortened, and without what would break the line. */
export function quoted(word: unknown): string {
  const text = String(word);
  return JSON.stringify(text.length > mostLetters ? `${text.slice(0, mostLetters)}…` : text);
}

/** How many letters must be put in, taken out, changed or swapped with their neighbour (optimal string alignment). */
function distanceBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const changed = rows[i - 1]![j - 1]! + (one[i - 1] === other[j - 1] ? 0 : 1);
      let least = Math.min(changed, rows[i - 1]![j]! + 1, row[j - 1]! + 1);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[one.length]![other.length]!;
}

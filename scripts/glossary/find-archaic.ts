/**
 * Finds every archaic word in a text: in comments, docstrings, test titles, error sentences and prose. A phrase is also found
 * across a line break, with the `*`, `//` or `#` that begins the next line of a comment.
 * @param file names the place
 * @param words in lower case, as in the first column of the section "Plain English"
 * @returns one line each: file, line and word
 */
export function findArchaic(file: string, text: string, words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const pattern = new RegExp(`\\b${word.split(' ').join(String.raw`(?: |\n[ \t]*(?:(?:\*|//|#)[ \t]*)?)`)}\\b`, 'gi');
    return [...text.matchAll(pattern)].map(
      ({ index }) =>
        `${file}:${text.slice(0, index).split('\n').length}: says "${word}"; docs/glossary.md, Plain English, says what to write`,
    );
  });
}

/**
 * Finds camel-case identifiers with a part that the glossary refuses in names. Words in strings count too.
 * @param file names the place
 * @param names in lower case
 * @returns one line each: file, line, identifier and word
 */
export function findNames(file: string, text: string, names: readonly string[]): string[] {
  return text.split('\n').flatMap((line, index) =>
    [...new Set(line.replaceAll(/\\./g, ' ').match(/\b[A-Za-z_$][\w$]*/g))].flatMap((name) => {
      const parts = name.split(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/);
      if (parts.length === 1) return [];
      return names
        .filter((word) => parts.some((part) => part.toLowerCase() === word))
        .map((word) => `${file}:${index + 1}: ${name} has the part "${word}"; docs/glossary.md, Plain English, says what to write`);
    }),
  );
}

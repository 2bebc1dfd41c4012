/** The expected answers of the corpus: file name → text. */
export type Expected = ReadonlyMap<string, string>;

/**
 * Compares the expected answers of the corpus before and after an update.
 * @returns one line for each operation whose answer differs: file, kind of change, and the operation's name
 */
export function changedAnswers(before: Expected, after: Expected): string[] {
  return [...new Set([...before.keys(), ...after.keys()])].toSorted().flatMap((file) => {
    const old = answersByName(before.get(file));
    const now = answersByName(after.get(file));
    return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
      if (old.get(name) === now.get(name)) return [];
      return [`${file}: ${old.has(name) ? (now.has(name) ? 'changed' : 'removed') : 'added'}: ${name}`];
    });
  });
}

/** The answers of one file, which begin with `### name`. */
function answersByName(text = ''): Map<string, string> {
  const answers = text.split(/^### /m).slice(1);
  return new Map(answers.map((answer) => [answer.slice(0, answer.indexOf('\n')), answer]));
}

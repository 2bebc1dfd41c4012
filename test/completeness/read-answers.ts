/** An answer of the corpus: the GraphQL response's `data`, undefined where there is none. */
interface Answer {
  readonly data?: unknown;
}

/**
 * Reads the answers in a file of expected answers, by the name of the operation: one, or two where a second page was asked for.
 * @throws SyntaxError where the file is not in the form in which `npm run corpus` writes it
 */
export function readAnswers(text: string): ReadonlyMap<string, readonly Answer[]> {
  const parts = text.split(/^### /m).slice(1);
  return new Map(
    parts.map((part) => {
      const end = part.indexOf('\n');
      return [part.slice(0, end), answersIn(part.slice(end + 1))];
    }),
  );
}

function answersIn(text: string): Answer[] {
  return text
    .split(/^and after its cursor:\n/m)
    .map((answer) => answer.split(/^logged: /m)[0]!)
    .map((answer) => JSON.parse(answer.slice(answer.indexOf('\n') + 1)) as Answer);
}

import { Source } from 'graphql';

/** A change to the schema's text: the text to replace, once in each file, and its replacement. */
export type Change = readonly [from: string, to: string];

const description = String.raw`"(?!"")(?:[^"\\\n]|\\.)*"`;

const literally = (text: string): string => text.replaceAll(/[^\w\s]/g, String.raw`\$&`);

/**
 * Matches a text of the schema however it is broken into lines, and with descriptions that it leaves out. A text that is removed goes
 * with its own description.
 */
function matching(from: string, to: string): RegExp {
  const [, before, tokens, after] = /^(\s*)([^]*?)(\s*)$/.exec(from)!;
  const parts = tokens!.match(/"(?:[^"\\]|\\.)*"|\w+|[^\s\w]/g)!.map((part) => literally(part));
  const own = to.trim() === '' || to.trimStart().startsWith('"') ? `(?:${description}\\s+)?` : '';
  return new RegExp(`${literally(before!)}${own}${parts.join(`(?:\\s|${description}\\s)*`)}${literally(after!)}`);
}

/** Some files of a schema with some texts replaced. Throws for a change without effect, which is a mistake in the test. */
export function changedIn(files: readonly Source[], ...changes: readonly Change[]): Source[] {
  let sources = [...files];
  for (const [from, to] of changes) {
    const text = matching(from, to);
    if (!sources.some(({ body }) => text.test(body))) throw new Error(`nothing to change: ${from}`);
    sources = sources.map(
      ({ body, name }) =>
        new Source(
          body.replace(text, () => to),
          name,
        ),
    );
  }
  return sources;
}

/** The line of the schema that a place names. */
export function lineAt(sources: readonly Source[], place: string | undefined): string {
  const [, file, line] = /^(.+):(\d+)$/.exec(place ?? '') ?? [];
  const text = sources.find(({ name }) => name === file)?.body.split('\n')[Number(line) - 1];
  if (text === undefined) throw new Error(`no such place: ${place}`);
  return text;
}

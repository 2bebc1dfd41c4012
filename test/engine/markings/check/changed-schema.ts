import { town } from '../../../../src/town/index.ts';
import { Source } from 'graphql';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../../src/town/graphql/schema-sources.ts';
import type { Disagreement } from '../../../../src/engine/review/check/disagreement.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';

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

/** The schema with some texts replaced. Throws for a change without effect, which is a mistake in the test. */
export function changedSchema(...changes: readonly Change[]): Source[] {
  return changedIn(schemaSources(), ...changes);
}

/** The same for some files of the schema. */
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

/** The findings in a schema, checked with the policy in force. */
export function foundIn(sources: readonly Source[]): readonly Disagreement[] {
  return inspectSchema(town.schema, sources, policyInForce).disagreements;
}

/** The same findings as place (empty if unknown), coordinate, problem and hint. */
export function wordsFoundIn(sources: readonly Source[]): string[][] {
  return foundIn(sources).map(({ place = '', coordinate, problem, hint }) => [place, coordinate, problem, hint]);
}

/** The line of the schema that a place names. */
export function lineAt(sources: readonly Source[], place: string | undefined): string {
  const [, file, line] = /^(.+):(\d+)$/.exec(place ?? '') ?? [];
  const text = sources.find(({ name }) => name === file)?.body.split('\n')[Number(line) - 1];
  if (text === undefined) throw new Error(`no such place: ${place}`);
  return text;
}

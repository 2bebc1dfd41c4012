import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Application } from '../../../engine/application.ts';
import type { Disagreement } from '../../../engine/review/check/disagreement.ts';

/** A file with lines of a policy. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
}

/** The files of the policy in force. */
export function policyFiles({ policy, repository: { root } }: Pick<Application, 'policy' | 'repository'>): PolicyFile[] {
  const { policy: place } = policy.vocabulary.files;
  return globSync(place.endsWith('/') ? `${place}**/*.ts` : place, { cwd: fileURLToPath(root) })
    .map((name) => name.replaceAll('\\', '/'))
    .toSorted()
    .map((name) => ({ name, text: readFileSync(new URL(name, root), 'utf8') }));
}

// `grants counter-age`, or as it is called where the policy is a file: `grants[9] "counter-age" categories[1]`.
const namedLine = /^(?:grants|prohibitions)(?:\[\d+\] "(.*?)"| (.*)$)/s;
const namedBudget = /^budgets(?:\[\d+\] "(\w+)"| (\w+) (\w+))/;
const namedField = /^(?:rootFields(?:\[\d+\])? "?)?(\w+\.\w+)/;

/**
 * Adds the place of the policy's line to each disagreement that has none: the first mention in the files, if possible one
 * with the disagreement's `words`.
 */
export function withLinePlaces(found: readonly Disagreement[], files: readonly PolicyFile[]): Disagreement[] {
  return found.map(({ words, ...one }) => withLinePlace(one, words ?? [], files));
}

function withLinePlace(found: Disagreement, words: readonly string[], files: readonly PolicyFile[]): Disagreement {
  if (found.place !== undefined) return found;
  const written = writtenAs(found.coordinate);
  if (written === undefined) return found;
  const mentions = files.flatMap(({ name: file, text }) =>
    [...text.matchAll(written)].map(({ index }) => ({
      place: `${file}:${text.slice(0, index).split('\n').length}`,
      after: text.slice(index),
    })),
  );
  const mention = mentions.find(({ after }) => words.every((word) => restOfLine(after).includes(word))) ?? mentions[0];
  return mention ? { ...found, place: mention.place } : found;
}

/** A pattern for the policy line of a disagreement. */
function writtenAs(coordinate: string): RegExp | undefined {
  const [, quoted, plain] = namedLine.exec(coordinate) ?? [];
  const line = quoted ?? plain;
  const literal = (name: string): string => `(['"])${name.replaceAll(/\W/g, String.raw`\$&`)}\\1`;
  if (line !== undefined) return new RegExp(String.raw`\bline['"]?:\s*` + literal(line), 'g');
  const [, numbered, role = numbered, purpose = String.raw`\w+`] = namedBudget.exec(coordinate) ?? [];
  // A budget has neither a name nor a field.
  if (role !== undefined) {
    return new RegExp(String.raw`\brole['"]?:\s*${literal(role)},\s*['"]?purposes['"]?:\s*\[\s*['"]${purpose}\b[^}]*\bperHour`, 'g');
  }
  // A line of root fields has no name, so its field is searched.
  const [, field] = namedField.exec(coordinate) ?? [];
  return field === undefined ? undefined : new RegExp(literal(field), 'g');
}

/** The words from a root field to the next policy line. */
function restOfLine(text: string): readonly string[] {
  const end = text.search(/\bfields['"]?:/);
  return (end < 0 ? text : text.slice(0, end)).split(/\W+/);
}

import { readdirSync, readFileSync } from 'node:fs';
import type { Disagreement } from '../../policy-review/check/disagreement.ts';

/** A file that lines of a policy are written in. */
export interface PolicyFile {
  readonly name: string;
  readonly text: string;
}

/** The files that the policy in force is written in. */
export function policyFiles(): PolicyFile[] {
  const directory = new URL('../../policy/', import.meta.url);
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => name.endsWith('.ts'))
    .toSorted()
    .map((name) => ({ name: `src/policy/${name}`, text: readFileSync(new URL(name, directory), 'utf8') }));
}

// `grants counter-age`, or as it is called where the policy is a file: `grants[9] "counter-age" categories[1]`.
const namedLine = /^(?:grants|prohibitions)(?:\[\d+\] "(.*?)"| (.*)$)/s;
const namedBudget = /^budgets(?:\[\d+\] "(\w+)"| (\w+) (\w+))/;
const namedField = /^(?:rootFields(?:\[\d+\])? "?)?(\w+\.\w+)/;

/**
 * Adds the place of the policy's line to each disagreement that has none: where the files name it first, and
 * with the line's other words, where it has any to look for.
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

/** How the line is written that a disagreement is about. */
function writtenAs(coordinate: string): RegExp | undefined {
  const [, quoted, plain] = namedLine.exec(coordinate) ?? [];
  const line = quoted ?? plain;
  const literal = (name: string): string => `(['"])${name.replaceAll(/\W/g, String.raw`\$&`)}\\1`;
  if (line !== undefined) return new RegExp(String.raw`\bline['"]?:\s*` + literal(line), 'g');
  const [, numbered, role = numbered, purpose = String.raw`\w+`] = namedBudget.exec(coordinate) ?? [];
  // A budget has neither a name nor a field of its own.
  if (role !== undefined) {
    return new RegExp(String.raw`\brole['"]?:\s*${literal(role)},\s*['"]?purposes['"]?:\s*\[\s*['"]${purpose}\b[^}]*\bperHour`, 'g');
  }
  // A line of root fields has no name of its own, so its field is what to look for.
  const [, field] = namedField.exec(coordinate) ?? [];
  return field === undefined ? undefined : new RegExp(literal(field), 'g');
}

/** What is written from a root field on to where the next line of the policy names its own. */
function restOfLine(text: string): readonly string[] {
  const end = text.search(/\bfields['"]?:/);
  return (end < 0 ? text : text.slice(0, end)).split(/\W+/);
}

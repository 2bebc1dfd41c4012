import { readdirSync, readFileSync } from 'node:fs';
import type { Disagreement } from '../../policy/check/disagreement.ts';

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
const namedField = /^(?:rootFields(?:\[\d+\])? "?)?(\w+\.\w+)/;

/** Adds the place of the policy's line to each disagreement that has none: where the files name it first. */
export function withLinePlaces(found: readonly Disagreement[], files: readonly PolicyFile[]): Disagreement[] {
  return found.map((one) => withLinePlace(one, files));
}

function withLinePlace(found: Disagreement, files: readonly PolicyFile[]): Disagreement {
  if (found.place !== undefined) return found;
  const [, quoted, plain] = namedLine.exec(found.coordinate) ?? [];
  const line = quoted ?? plain;
  // A line of root fields has no name of its own, so its field is what to look for.
  const [, field] = namedField.exec(found.coordinate) ?? [];
  const name = line ?? field;
  if (name === undefined) return found;
  const before = line === undefined ? '' : String.raw`\bline['"]?:\s*`;
  const written = new RegExp(`${before}(['"])${name.replaceAll(/\W/g, String.raw`\$&`)}\\1`);
  for (const { name: file, text } of files) {
    const match = written.exec(text);
    if (match) return { ...found, place: `${file}:${text.slice(0, match.index).split('\n').length}` };
  }
  return found;
}

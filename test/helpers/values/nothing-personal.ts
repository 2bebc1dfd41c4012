import { errorSentences } from '../../../src/platform/errors/say-error.ts';
import { errorCatalogue } from '../../../src/platform/errors/errors.ts';
import { withheldReasons } from '../../../src/engine/policy/decision/decide.ts';
import type { TestDatabase } from '../database/cluster.ts';
import type { Body } from '../asking/parse-body.ts';
import { personalValues, type PersonalValue } from './personal-values.ts';
import type { Program } from '../processes/program.ts';

/** The parts of an answer that must hold no personal value: headers, errors, and `extensions.privacy`. */
export function outwardParts(headers: Headers, body: Body): string[] {
  const errors = (body.errors ?? []).map(({ message, extensions }) => JSON.stringify([message, extensions]));
  // Receipts, ids of sessions and nonces differ each time, and base64 contains any short name by chance. The time of a receipt is that of
  // the answer itself.
  const { receipt, ...privacy } = body.extensions?.privacy ?? {};
  const promised = receipt && [receipt.entry, receipt.leafHash];
  const told = [...headers].filter(([name]) => name !== 'set-cookie' && name !== 'dpop-nonce');
  return [JSON.stringify(told), ...errors, JSON.stringify(promised ?? []), JSON.stringify(privacy)];
}

// Our own sentences and codes have words that are also names (Grant, May, Will).
const ownWords = new Set(
  [
    ...withheldReasons,
    ...Object.values(errorCatalogue).map(([, sentence]) => sentence),
    ...Object.values(errorSentences).flatMap((sentences) => Object.values(sentences)),
  ].flatMap(words),
);

/** Names are parts of other words by chance, so each is searched for as a whole word. */
const names = /\.(given|family)Name$/;

/**
 * Finds the personal values of a database in texts: all values that the schema marks as personal, ids included.
 * @returns coordinate and value of each value found
 */
export function personalIn(texts: Iterable<string>, values: readonly PersonalValue[]): string[] {
  // Most texts are JSON, in which the same quoted strings occur many times.
  const said = new Set([...texts].flatMap((text) => text.split('"')));
  const haystack = [...said].join('\n');
  const spoken = new Set(words(haystack));
  const mayHold = threesIn(haystack);
  return values
    .filter(({ coordinate, value }) =>
      names.test(coordinate)
        ? words(value).some((word) => word.length > 2 && !ownWords.has(word) && spoken.has(word))
        : mayHold(longestPiece(value)) && standsIn(haystack, longestPiece(value)),
    )
    .map(({ coordinate, value }) => `${coordinate} ${value}`);
}

/** @throws Error where one of the texts holds a personal value of the database */
export async function assertNothingPersonal(database: TestDatabase, texts: Iterable<string>): Promise<void> {
  const found = personalIn(texts, await personalValues(database));
  if (found.length > 0) throw new Error(`personal values left: ${[...new Set(found)].join(', ')}`);
}

/**
 * Finds the personal values of a database in what programs have written so far.
 * @returns a sentence for each coordinate of a value found, with a line where it was. The value is left out: the sentence is itself
 *   written to a log
 */
export async function personalPrinted(programs: readonly Program[], database: Pick<TestDatabase, 'asOwner'>): Promise<string[]> {
  const values = await personalValues(database);
  const lines = programs.flatMap(({ output }) => output().split('\n'));
  const found = new Set(personalIn(lines, values));
  const wheres = new Map<string, string>();
  for (const one of values) {
    if (!found.has(`${one.coordinate} ${one.value}`) || wheres.has(one.coordinate)) continue;
    const line = lines.find((text) => personalIn([text], [one]).length > 0);
    wheres.set(one.coordinate, line === undefined ? '' : `: ${without(line, one.value)}`);
  }
  return [...wheres].map(([coordinate, where]) => `a program wrote a value of ${coordinate}${where}`);
}

/** A line with an asterisk for the value, or for those of its words that can be told from ours. */
function without(line: string, value: string): string {
  const parts = new Set(words(value).filter((word) => word.length > 2));
  return line.replaceAll(longestPiece(value), '*').replaceAll(/\p{L}+/gu, (word) => (parts.has(word.toLowerCase()) ? '*' : word));
}

// JSON escapes quotation marks and line breaks, so the longest piece between them is searched for.
function longestPiece(value: string): string {
  return value.split(/["\\\n\t]/).toSorted((one, other) => other.length - one.length)[0]!;
}

/**
 * Notes which three characters follow each other in a text, so that it need not be searched for most of the many values that it does not
 * contain.
 * @returns whether the text may contain a value: false only where it does not
 */
function threesIn(text: string): (value: string) => boolean {
  const noted = new Uint8Array(2 ** 20);
  const place = (one: string, at: number): number =>
    ((one.charCodeAt(at) * 1_009 + one.charCodeAt(at + 1)) * 1_009 + one.charCodeAt(at + 2)) % noted.length;
  for (let at = 0; at + 2 < text.length; at += 1) noted[place(text, at)] = 1;
  return (value) => {
    for (let at = 0; at + 2 < value.length; at += 1) if (noted[place(value, at)] === 0) return false;
    return true;
  };
}

/** Whether a text contains a value, but not inside a longer word or number. */
function standsIn(text: string, value: string): boolean {
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + value.length] ?? ''];
    if (!isInside(before, value[0]!) && !isInside(after, value.at(-1)!)) return true;
  }
  return false;
}

function isInside(neighbour: string, edge: string): boolean {
  return /[\p{L}\p{N}]/u.test(neighbour) && /[\p{L}\p{N}]/u.test(edge);
}

// Digits are inside a word, too: an id in base64 would otherwise hold a name of three letters by chance.
function words(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

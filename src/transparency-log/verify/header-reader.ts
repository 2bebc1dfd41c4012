import { canonicalForm } from '../canonical-form.ts';
import { isObject, parseJson } from '../json.ts';

/** The parts of a header that the verifier needs. */
export interface ReadHeader {
  readonly id: unknown;
  /** The whole header in its RFC 8785 form. */
  readonly canonical: string;
  readonly at: unknown;
  readonly role: unknown;
  /** What the header says was erased from the log; empty unless it is an eraser's command. */
  readonly erases: readonly string[];
  /** Whether the header has `erases` but is not an eraser's command. */
  readonly claimsWithoutRight: boolean;
}

/** A canonical header, split at the members that differ from entry to entry: time, id and digests. */
interface Form extends ErasureClaim {
  readonly parts: readonly [string, string, string, string];
}

type ErasureClaim = Pick<ReadHeader, 'role' | 'erases' | 'claimsWithoutRight'>;

/** The most forms that are cached. There is about one for each operation, role and policy. */
const mostForms = 5_000;

// PostgreSQL writes the shorter names of a jsonb first. None of the matched characters needs escaping in JSON.
const beginning = /^\{"at": "([\w:.-]*)", "id": "([\w-]*)", /;

/**
 * Reads stored headers. Most differ only in time and id, so the text after these is parsed once and cached. Headers of
 * another form are parsed whole.
 */
export class HeaderReader {
  readonly #forms = new Map<string, Form | undefined>();

  /**
   * @param digests hex, 64 characters each
   * @returns undefined if it is not a header: not a JSON object, or with a member `openings`, which the digests would hide
   */
  read(header: string, digests: string): ReadHeader | undefined {
    const found = beginning.exec(header);
    const form = found ? this.#formOf(header.slice(found[0].length)) : undefined;
    if (!found || !form) return readWhole(header, digests);
    const [, at = '', id = ''] = found;
    const [toAt, toId, toDigests, end] = form.parts;
    const { role, erases, claimsWithoutRight } = form;
    return { id, canonical: `${toAt}"${at}"${toId}"${id}"${toDigests}${listOf(digests)}${end}`, at, role, erases, claimsWithoutRight };
  }

  #formOf(rest: string): Form | undefined {
    if (this.#forms.has(rest)) return this.#forms.get(rest);
    const form = makeForm(rest);
    if (this.#forms.size >= mostForms) this.#forms.clear();
    this.#forms.set(rest, form);
    return form;
  }
}

function makeForm(rest: string): Form | undefined {
  const members = parseObject(`{${rest}`);
  // A repeated member: the whole header must be parsed to find out which one counts.
  if (!members || ['at', 'id', 'openings'].some((name) => Object.hasOwn(members, name))) return undefined;
  const parts = ['', '', '', ''] as [string, string, string, string];
  let part = 0;
  for (const name of [...Object.keys(members), 'at', 'id', 'openings'].toSorted()) {
    parts[part] += `${parts[0] === '' ? '{' : ','}${JSON.stringify(name)}:`;
    if (Object.hasOwn(members, name)) parts[part] += canonicalForm(members[name]);
    else part += 1;
  }
  parts[3] += '}';
  return { parts, ...erasureClaimOf(members) };
}

function readWhole(header: string, digests: string): ReadHeader | undefined {
  const members = parseObject(header);
  if (!members || Object.hasOwn(members, 'openings')) return undefined;
  const canonical = canonicalForm({ ...members, openings: digestList(digests) });
  return { id: members['id'], canonical, at: members['at'], ...erasureClaimOf(members) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

/** Anyone who can stage an entry can write `erases` into it, so it counts only in an eraser's command. */
function erasureClaimOf(members: Record<string, unknown>): ErasureClaim {
  const { role, operationType, erases } = members;
  const counts = role === 'ERASER' && operationType === 'command';
  if (!counts) return { role, erases: [], claimsWithoutRight: Object.hasOwn(members, 'erases') };
  return { role, erases: Array.isArray(erases) ? erases.filter((one) => typeof one === 'string') : [], claimsWithoutRight: false };
}

function digestList(digests: string): string[] {
  return digests.match(/.{1,64}/g) ?? [];
}

function listOf(digests: string): string {
  if (digests.length === 0) return '[]';
  let list = `["${digests.slice(0, 64)}"`;
  for (let at = 64; at < digests.length; at += 64) list += `,"${digests.slice(at, at + 64)}"`;
  return `${list}]`;
}

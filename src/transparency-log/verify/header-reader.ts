import { canonicalForm } from '../canonical-form.ts';
import { isObject, parseJson } from '../json.ts';

/** What of a header is needed here. */
export interface ReadHeader {
  readonly id: unknown;
  /** The whole header in its RFC 8785 form. */
  readonly canonical: string;
  readonly at: unknown;
  readonly role: unknown;
  /** What it says was taken out of the log; empty where it may not say so. */
  readonly erases: readonly string[];
  /** Whether it says so without being the entry of an eraser's command. */
  readonly pretends: boolean;
}

/** A canonical header around what differs from entry to entry: the time, the id, and the digests. */
interface Form extends Erasing {
  readonly parts: readonly [string, string, string, string];
}

type Erasing = Pick<ReadHeader, 'role' | 'erases' | 'pretends'>;

/** Forms that are kept; there are as many as there are operations, roles and policies. */
const mostForms = 5_000;

// As PostgreSQL writes a jsonb: the shorter names first. No letter here has another form in JSON.
const beginning = /^\{"at": "([\w:.-]*)", "id": "([\w-]*)", /;

/**
 * Reads stored headers. Most differ in their time and id alone, so what follows these is read once for
 * all that share it. Whatever looks otherwise is read whole.
 */
export class HeaderReader {
  readonly #forms = new Map<string, Form | undefined>();

  /**
   * @param digests hex, 64 letters each
   * @returns undefined where it is no header: not JSON, not an object, or with a member that the digests would hide
   */
  read(header: string, digests: string): ReadHeader | undefined {
    const found = beginning.exec(header);
    const form = found ? this.#formOf(header.slice(found[0].length)) : undefined;
    if (!found || !form) return readWhole(header, digests);
    const [, at = '', id = ''] = found;
    const [toAt, toId, toDigests, end] = form.parts;
    const { role, erases, pretends } = form;
    return { id, canonical: `${toAt}"${at}"${toId}"${id}"${toDigests}${listOf(digests)}${end}`, at, role, erases, pretends };
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
  // Named twice: what counts is what JSON makes of the whole.
  if (!members || ['at', 'id', 'openings'].some((name) => Object.hasOwn(members, name))) return undefined;
  const parts = ['', '', '', ''] as [string, string, string, string];
  let part = 0;
  for (const name of [...Object.keys(members), 'at', 'id', 'openings'].toSorted()) {
    parts[part] += `${parts[0] === '' ? '{' : ','}${JSON.stringify(name)}:`;
    if (Object.hasOwn(members, name)) parts[part] += canonicalForm(members[name]);
    else part += 1;
  }
  parts[3] += '}';
  return { parts, ...erasingOf(members) };
}

function readWhole(header: string, digests: string): ReadHeader | undefined {
  const members = parseObject(header);
  if (!members || Object.hasOwn(members, 'openings')) return undefined;
  const canonical = canonicalForm({ ...members, openings: digestList(digests) });
  return { id: members['id'], canonical, at: members['at'], ...erasingOf(members) };
}

function parseObject(text: string): Record<string, unknown> | undefined {
  const value = parseJson(text);
  return isObject(value) ? value : undefined;
}

/** Whoever can stage an entry can have any of them say `erases`: only where the commands do does it count. */
function erasingOf(members: Record<string, unknown>): Erasing {
  const { role, operationType, erases } = members;
  const counts = role === 'ERASER' && operationType === 'command';
  if (!counts) return { role, erases: [], pretends: Object.hasOwn(members, 'erases') };
  return { role, erases: Array.isArray(erases) ? erases.filter((one) => typeof one === 'string') : [], pretends: false };
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

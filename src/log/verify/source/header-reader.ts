import { canonicalForm } from '../../encoding/canonical-form.ts';
import type { OwnMember } from '../../entry/entry.ts';
import { isObject, parseJson } from '../../encoding/json.ts';
import type { StoredContent } from './log-source.ts';

/** The parts of a header that the verifier needs. */
export interface ReadHeader {
  /** The whole header in its RFC 8785 form. */
  readonly canonical: string;
  /** The members that many entries share. */
  readonly template: Readonly<Record<string, unknown>>;
  /** The erased parts that the header names; empty unless it is an eraser's command. */
  readonly erases: readonly string[];
  /** Whether the header has `erases` but is not an eraser's command. */
  readonly claimsWithoutRight: boolean;
}

const ownMembers = ['at', 'covers', 'erases', 'id', 'operationHash', 'segments'] as const satisfies readonly OwnMember[];

/** The shared members of a header, and their canonical texts before, between and after an entry's own members. */
interface Template {
  readonly members: Readonly<Record<string, unknown>>;
  readonly parts: readonly string[];
  readonly isErasers: boolean;
}

/** The most templates that are cached. There is about one for each operation, role and policy. */
const mostTemplates = 5_000;

/** Puts headers together from what is stored. Shared parts are parsed once and cached. */
export class HeaderReader {
  readonly #templates = new Map<string, Template | undefined>();

  /**
   * @param root of the tree of segments, hex
   * @param size how many segments there are
   * @returns undefined if it is not a header: the template is missing, is not a JSON object, or has a member that an entry's own would hide
   */
  read(stored: StoredContent, root: string, size: number): ReadHeader | undefined {
    const template = stored.template === undefined ? undefined : this.#templateOf(stored.template);
    if (!template) return undefined;
    const [covers, erases] = [stored.covers, stored.erases].map((text) => (text === null ? undefined : (parseJson(text) ?? null)));
    const { parts, members, isErasers } = template;
    // In the order of `ownMembers`. JSON.stringify writes texts as RFC 8785 demands.
    const own = [
      `"at":${JSON.stringify(stored.at)},`,
      covers === undefined ? '' : `"covers":${canonicalForm(covers)},`,
      erases === undefined ? '' : `"erases":${canonicalForm(erases)},`,
      `"id":${JSON.stringify(stored.id)},`,
      `"operationHash":${JSON.stringify(stored.operationHash)},`,
      `"segments":{"root":${JSON.stringify(root)},"size":${size}},`,
    ];
    let canonical = '{';
    for (const [at, part] of parts.entries()) canonical += part + (own[at] ?? '');
    canonical = `${canonical.slice(0, -1)}}`;
    const claimed = isErasers && Array.isArray(erases) ? erases.filter((one) => typeof one === 'string') : [];
    return { canonical, template: members, erases: claimed, claimsWithoutRight: !isErasers && stored.erases !== null };
  }

  #templateOf(text: string): Template | undefined {
    if (this.#templates.has(text)) return this.#templates.get(text);
    const template = makeTemplate(text);
    if (this.#templates.size >= mostTemplates) this.#templates.clear();
    this.#templates.set(text, template);
    return template;
  }
}

function makeTemplate(text: string): Template | undefined {
  const members = parseJson(text);
  if (!isObject(members) || ownMembers.some((name) => Object.hasOwn(members, name))) return undefined;
  const parts = [''];
  for (const name of [...Object.keys(members), ...ownMembers].toSorted()) {
    if (Object.hasOwn(members, name)) parts[parts.length - 1] += `${JSON.stringify(name)}:${canonicalForm(members[name])},`;
    else parts.push('');
  }
  // Anyone who can stage an entry can write `erases` into it, so it counts only in an eraser's command.
  return { members, parts, isErasers: members['role'] === 'ERASER' && members['operationType'] === 'command' };
}

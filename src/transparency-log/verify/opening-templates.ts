import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';
import { canonicalForm } from '../canonical-form.ts';
import { isObject, parseJson } from '../json.ts';

const saltLetters = 2 * hashLength;
const idLetters = 36;
const beforeId = '{"id":"';
/** Texts that are kept with what they become. */
const mostKept = 5_000;

/** What is hashed for an opening, but for the salt and, of a data subject, the id. */
export type Template = Buffer;

/**
 * Makes what the digests of openings were made of. Many openings have the same content or view, so each is read once.
 * A template that is undefined is of something that no digest can have been made of.
 */
export class OpeningTemplates {
  readonly #contents = new Map<string, Template | undefined>();
  readonly #views = new Map<string, readonly (Template | undefined)[]>();

  /** Of a principal's or a case's content, JSON. */
  content(text: string): Template | undefined {
    return keep(this.#contents, text, () => {
      const value = parseJson(text);
      return isObject(value) ? templateOf(canonicalForm(value)) : undefined;
    });
  }

  /** Of each view of an entry's list, JSON. */
  views(text: string): readonly (Template | undefined)[] {
    return keep(this.#views, text, () => {
      const value = parseJson(text);
      // What is no list is one view that nobody can have been seen by.
      return Array.isArray(value) ? value.map(viewTemplate) : [undefined];
    });
  }
}

/** The digest (hex) of a salted content; undefined where the salt is none. */
export function contentDigest(template: Template, salt: string): string | undefined {
  return putSalt(template, salt) ? hash('sha256', template) : undefined;
}

/** The digest (hex) of a data subject's opening; undefined where salt or id is none. */
export function subjectDigest(template: Template, salt: string, id: string): string | undefined {
  if (!/^[\da-f-]{36}$/.test(id) || !putSalt(template, salt)) return undefined;
  template.write(id, hashLength + beforeId.length, 'latin1');
  return hash('sha256', template);
}

// A salt that is shorter would leave the end of the last one in its place.
function putSalt(template: Template, salt: string): boolean {
  return salt.length === saltLetters && template.write(salt, 0, 'hex') === hashLength;
}

function viewTemplate(view: unknown): Template | undefined {
  // These two come from the opening, and would hide what stands here.
  if (!isObject(view) || Object.hasOwn(view, 'id') || Object.hasOwn(view, 'kind')) return undefined;
  const form = canonicalForm({ ...view, kind: 'subject', id: '-'.repeat(idLetters) });
  return form.startsWith(beforeId) ? templateOf(form) : undefined;
}

function templateOf(form: string): Template {
  return Buffer.concat([Buffer.alloc(hashLength), Buffer.from(form)]);
}

function keep<Made>(kept: Map<string, Made>, text: string, make: () => Made): Made {
  const known = kept.get(text);
  if (known !== undefined) return known;
  const made = make();
  if (kept.size >= mostKept) kept.clear();
  kept.set(text, made);
  return made;
}

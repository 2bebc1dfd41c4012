import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';
import { canonicalForm } from '../canonical-form.ts';
import { isObject, parseJson } from '../json.ts';

const saltHexLength = 2 * hashLength;
const idLetters = 36;
const beforeId = '{"id":"';
/** The most templates that are cached. */
const mostKept = 5_000;

/** The hash input of an opening with room for the salt and, for a data subject, the id. */
export type Template = Buffer;

/**
 * Makes the hash inputs of openings. Many openings have the same content or view, so each is parsed once and cached.
 * Invalid content has no template (undefined): no digest can match it.
 */
export class OpeningTemplates {
  readonly #contents = new Map<string, Template | undefined>();
  readonly #views = new Map<string, readonly (Template | undefined)[]>();

  /** The template of a principal's or a case's content (JSON). */
  content(text: string): Template | undefined {
    return keep(this.#contents, text, () => {
      const value = parseJson(text);
      return isObject(value) ? templateOf(canonicalForm(value)) : undefined;
    });
  }

  /** The templates of an entry's list of views (JSON). */
  views(text: string): readonly (Template | undefined)[] {
    return keep(this.#views, text, () => {
      const value = parseJson(text);
      // If it is not a list, it counts as one view, which no opening can match.
      return Array.isArray(value) ? value.map(viewTemplate) : [undefined];
    });
  }
}

/** The digest (hex) of salted content; undefined if the salt is malformed. */
export function contentDigest(template: Template, salt: string): string | undefined {
  return writeSalt(template, salt) ? hash('sha256', template) : undefined;
}

/** The digest (hex) of a data subject's opening; undefined if the salt or the id is malformed. */
export function subjectDigest(template: Template, salt: string, id: string): string | undefined {
  if (!/^[\da-f-]{36}$/.test(id) || !writeSalt(template, salt)) return undefined;
  template.write(id, hashLength + beforeId.length, 'latin1');
  return hash('sha256', template);
}

// A shorter salt would leave the end of the previous one in the template.
function writeSalt(template: Template, salt: string): boolean {
  return salt.length === saltHexLength && template.write(salt, 0, 'hex') === hashLength;
}

function viewTemplate(view: unknown): Template | undefined {
  // `id` and `kind` come from the opening and would overwrite the view's own.
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

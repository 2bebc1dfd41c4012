import { hash } from 'node:crypto';
import { hashLength } from '../hashes.ts';
import { canonicalForm } from './canonical-form.ts';

const saltLetters = 2 * hashLength;
const idLetters = 36;
const beforeId = '{"id":"';
/** Texts that are kept with what they become. */
const mostKept = 5_000;

/** What is hashed for an opening, but for the salt and, of a data subject, the id. */
export type Frame = Buffer;

/**
 * Makes what the digests of openings were made of. Many openings have the same content or view, so each is read once.
 * A frame that is undefined is of something that no digest can have been made of.
 */
export class OpeningFrames {
  readonly #contents = new Map<string, Frame | undefined>();
  readonly #views = new Map<string, readonly (Frame | undefined)[]>();

  /** Of a principal's or a case's content, JSON. */
  content(text: string): Frame | undefined {
    return keep(this.#contents, text, () => {
      const value = parse(text);
      return isObject(value) ? frameOf(canonicalForm(value)) : undefined;
    });
  }

  /** Of each view of an entry's list, JSON. */
  views(text: string): readonly (Frame | undefined)[] {
    return keep(this.#views, text, () => {
      const value = parse(text);
      // What is no list is one view that nobody can have been seen by.
      return Array.isArray(value) ? value.map(viewFrame) : [undefined];
    });
  }
}

/** The digest (hex) of a salted content; undefined where the salt is none. */
export function contentDigest(frame: Frame, salt: string): string | undefined {
  return putSalt(frame, salt) ? hash('sha256', frame) : undefined;
}

/** The digest (hex) of a data subject's opening; undefined where salt or id is none. */
export function subjectDigest(frame: Frame, salt: string, id: string): string | undefined {
  if (!/^[\da-f-]{36}$/.test(id) || !putSalt(frame, salt)) return undefined;
  frame.write(id, hashLength + beforeId.length, 'latin1');
  return hash('sha256', frame);
}

// A salt that is shorter would leave the end of the last one in its place.
function putSalt(frame: Frame, salt: string): boolean {
  return salt.length === saltLetters && frame.write(salt, 0, 'hex') === hashLength;
}

function viewFrame(view: unknown): Frame | undefined {
  // These two come from the opening, and would hide what stands here.
  if (!isObject(view) || Object.hasOwn(view, 'id') || Object.hasOwn(view, 'kind')) return undefined;
  const form = canonicalForm({ ...view, kind: 'subject', id: '-'.repeat(idLetters) });
  return form.startsWith(beforeId) ? frameOf(form) : undefined;
}

function frameOf(form: string): Frame {
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

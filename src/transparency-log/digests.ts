import { hash } from 'node:crypto';
import { canonicalForm } from './canonical-form.ts';
import { saltLength, type Header, type Opening, type SubjectOpening, type View } from './entry.ts';

/** The digest of an opening: SHA-256 of the salt's bytes and the RFC 8785 form of the content, hex. */
export function openingDigest(salt: Uint8Array, content: Opening): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalForm(content))]));
}

/** The data of an entry's leaf: SHA-256 of the RFC 8785 form of its header. */
export function leafData(header: Header): Buffer {
  return hash('sha256', canonicalForm(header), 'buffer');
}

/** A header as it is hashed, and as it is stored. */
export interface HeaderForms {
  /** The data of the entry's leaf, as `leafData` gives it. */
  readonly leaf: Buffer;
  /** JSON of all but the digests, which are stored as bytes. */
  readonly stored: string;
}

/** Members that RFC 8785 puts before `openings`; all others come after. */
type Early = 'at' | 'authority' | 'covers' | 'erases' | 'id' | 'inputs';

/** Writes a header once for both of its forms. Each member stands in its place here, where `leafData` sorts any header's. */
export function headerForms(header: Header): HeaderForms {
  const { at, authority, covers, erases, id, inputs } = header;
  const { operationHash, operationType, outcome, policyVersion, purpose, role, rootFields, statementVersion, version } = header;
  // A member that is missing here, or in neither, is an error of types.
  const early: Record<Early, unknown> = { at, authority, covers, erases, id, inputs };
  const late: Record<Exclude<keyof Header, Early | 'openings'>, unknown> = {
    operationHash,
    operationType,
    outcome,
    policyVersion,
    purpose,
    role,
    rootFields,
    statementVersion,
    version,
  };
  const before = JSON.stringify(early).slice(0, -1);
  const after = JSON.stringify(late).slice(1);
  // Hexadecimal, so nothing has to be escaped.
  const digests = `["${header.openings.join('","')}"]`;
  return { leaf: hash('sha256', `${before},"openings":${digests},${after}`, 'buffer'), stored: `${before},${after}` };
}

const opening = '{"id":"';
const idAt = saltLength + opening.length;
/** Letters of a UUID. */
const idLength = 36;

/**
 * Digests of data subjects' openings. People who were seen alike share their lists, so what is hashed
 * for them differs in the salt and the id alone: the rest is written once, and these in their places.
 */
export class SubjectDigests {
  readonly #frames = new Map<readonly string[], { readonly view: View; readonly frame: Buffer }>();

  /**
   * SHA-256 of a salt's bytes and the RFC 8785 form of the opening, hex.
   * @param salts where the salt begins at `saltAt`
   */
  digest(salts: Buffer, saltAt: number, content: SubjectOpening): string {
    // An id of another form would not fit its place, or would have to be escaped.
    if (!/^[\da-f-]{36}$/.test(content.id)) return openingDigest(salts.subarray(saltAt, saltAt + saltLength), content);
    const frame = this.#frameOf(content);
    salts.copy(frame, 0, saltAt, saltAt + saltLength);
    frame.write(content.id, idAt, idLength, 'latin1');
    return hash('sha256', frame);
  }

  #frameOf(content: SubjectOpening): Buffer {
    const { relationship, released, withheld } = content;
    const known = this.#frames.get(released);
    if (known?.view.relationship === relationship && known.view.withheld === withheld) return known.frame;
    const form = canonicalForm({ ...content, id: '-'.repeat(idLength) });
    const frame = Buffer.concat([Buffer.alloc(saltLength), Buffer.from(form)]);
    this.#frames.set(released, { view: content, frame });
    return frame;
  }
}

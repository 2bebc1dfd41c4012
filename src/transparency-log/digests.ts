import { hash } from 'node:crypto';
import { canonicalForm } from './canonical-form.ts';
import { saltLength, type Header, type Opening, type SubjectOpening, type View } from './entry.ts';

/** The digest of an opening, hex: SHA-256 of the salt and the content's RFC 8785 form. */
export function openingDigest(salt: Uint8Array, content: Opening): string {
  return hash('sha256', Buffer.concat([salt, Buffer.from(canonicalForm(content))]));
}

/** The data of an entry's leaf: SHA-256 of its header's RFC 8785 form. */
export function leafData(header: Header): Buffer {
  return hash('sha256', canonicalForm(header), 'buffer');
}

/** A header in the two forms that are needed: hashed and stored. */
export interface HeaderForms {
  /** The data of the entry's leaf, as `leafData` gives it. */
  readonly leaf: Buffer;
  /** JSON without the digests, which are stored as bytes. */
  readonly stored: string;
}

/** The members that RFC 8785 sorts before `openings`; all others come after it. */
type Early = 'at' | 'authority' | 'covers' | 'erases' | 'id' | 'inputs';

/** Serialises a header once for both forms. The members are in RFC 8785 order here; `leafData` sorts them instead. */
export function headerForms(header: Header): HeaderForms {
  const { at, authority, covers, erases, id, inputs } = header;
  const { operationHash, operationType, outcome, policyVersion, purpose, role, rootFields, statementVersion, version } = header;
  // A member that is missing from both objects does not compile.
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
  // Hexadecimal needs no escaping.
  const digests = `["${header.openings.join('","')}"]`;
  return { leaf: hash('sha256', `${before},"openings":${digests},${after}`, 'buffer'), stored: `${before},${after}` };
}

const opening = '{"id":"';
const idAt = saltLength + opening.length;
/** Characters of a UUID. */
const idLength = 36;

/**
 * Computes the digests of data subjects' openings. Data subjects with the same view share its lists, so their hash
 * inputs differ only in salt and id. The common part is serialised once; salt and id are written into it.
 */
export class SubjectDigests {
  readonly #frames = new Map<readonly string[], { readonly view: View; readonly frame: Buffer }>();

  /**
   * The same digest as `openingDigest`.
   * @param salts holds the salt's 32 bytes at `saltAt`
   */
  digest(salts: Buffer, saltAt: number, content: SubjectOpening): string {
    // An id of another form would have another length or need escaping.
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

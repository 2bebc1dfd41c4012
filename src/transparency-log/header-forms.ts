import { hash } from 'node:crypto';
import { canonicalForm } from './canonical-form.ts';
import type { Header, OwnMember } from './entry.ts';

/** The data of an entry's leaf: SHA-256 of its header's RFC 8785 form. */
export function leafData(header: Header): Buffer {
  return hash('sha256', canonicalForm(header), 'buffer');
}

type SharedMember = Exclude<keyof Header, OwnMember>;

/** What a header shares with others: its stored form, and its canonical form between the entry's own members. */
interface Frame {
  readonly shared: Pick<Header, SharedMember>;
  readonly form: string;
  readonly authority: string;
  readonly inputs: string;
  readonly rest: string;
}

/** The most frames that are remembered for one list of root fields. */
const mostAlike = 32;

/** Serialises headers. What they share is serialised once and remembered as long as their list of root fields lives. */
export class HeaderForms {
  readonly #frames = new WeakMap<readonly string[], Frame[]>();

  /** Serialises a header once for both forms. @returns the leaf's data as `leafData` gives it, and `Entry.form` */
  of(header: Header): { readonly leaf: Buffer; readonly form: string } {
    const { at, covers, erases, id, openings, operationHash } = header;
    const { form, authority, inputs, rest } = this.#frameOf(header);
    // In RFC 8785 order. Hexadecimal needs no escaping.
    const canonical =
      `{"at":${JSON.stringify(at)},${authority}${covers ? `"covers":${JSON.stringify(covers)},` : ''}` +
      `${erases ? `"erases":${JSON.stringify(erases)},` : ''}"id":${JSON.stringify(id)},${inputs}` +
      `"openings":{"root":"${openings.root}","size":${openings.size}},"operationHash":${JSON.stringify(operationHash)},${rest}`;
    return { leaf: Buffer.from(hash('sha256', canonical, 'binary'), 'latin1'), form };
  }

  #frameOf(header: Header): Frame {
    let frames = this.#frames.get(header.rootFields);
    if (!frames) this.#frames.set(header.rootFields, (frames = []));
    const known = frames.find((frame) => isShared(frame.shared, header));
    if (known) return known;
    const frame = makeFrame(header);
    if (frames.length >= mostAlike) frames.length = 0;
    frames.push(frame);
    return frame;
  }
}

function isShared(shared: Pick<Header, SharedMember>, header: Header): boolean {
  return (
    shared.inputs === header.inputs &&
    shared.role === header.role &&
    shared.purpose === header.purpose &&
    shared.outcome === header.outcome &&
    shared.operationType === header.operationType &&
    shared.authority === header.authority &&
    shared.policyVersion === header.policyVersion &&
    shared.statementVersion === header.statementVersion &&
    shared.version === header.version
  );
}

function makeFrame(header: Header): Frame {
  const { authority, inputs, operationType, outcome, policyVersion, purpose, role, rootFields, statementVersion, version } = header;
  // The members in RFC 8785 order. One that is missing does not compile.
  const rest = { operationType, outcome, policyVersion, purpose, role, rootFields, statementVersion, version };
  const shared: Record<SharedMember, unknown> & Pick<Header, SharedMember> = { authority, inputs, ...rest };
  return {
    shared,
    form: JSON.stringify(shared),
    authority: member({ authority }),
    inputs: member({ inputs }),
    rest: JSON.stringify(rest).slice(1),
  };
}

/** The member of an object as text, with a comma after it. */
function member(one: object): string {
  return `${JSON.stringify(one).slice(1, -1)},`;
}

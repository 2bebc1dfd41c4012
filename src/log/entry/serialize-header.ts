import { hash } from 'node:crypto';
import { canonicalForm } from '../encoding/canonical-form.ts';
import type { Header, OwnMember } from './entry.ts';

/** The data of an entry's leaf: SHA-256 of its header's RFC 8785 form. */
export function leafData(header: Header): Buffer {
  return hash('sha256', canonicalForm(header), 'buffer');
}

/** A header as it is hashed and as it is stored. */
export interface SerializedHeader {
  /** The data of the entry's leaf, as `leafData` gives it. */
  readonly leaf: Buffer;
  /** As `Entry.template`. */
  readonly template: string;
}

type LastMember = 'statementVersion' | 'version';
type LateMember = Exclude<keyof Header, OwnMember | LastMember | 'authority' | 'inputs'>;

/** Serialises a header once for both. The members are in RFC 8785 order here; `leafData` sorts them instead. */
export function serializeHeader(header: Header): SerializedHeader {
  const { at, authority, covers, erases, id, inputs, operationHash, segments } = header;
  const { operationType, outcome, policyVersion, purpose, purposeText, role, rootFields, statementVersion, version } = header;
  // A member that is missing does not compile.
  const late: Record<LateMember, unknown> = {
    operationType,
    outcome,
    policyVersion,
    purpose,
    purposeText,
    role,
    rootFields,
  };
  const last: Record<LastMember, unknown> = { statementVersion, version };
  const [first, middle] = [JSON.stringify(authority), `"inputs":${JSON.stringify(inputs)}`];
  const [afterHash, afterTree] = [JSON.stringify(late).slice(1, -1), JSON.stringify(last).slice(1)];
  const own = covers || erases ? `${JSON.stringify({ covers, erases }).slice(1, -1)},` : '';
  // Hexadecimal needs no escaping.
  const tree = `"segments":{"root":"${segments.root}","size":${segments.size}}`;
  const canonical =
    `{"at":${JSON.stringify(at)},"authority":${first},${own}"id":${JSON.stringify(id)},` +
    `${middle},"operationHash":${JSON.stringify(operationHash)},${afterHash},${tree},${afterTree}`;
  return {
    leaf: Buffer.from(hash('sha256', canonical, 'binary'), 'latin1'),
    template: `{"authority":${first},${middle},${afterHash},${afterTree}`,
  };
}

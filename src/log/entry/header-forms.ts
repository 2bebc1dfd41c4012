import { hash } from 'node:crypto';
import { canonicalForm } from '../encoding/canonical-form.ts';
import type { Header, OwnMember } from './entry.ts';

/** The data of an entry's leaf: SHA-256 of its header's RFC 8785 form. */
export function leafData(header: Header): Buffer {
  return hash('sha256', canonicalForm(header), 'buffer');
}

/** A header in the two forms that are needed: hashed and stored. */
export interface HeaderForms {
  /** The data of the entry's leaf, as `leafData` gives it. */
  readonly leaf: Buffer;
  /** As `Entry.form`. */
  readonly form: string;
}

type LateMember = Exclude<keyof Header, OwnMember | 'authority' | 'inputs'>;

/** Serialises a header once for both forms. The members are in RFC 8785 order here; `leafData` sorts them instead. */
export function headerForms(header: Header): HeaderForms {
  const { at, authority, covers, erases, id, inputs, openings, operationHash } = header;
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
    statementVersion,
    version,
  };
  const [first, middle] = [JSON.stringify(authority), `"inputs":${JSON.stringify(inputs)}`];
  const last = JSON.stringify(late).slice(1);
  const own = covers || erases ? `${JSON.stringify({ covers, erases }).slice(1, -1)},` : '';
  // Hexadecimal needs no escaping.
  const tree = `"openings":{"root":"${openings.root}","size":${openings.size}}`;
  const canonical =
    `{"at":${JSON.stringify(at)},"authority":${first},${own}"id":${JSON.stringify(id)},` +
    `${middle},${tree},"operationHash":${JSON.stringify(operationHash)},${last}`;
  return { leaf: Buffer.from(hash('sha256', canonical, 'binary'), 'latin1'), form: `{"authority":${first},${middle},${last}` };
}

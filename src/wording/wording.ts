import type { AccessNeedKind, AccessNotice, DataCategory, MandateKind, Purpose, Relationship } from '../generated/schema.ts';

/** The end of a sentence about a need. `{reference}`, `{opened}` and `{closed}` are placeholders. */
export interface NeedWording {
  readonly open: string;
  readonly closed: string;
}

/** The code of a notice: of lists of access entries, and of each answer to a partner (clause `sharing`). */
export type Notice = AccessNotice | 'USE_IS_RESTRICTED';

/** All sentences about reads in one language. A translation is another object of this type. */
export interface Wording {
  /** The beginning of a sentence for each purpose and each relationship that the policy can produce for it. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Partial<Record<Relationship, string>>>>>;
  /** The beginning for a purpose and relationship that the policy no longer produces. */
  readonly formerReason: string;
  readonly needs: Readonly<Record<AccessNeedKind, NeedWording>>;
  readonly mandates: Readonly<Record<MandateKind, string>>;
  readonly fields: Readonly<Record<DataCategory, string>>;
  /** For a field that the schema no longer has. */
  readonly formerField: string;
  /** Every reader gets the same notice, whether or not anything is left out: one that appeared only with a seal would reveal the seal. */
  readonly notices: Readonly<Record<Notice, string>>;
}

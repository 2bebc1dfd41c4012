import type { DataCategory, MandateKind, Purpose, Relationship } from '../generated/schema.ts';
import type { NeedKind } from './reason.ts';

/** The end of a sentence about a need. `{reference}`, `{opened}` and `{closed}` are placeholders. */
export interface NeedWording {
  readonly open: string;
  readonly closed: string;
}

/** All sentences about reads in one language. A translation is another object of this type. */
export interface Wording {
  /** The beginning of a sentence for each purpose and each relationship that the policy can produce for it. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Partial<Record<Relationship, string>>>>>;
  /** The beginning for a purpose and relationship that the policy no longer produces. */
  readonly formerReason: string;
  readonly needs: Readonly<Record<NeedKind, NeedWording>>;
  readonly mandates: Readonly<Record<MandateKind, string>>;
  readonly fields: Readonly<Record<DataCategory, string>>;
  /** For a field that the schema no longer has. */
  readonly formerField: string;
}

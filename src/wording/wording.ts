import type { DataCategory, MandateKind, Purpose, Relationship } from '../generated/schema.ts';
import type { NeedKind } from './reason.ts';

/** What is said of a need, as the end of a sentence. `{reference}`, `{opened}` and `{closed}` are filled in. */
export interface NeedWording {
  readonly open: string;
  readonly closed: string;
}

/** All that is said in one language of who looked at a person. A translation is another of these. */
export interface Wording {
  /** The beginning of a sentence, for each purpose under each relationship that the policy can produce. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Partial<Record<Relationship, string>>>>>;
  /** The same for what no version of the policy in use can produce any more. */
  readonly formerReason: string;
  readonly needs: Readonly<Record<NeedKind, NeedWording>>;
  readonly mandates: Readonly<Record<MandateKind, string>>;
  readonly fields: Readonly<Record<DataCategory, string>>;
  /** For a field that the schema has no more. */
  readonly formerField: string;
}

import type { AccountAct } from '../../identity/accounts/journal/account-acts.ts';
import type {
  AccessNeedKind,
  AccessNotice,
  DataCategory,
  ErasureRule,
  IdentityEvidence,
  MandateKind,
  Purpose,
  Relationship,
} from '../shared/graphql/generated/schema.ts';
import type { Sentences } from '../../platform/language/sentences.ts';
import type { english } from './english-names.ts';
import type { PublicPageWording } from './public-page-wording.ts';
import type { StatementSentences } from '../policy/statement/statements.ts';

/** The end of a sentence about a need. `{reference}`, `{opened}` and `{closed}` are placeholders. */
export interface NeedWording {
  readonly open: string;
  readonly closed: string;
}

/** The code of a notice: of lists of access entries, and of each answer to a partner (clause `sharing`). */
export type Notice = AccessNotice | 'USE_IS_RESTRICTED';

/** The acts of employees on the claim of a record, as the history of the person shows them. */
export type ClaimAct = 'ISSUED' | 'CONFIRMED' | 'CONTESTED' | 'UNDONE';

/** A mail to a sender without an account: the request is answered, or a privacy officer has opened it again. */
export type RequestMail = 'ANSWERED' | 'REOPENED';

/** All sentences of answers in one language. English is in the code; the others are in `locales/`. */
export interface Wording {
  /** The beginning of a sentence for each purpose and each relationship that the policy can produce for it. */
  readonly reasons: Readonly<Record<Purpose, Readonly<Partial<Record<Relationship, string>>>>>;
  /** The beginning if given values were compared with the person’s, whatever the relationship. */
  readonly identityChecked: string;
  /** The beginning for an act of an employee on the claim of the person’s record. */
  readonly claims: Readonly<Record<ClaimAct, string>>;
  /** The beginning if entries of the person’s history were erased. `{entries}` is their number. */
  readonly erasures: Readonly<Record<ErasureRule, string>>;
  /** The beginning for a purpose and relationship that the policy no longer produces. */
  readonly formerReason: string;
  readonly needs: Readonly<Record<AccessNeedKind, NeedWording>>;
  /** How a clerk identified the person who was served; it follows the sentence of an encounter. */
  readonly identified: Readonly<Record<IdentityEvidence, string>>;
  readonly mandates: Readonly<Record<MandateKind, string>>;
  /** For a kind of mandate that the schema no longer has. */
  readonly formerMandate: string;
  readonly fields: Readonly<Record<DataCategory, string>>;
  /** For a field that the schema no longer has. */
  readonly formerField: string;
  /** Every reader gets the same notice, whether or not anything is left out: one that appeared only with a seal would reveal the seal. */
  readonly notices: Readonly<Record<Notice, string>>;
  /** The names of roles, purposes and relationships for people. */
  readonly names: Sentences<typeof english>;
  /** The text that an employee acknowledges before the first use of a purpose. `{purpose}`, `{fields}` and `{clauses}` are placeholders. */
  readonly purposeText: {
    readonly use: string;
    /** Under the sentence that the person reads about it. */
    readonly shown: string;
    /** The data that a prohibition or a condition withholds for some people. */
    readonly shownOfSome: string;
    readonly promise: string;
    readonly recorded: string;
  };
  /** Acts with a person's account, without a full stop. */
  readonly accountActs: Readonly<Record<AccountAct, string>>;
  /** The privacy statement, by version and clause. */
  readonly statements: StatementSentences;
  /** The public pages. */
  readonly publicPages: PublicPageWording;
  /** The mail with the code that proves a contact. `{code}` and `{minutes}` are placeholders of `text`. */
  readonly codeMail: { readonly subject: string; readonly text: string };
  /** Mails to senders without an account. `{number}`, `{link}` and `{days}` are placeholders. They hold no text of the request. */
  readonly requestMails: Readonly<Record<RequestMail, { readonly subject: string; readonly text: string }>>;
}

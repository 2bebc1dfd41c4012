import type { Statement } from '../../engine/policy/declaration/vocabulary.ts';
import type { RequestContext } from '../../engine/request-context.ts';
import type { Language } from '../../platform/language/languages.ts';
import type { Mail } from '../../platform/mail/mail.ts';
import type { DataCategory } from './graphql/generated/schema.ts';
import type { ClaimRules, ContactRules } from '../../engine/policy/declaration/account-rules.ts';
import type { AnonymousSender, AnonymousSenders } from '../requests/senders/anonymous-senders.ts';
import type { Reason } from '../wording/reason.ts';
import type { Notice } from '../wording/wording.ts';

/** The parts that resolvers need besides their operation, the same for all operations. */
export interface ResolverParts {
  readonly words: Readonly<Record<Language, Words>>;
  /** The domains of the addresses that employees have at work; undefined: no mails can be sent, so there are no invitations. */
  readonly workMailDomains: readonly string[] | undefined;
  /** How long a code to claim a record can be used. */
  readonly claimRules: Pick<ClaimRules, 'codeHours'>;
  /** How another mail address of a record is proven; undefined: no mails can be sent, so no address can be proven. */
  readonly contactRules: ContactRules | undefined;
  readonly anonymousSenders: AnonymousSenders;
}

/** The sentences of answers in one language. */
export interface Words {
  /** Why a read happened, with instants as RFC 3339 in UTC. */
  why(reason: Reason): string;
  /** Names what schema coordinates hold. */
  fields(coordinates: readonly string[]): string[];
  /** The codes for `fields`, in the same order. */
  categories(coordinates: readonly string[]): readonly DataCategory[];
  notice(code: Notice): string;
  statement(statement: Statement): Statement;
  /** The mail that proves a contact, without its address. */
  codeMail(code: string): Omit<Mail, 'to'>;
  /** The text of the request in which the privacy office decides about a contested claim. */
  readonly contestRequest: string;
  /** Leaves out the coordinates that lead to a person's home: those that address protection withholds. */
  withoutHome(coordinates: readonly string[]): string[];
}

/** The sentences of an operation's answer. */
export function answerWords({ application, language }: Pick<RequestContext, 'application' | 'language'>): Words {
  return application.words[language];
}

/** The sender of an operation who has no account, at the network address of the request. */
export function anonymousSenderOf({ application, addressGroup, now }: RequestContext): AnonymousSender {
  return application.anonymousSenders(addressGroup, now);
}

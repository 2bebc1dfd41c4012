import type { Role } from '../../../engine/register.ts';
import { errors, type KoaContextWithOIDC } from 'oidc-provider';
import type { AccountAct } from '../../accounts/journal/account-acts.ts';
import type { PlainAct } from '../../accounts/ending/ended-by.ts';
import type { AccountDatabase } from '../../accounts/account-database.ts';
import { findAccount, type Account } from '../../accounts/account.ts';
import type { Journal } from '../../accounts/journal/journal.ts';
import type { PartnerAccess } from '../../partners/partner-access.ts';
import { parseSubject } from './subject.ts';

/** The dependencies of recording tokens. */
export interface TokenRecordNeeds {
  readonly database: AccountDatabase;
  readonly journal: Journal;
  readonly partners: PartnerAccess;
  readonly now: () => Date;
}

/** Records in the access log what happens with tokens. @throws PrivacyError LOG_UNAVAILABLE: then nothing may come of it */
export interface TokenRecords {
  /** A token that is about to leave. */
  issued(context: KoaContextWithOIDC): Promise<void>;
  /** A refresh token that is about to be replaced. */
  renewed(context: KoaContextWithOIDC): Promise<void>;
  /** A token that is about to be revoked by the client that it was issued to. */
  revoked(context: KoaContextWithOIDC, token: HeldToken): Promise<void>;
  /**
   * A refusal: an entry where it is known whose token it was about, or which client proved who it is; a count for strangers.
   * @param held the token that was named, if it was found
   */
  refused(context: KoaContextWithOIDC, act: AccountAct, held?: HeldToken): Promise<void>;
}

/** The owner of a token. */
export interface HeldToken {
  readonly accountId?: string | undefined;
  readonly rar?: unknown;
}

/** @param provesItself whether the client of a request has proved who it is */
export function openTokenRecords(
  { database, journal, partners, now }: TokenRecordNeeds,
  provesItself: (context: KoaContextWithOIDC) => boolean,
): TokenRecords {
  const personOf = async (subject: string | undefined): Promise<Account | undefined> => {
    const id = subject === undefined ? undefined : parseSubject(subject)?.accountId;
    return id === undefined ? undefined : findAccount(database, { id });
  };
  const own = async ({ oidc }: KoaContextWithOIDC, act: PlainAct, subject: string | undefined): Promise<void> => {
    const person = await personOf(subject);
    if (!person) throw new Error('a token of nobody');
    await journal.own(database, act, person, now(), oidc.client?.clientId);
  };
  /** @returns whether the client is one that a partner has now */
  const ofClient = async ({ oidc }: KoaContextWithOIDC, act: AccountAct, isRefused: boolean, held?: HeldToken): Promise<boolean> => {
    const client = await partners.find(oidc.client?.clientId ?? '');
    if (!client) return false;
    const details = held?.rar === undefined ? undefined : partners.parseGranted(held.rar);
    const granted = details && { mandate: details.mandate, purpose: details.purpose, details: (held!.rar as readonly unknown[])[0] };
    const { id, partnerId, role } = client;
    await journal.ofClient(database, { act, client: id, partnerId, role: role as Role, granted, isRefused }, now());
    return true;
  };
  return {
    async issued(context) {
      const { ClientCredentials: token, Account: account } = context.oidc.entities;
      if (!token) return own(context, 'issue-token', account?.accountId);
      if (!(await ofClient(context, 'issue-token', false, token))) throw new Error('a token of a client that has ended');
    },
    renewed: (context) => own(context, 'renew-token', context.oidc.entities.Account?.accountId),
    async revoked(context, token) {
      if (token.accountId !== undefined) await own(context, 'revoke-token', token.accountId);
      else await ofClient(context, 'revoke-token', false, token);
    },
    async refused(context, act, held) {
      if (provesItself(context) && (await ofClient(context, act, true))) return;
      const person = await personOf(held?.accountId ?? (await subjectIn(context)));
      await journal.failed(database, act, person, now(), person && context.oidc.client?.clientId);
    },
  };
}

/** The owner of a request's code or refresh token; undefined: it has none, or an unknown one. */
async function subjectIn({ oidc: { entities, params, provider } }: KoaContextWithOIDC): Promise<string | undefined> {
  const known = entities.Account ?? entities.RefreshToken ?? entities.AuthorizationCode;
  if (known) return known.accountId;
  const { code, refresh_token: refresh } = params ?? {};
  const options = { ignoreExpiration: true };
  if (typeof code === 'string') return (await provider.AuthorizationCode.find(code, options))?.accountId;
  return typeof refresh === 'string' ? (await provider.RefreshToken.find(refresh, options))?.accountId : undefined;
}

/** The error for clients while the access log cannot be written (RFC 6749, 4.1.2.1, with the status that fits). */
export function logUnavailable(cause: unknown): errors.OIDCProviderError {
  const error = new errors.TemporarilyUnavailable('the access log cannot be written', { cause });
  return Object.assign(error, { status: 503, statusCode: 503 });
}

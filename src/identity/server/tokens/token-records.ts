import type { Role } from '../../../engine/register.ts';
import { errors, type KoaContextWithOIDC, type Client, type Provider } from 'oidc-provider';
import type { AccountAct } from '../../accounts/journal/account-acts.ts';
import type { PlainAct } from '../../accounts/ending/ended-by.ts';
import type { AccountDatabase } from '../../accounts/account-database.ts';
import { findAccount, type Account } from '../../accounts/account.ts';
import type { Journal } from '../../accounts/journal/journal.ts';
import type { PartnerAccess } from '../../partners/partner-access.ts';
import { parseSubject } from './subject.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { endSignIns } from '../../accounts/ending/end-sign-ins.ts';
import { assertionProblem, type AssertionProblem } from '../clients/assertion-problem.ts';
import { assertionFormProblem } from '../clients/client-assertions.ts';

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
function logUnavailable(cause: unknown): errors.OIDCProviderError {
  const error = new errors.TemporarilyUnavailable('the access log cannot be written', { cause });
  return Object.assign(error, { status: 503, statusCode: 503 });
}

const unavailable = 'temporarily_unavailable';
/** Errors that refuse nothing: a client asks for the first nonce so, and what could not be recorded was not decided. */
const noRefusals: readonly string[] = ['use_dpop_nonce', unavailable];
/** The routes of tokens, and of pushed requests (RFC 9126), which partners must not make. */
const routes: readonly string[] = ['token', 'revocation', 'introspection', 'pushed_authorization_request'];
/** Errors that can be about the assertion of a client. */
const aboutClient: readonly string[] = ['invalid_client', 'invalid_request'];
/** Seconds after which to try again (RFC 9110, Retry-After). */
const retryAfter = 5;

/**
 * Lets no answer about a token, and no refusal of a pushed request, leave before its entry is stored. Renewals and revocations are recorded before they happen, by hooks of the
 * configuration; what is recorded here has changed nothing that the client could use.
 * @param reportFailure called where the access log cannot be written: then the token is withdrawn, and the client may try again
 * @param reportRefused called with why the assertion of a client was refused, for the operator
 */
export function recordTokens(
  provider: Provider,
  records: TokenRecords,
  reportFailure: (error: unknown) => void,
  reportRefused: (problem: AssertionProblem) => void,
): void {
  const refusals = new WeakMap<object, errors.OIDCProviderError>();
  const note = (context: KoaContextWithOIDC, error: errors.OIDCProviderError): void => void refusals.set(context, error);
  provider.on('grant.error', note);
  provider.on('revocation.error', note);
  provider.on('introspection.error', note);
  provider.on('pushed_authorization_request.error', note);
  provider.use(async (koa, next) => {
    await next();
    if (!('oidc' in koa)) return;
    const context = koa as unknown as KoaContextWithOIDC;
    if (!routes.includes(context.oidc.route)) return;
    const refusal = refusals.get(context);
    if (refusal) explain(context, refusal, reportRefused);
    if (refusal?.error === unavailable) context.set('retry-after', `${retryAfter}`);
    if (isAboutProof(refusal)) context.body = bodyOf(new errors.InvalidDpopProof());
    try {
      await record(context, records, refusal);
    } catch (error) {
      reportFailure(error);
      if (!refusal) await withdraw(context).catch(reportFailure);
      const answer = logUnavailable(error);
      context.status = answer.statusCode;
      context.body = bodyOf(answer);
      context.set('retry-after', `${retryAfter}`);
    }
  });
}

/**
 * Reports to the operator why an assertion was refused, and to its sender the problem of its form. That is looked at whatever the refusal was
 * for, so that the answer to a malformed assertion is the same whether there is such a client.
 */
function explain(context: KoaContextWithOIDC, refusal: errors.OIDCProviderError, reportRefused: (problem: AssertionProblem) => void): void {
  if (!aboutClient.includes(refusal.error) || typeof context.oidc.params?.['client_assertion'] !== 'string') return;
  const form = assertionFormProblem(context);
  if (form) {
    const { sentence, ...problem } = form;
    reportRefused(problem);
    context.body = { error: refusal.error, error_description: sentence };
    return;
  }
  const problem = assertionProblem(refusal);
  if (problem) reportRefused(problem);
}

async function record(context: KoaContextWithOIDC, records: TokenRecords, refusal: errors.OIDCProviderError | undefined): Promise<void> {
  const { route, params } = context.oidc;
  if (refusal) {
    if (!noRefusals.includes(refusal.error)) await records.refused(context, refusedAct(route, refusal));
  } else if (route === 'token' && context.status === 200 && params?.['grant_type'] !== 'refresh_token') await records.issued(context);
}

function refusedAct(route: string, { error_detail: detail = '' }: errors.OIDCProviderError): AccountAct {
  if (route === 'introspection') return 'refuse-introspection';
  return /\balready (used|consumed)$/.test(detail) ? 'reuse-token' : 'refuse-token';
}

/** The error codes of an invalid grant in oidc-provider, and of a missing or used proof in RFC 9449 §5. */
const aboutProof: readonly string[] = ['DPoP proof JWT not provided', 'missing DPoP proof JWT', 'DPoP proof JWT Replay detected'];

function isAboutProof(refusal: errors.OIDCProviderError | undefined): boolean {
  return refusal?.error === 'invalid_grant' && aboutProof.includes(refusal.error_detail ?? '');
}

/** RFC 6749 §5.2. */
function bodyOf({ error, error_description }: errors.OIDCProviderError): object {
  return { error, error_description };
}

/**
 * Removes what was issued and never left. A code is used up by then: its grant ends, and with it everything that was issued for the code. The app
 * begins again.
 */
async function withdraw({ oidc: { entities, provider } }: KoaContextWithOIDC): Promise<void> {
  await entities.ClientCredentials?.destroy();
  const { Grant: grant, AuthorizationCode: code } = entities;
  if (!grant || code?.grantId === undefined) return;
  await provider.AuthorizationCode.revokeByGrantId(code.grantId);
  // Its owner may use it again, and is no thief.
  await code.destroy();
  await grant.destroy();
}

type Named = HeldToken & { readonly clientId?: string | undefined };

/**
 * Only the client to which a token was issued may revoke or introspect it. Each answer has its entry first. A person
 * who signs out of an app has to sign in again.
 */
export function recordedPolicies(records: TokenRecords, database: Database) {
  return {
    revocation: {
      enabled: true,
      allowedPolicy: async (context: KoaContextWithOIDC, { clientId }: Client, token: Named): Promise<boolean> => {
        const isOwn = token.clientId === clientId;
        await stored(isOwn ? records.revoked(context, token) : records.refused(context, 'refuse-token', token));
        const account = isOwn && token.accountId !== undefined ? parseSubject(token.accountId) : undefined;
        if (account) await endSignIns(database, account.accountId);
        return isOwn;
      },
    },
    introspection: {
      enabled: true,
      allowedPolicy: async (context: KoaContextWithOIDC, { clientId }: Client, token: Named): Promise<boolean> => {
        if (token.clientId === clientId) return true;
        await stored(records.refused(context, 'refuse-introspection', token));
        return false;
      },
    },
  };
}

/** Each use of a refresh token replaces it. The entry comes before: an app can try again while the access log cannot be written. */
export function recordedRenewal(records: TokenRecords) {
  return async (context: KoaContextWithOIDC): Promise<boolean> => {
    await stored(records.renewed(context));
    return true;
  };
}

/** @throws OIDCProviderError temporarily_unavailable: the client may try again */
async function stored(entry: Promise<void>): Promise<void> {
  await entry.catch((cause: unknown) => {
    throw logUnavailable(cause);
  });
}

import { errors, type Client, type KoaContextWithOIDC, type Provider } from 'oidc-provider';
import type { AccountAct } from '../../accounts/journal/account-acts.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { endSignIns } from '../../accounts/ending/end-sign-ins.ts';
import { assertionProblem, type AssertionProblem } from '../clients/assertion-problem.ts';
import { assertionFormProblem } from '../clients/client-assertions.ts';
import { parseSubject } from './subject.ts';
import { logUnavailable, type HeldToken, type TokenRecords } from './token-records.ts';

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

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { scopeFor } from '../../authentication/tokens/claims.ts';
import { sql } from '../../../platform/sql/sql.ts';
import type { Capacity, SignInResult } from '../../accounts/accounts.ts';
import { isSureEnough, leastOf, passkeyAcr } from '../../accounts/passkeys/assurance.ts';
import { readSignInResponse } from '../../accounts/passkeys/read-passkey-response.ts';
import { consentPage, signInPage } from '../../pages/sign-in/sign-in-page.ts';
import { errorPage } from '../../pages/sign-in/error-page.ts';
import type { Page } from '../../pages/layout/layout.ts';
import { passkeyNeededPage, usePasskeyPage } from '../../pages/passkeys/passkey-pages.ts';
import type { StartedSession } from '../../sessions/sessions.ts';
import { accountOf, choicesOf, scriptOf } from '../addresses.ts';
import type { IdentityServer } from '../provider.ts';
import { openSignIn, sealSignIn, type SignInProof, wantedOf } from './sign-in-proof.ts';
import { formatSubject, parseSubject } from '../tokens/subject.ts';
import type { FastifyRequest } from 'fastify';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Result = Parameters<Provider['interactionResult']>[2];

/** A page, or the next address. */
export type Step =
  | {
      readonly kind: 'page';
      readonly status: number;
      readonly page: Page;
      readonly target?: string;
      readonly hasScript?: boolean;
      /** Seconds after which to try again (RFC 9110, Retry-After). */
      readonly retryAfter?: number | undefined;
      /** The identifier of the browser in which a person has just signed in. */
      readonly browser?: string;
    }
  | {
      readonly kind: 'go';
      readonly location: string;
      /** A session that has another id now, or has ended in this browser. */
      readonly session?: StartedSession | 'forget';
      readonly browser?: string;
    };

/** A request of the browser in a sign-in that has begun. */
export interface Interacting {
  readonly server: IdentityServer;
  /** The id in the path. */
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The network address of the client. */
  readonly address: string;
  /** See `Origin`. */
  readonly browser: string;
  readonly now: Date;
}

/** Shows the page of a sign-in that has begun. It needs the cookie of that sign-in. */
export async function showStep(asked: Interacting): Promise<Step> {
  const under = await find(asked);
  if (!under) return failed();
  return under.interaction.prompt.name === 'consent' ? askConsent(under, signedInBefore(under.interaction)) : begin(under);
}

/** Takes a form of a sign-in that has begun. @param form its fields */
export async function takeStep(asked: Interacting, form: URLSearchParams): Promise<Step> {
  const under = await find(asked);
  if (!under) return failed();
  const step = form.get('step');
  if (step === 'cancel') return finish(under, { error: 'access_denied', error_description: 'the sign-in was cancelled' });
  if (step === 'allow') return allow(under, form);
  if (step === 'sign-in') return signIn(under, form);
  if (step === 'passkey') return askPasskey(under, false);
  if (step === 'passkey-answer') return takePasskey(under, form);
  return step === 'begin' ? begin(under) : failed();
}

/** The state that the steps share. */
interface Under extends Interacting {
  readonly interaction: Interaction;
  /** The name of the app that asks. */
  readonly app: string;
  /** The address of the form. */
  readonly action: string;
  /** Where the app waits for the answer, as a source of a Content Security Policy. */
  readonly target: string;
}

/** @returns undefined if the browser has not begun this sign-in, or it is over */
async function find(asked: Interacting): Promise<Under | undefined> {
  const { server, id, request, response } = asked;
  const provider = server.provider();
  const interaction = await provider.interactionDetails(request, response).catch(() => undefined);
  if (interaction?.uid !== id) return undefined;
  const client = await provider.Client.find(String(interaction.params['client_id']));
  if (!client) return undefined;
  const { protocol, origin } = new URL(String(interaction.params['redirect_uri']));
  const target = origin === 'null' ? protocol : origin;
  return { ...asked, interaction, app: client.clientName ?? client.clientId, action: `${server.issuer}/interaction/${id}`, target };
}

/** Asks how to sign in: with a passkey where the app wants one, or as people like. */
async function begin(under: Under): Promise<Step> {
  const { server, app, action } = under;
  const least = leastOf(wanted(under));
  if (least === undefined || (least === passkeyAcr && !server.passkeys)) return unmet(under);
  if (least === passkeyAcr) return page(under, passkeyNeededPage(app, action, accountOf(server)));
  return page(under, signInPage(app, action, choicesOf(server)));
}

async function signIn(under: Under, form: URLSearchParams): Promise<Step> {
  const { server, address, browser, app, action } = under;
  const result = await server.accounts.signIn(form.get('email') ?? '', form.get('password') ?? '', { address, browser });
  if (result.kind === 'signed-in') return { ...(await goOn(under, result)), browser };
  const text = signInPage(app, action, choicesOf(server), result);
  return result.kind === 'throttled' ? { ...page(under, text, 429), retryAfter: result.seconds } : page(under, text, 400);
}

/** Asks the browser for a passkey. @param wasRefused whether one was not accepted */
async function askPasskey(under: Under, wasRefused: boolean): Promise<Step> {
  const { server, address, app, action } = under;
  const asked = await server.passkeys?.signInOptions({ address });
  if (!asked) return begin(under);
  if (asked.kind === 'throttled')
    return { ...page(under, signInPage(app, action, choicesOf(server), asked), 429), retryAfter: asked.seconds };
  const text = usePasskeyPage(action, scriptOf(server), { options: asked.options, wasRefused });
  return { kind: 'page', status: wasRefused ? 400 : 200, page: text, target: under.target, hasScript: true };
}

async function takePasskey(under: Under, form: URLSearchParams): Promise<Step> {
  const response = readSignInResponse(form.get('response') ?? '');
  const result = response && (await under.server.passkeys?.verify(response));
  return result?.kind === 'signed-in' ? goOn(under, result) : askPasskey(under, true);
}

/** Goes on with a person who signed in, unless a passkey would open more. */
async function goOn(under: Under, proof: Extract<SignInResult, { kind: 'signed-in' }>): Promise<Step> {
  const { server, app, action } = under;
  const isEnough = isSureEnough(proof.acr, wanted(under));
  if (isEnough && (await suitable(under, proof)).length > 0) return askConsent(under, proof);
  const couldBeMore = proof.acr !== passkeyAcr && server.passkeys !== undefined;
  if (couldBeMore && (await suitable(under, { ...proof, acr: passkeyAcr })).length > 0)
    return page(under, passkeyNeededPage(app, action, accountOf(server)));
  return isEnough ? askConsent(under, proof) : unmet(under);
}

/** Tells the app that no one can sign in as surely as it wants (RFC 9470 §5). */
function unmet(under: Under): Promise<Step> {
  return finish(under, { error: 'unmet_authentication_requirements', error_description: 'no such sign-in is possible' });
}

function wanted({ interaction }: Under): string | undefined {
  return wantedOf(interaction.params['acr_values']);
}

/** The account that signed in earlier in this browser. */
function signedInBefore({ session }: Interaction): SignInProof | undefined {
  const subject = session?.accountId === undefined ? undefined : parseSubject(session.accountId);
  const acr = session?.acr;
  return subject && acr !== undefined
    ? { accountId: subject.accountId, epoch: subject.epoch, acr: acr as SignInProof['acr'], amr: session?.amr ?? [] }
    : undefined;
}

async function askConsent(under: Under, proof: SignInProof | undefined): Promise<Step> {
  if (!proof) return failed();
  const { server, id, app, action, now } = under;
  const capacities = await suitable(under, proof);
  if (capacities.length === 0) return finish(under, { error: 'access_denied', error_description: 'no capacity for these scopes' });
  const roles = capacities.map(({ role }) => role);
  return page(under, consentPage(app, action, roles, sealSignIn(server.secret, id, proof, now)));
}

/** The capacities of an account that have one of the requested purposes. The account that signed in before continues in the same session. */
async function suitable({ server, interaction }: Under, { accountId, epoch, acr }: SignInProof): Promise<readonly Capacity[]> {
  const before = interaction.prompt.name === 'consent' ? parseSubject(interaction.session?.accountId ?? '') : undefined;
  const capacities = await server.accounts.capacities(accountId, acr, epoch);
  return capacities.filter((one) => (before === undefined || before.role === one.role) && scopesOf(interaction, one).length > 0);
}

/** The requested scopes that a capacity may have. */
function scopesOf({ params }: Interaction, { purposes }: Capacity): readonly string[] {
  const held = new Set(scopeFor(purposes).split(' '));
  return requestedIn(params).filter((scope) => held.has(scope));
}

function requestedIn({ scope }: Interaction['params']): readonly string[] {
  return typeof scope === 'string' ? scope.split(' ') : [];
}

async function allow(under: Under, form: URLSearchParams): Promise<Step> {
  const { server, id, interaction, now } = under;
  const proof = openSignIn(server.secret, id, form.get('proof') ?? '', now);
  const capacity = proof && (await suitable(under, proof)).find(({ role }) => role === form.get('role'));
  if (!capacity) return failed();
  const { role } = capacity;
  const provider = server.provider();
  const accountId = formatSubject({ accountId: proof.accountId, role, epoch: proof.epoch });
  const grant = new provider.Grant({ accountId, clientId: String(interaction.params['client_id']) });
  const requested = requestedIn(interaction.params);
  const scopes = scopesOf(interaction, capacity);
  grant.addOIDCScope(requested.filter((scope) => scope === 'openid' || scope === 'offline_access').join(' '));
  grant.addResourceScope(server.audience, scopes.join(' '));
  const refused = requested.filter((scope) => scope.startsWith('purpose:') && !scopes.includes(scope));
  if (refused.length > 0) grant.rejectResourceScope(server.audience, refused.join(' '));
  const ts = Math.floor((proof.at ?? now).getTime() / 1_000);
  const login = { accountId, acr: proof.acr, amr: [...proof.amr], remember: false, ts };
  if (interaction.session?.accountId !== accountId) await forgetSession(under);
  return finish(under, { ...(interaction.prompt.name !== 'consent' && { login }), consent: { grantId: await grant.save() } });
}

/** Ends the session of the person who signed in in this browser before, so a person never continues in another's session. */
async function forgetSession({ server, interaction }: Under): Promise<void> {
  const before = interaction.session?.uid;
  if (before === undefined) return;
  delete interaction.session;
  await interaction.persist();
  await sql`delete from identity.artifact where model = 'Session' and uid = ${before}`.execute(server.database);
}

async function finish({ server, request, response }: Under, result: Result): Promise<Step> {
  return { kind: 'go', location: await server.provider().interactionResult(request, response, result, { mergeWithLastSubmission: false }) };
}

function page({ target }: Under, text: Page, status = 200): Extract<Step, { kind: 'page' }> {
  return { kind: 'page', status, page: text, target };
}

/** The page for a request that cannot continue. */
export function failed(status = 400): Step {
  return { kind: 'page', status, page: errorPage() };
}

/**
 * Whether a form comes from elsewhere than a page of the own origin. Browsers name the origin of every form that they send (RFC 6454); a
 * form on another site could sign someone in as another.
 */
export function isForeignForm({ headers }: Pick<FastifyRequest, 'headers'>, origin: string): boolean {
  const site = headers['sec-fetch-site'];
  return headers.origin !== origin || (site !== undefined && site !== 'same-origin');
}

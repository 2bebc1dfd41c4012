import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { scopeFor } from '../../authentication/claims.ts';
import { Role } from '../../generated/schema.ts';
import type { Capacity } from '../accounts/accounts.ts';
import { consentPage } from '../pages/consent-page.ts';
import { errorPage } from '../pages/error-page.ts';
import { signInPage } from '../pages/sign-in-page.ts';
import type { IdentityServer } from './open-identity.ts';
import { openSignIn, sealSignIn, type SignInProof } from './sign-in-proof.ts';
import { formatSubject, parseSubject } from './subject.ts';

type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;
type Result = Parameters<Provider['interactionResult']>[2];

/** A page, or the address to go on at. */
export type Step =
  | { readonly kind: 'page'; readonly status: number; readonly page: string; readonly target?: string }
  | { readonly kind: 'go'; readonly location: string };

/** A request of the browser in a sign-in that has begun. */
export interface Interacting {
  readonly server: IdentityServer;
  /** The id in the path. */
  readonly id: string;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  /** The network address of the client. */
  readonly address: string;
  readonly now: Date;
}

/** Shows the page of a sign-in that has begun. It needs the cookie of that sign-in. */
export async function showStep(asked: Interacting): Promise<Step> {
  const under = await find(asked);
  if (!under) return failed();
  if (under.interaction.prompt.name !== 'consent') return page(under, await signInPage(under.app, under.action, accountOf(under)));
  return askConsent(under, signedInBefore(under.interaction));
}

/** Takes a form of a sign-in that has begun. @param form its fields */
export async function takeStep(asked: Interacting, form: URLSearchParams): Promise<Step> {
  const under = await find(asked);
  if (!under) return failed();
  const step = form.get('step');
  if (step === 'cancel') return finish(under, { error: 'access_denied', error_description: 'the sign-in was cancelled' });
  if (step === 'allow') return allow(under, form);
  return step === 'sign-in' ? signIn(under, form) : failed();
}

/** What the steps share. */
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

async function signIn(under: Under, form: URLSearchParams): Promise<Step> {
  const { server, address, app, action } = under;
  const result = await server.accounts.signIn(form.get('email') ?? '', form.get('password') ?? '', { address });
  if (result.kind === 'signed-in') return askConsent(under, result);
  return page(under, await signInPage(app, action, accountOf(under), result), result.kind === 'throttled' ? 429 : 400);
}

/** Where accounts are looked after, if somebody can register. */
function accountOf({ server }: Under): string | undefined {
  return server.linksAreMailed ? `${server.issuer}/account` : undefined;
}

/** Who signed in earlier in this browser. */
function signedInBefore({ session }: Interaction): SignInProof | undefined {
  const subject = session?.accountId === undefined ? undefined : parseSubject(session.accountId);
  const acr = session?.acr;
  return subject && acr !== undefined
    ? { accountId: subject.accountId, acr: acr as SignInProof['acr'], amr: session?.amr ?? [] }
    : undefined;
}

async function askConsent(under: Under, proof: SignInProof | undefined): Promise<Step> {
  if (!proof) return failed();
  const { server, id, app, action, now } = under;
  const capacities = await suitable(under, proof);
  if (capacities.length === 0) return finish(under, { error: 'access_denied', error_description: 'no capacity for these scopes' });
  const roles = capacities.map(({ role }) => role);
  return page(under, await consentPage(app, action, roles, sealSignIn(server.secret, id, proof, now)));
}

/** The capacities of an account that have one of the requested purposes. Who signed in before goes on in the same one. */
async function suitable({ server, interaction }: Under, { accountId, acr }: SignInProof): Promise<readonly Capacity[]> {
  const before = interaction.prompt.name === 'consent' ? parseSubject(interaction.session?.accountId ?? '') : undefined;
  const capacities = await server.accounts.capacities(accountId, acr);
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
  const role = Object.values(Role).find((name) => name === form.get('role'));
  if (!proof || !role) return failed();
  const capacity = (await suitable(under, proof)).find((one) => one.role === role);
  if (!capacity) return failed();
  const provider = server.provider();
  const accountId = formatSubject({ accountId: proof.accountId, role });
  const grant = new provider.Grant({ accountId, clientId: String(interaction.params['client_id']) });
  const requested = requestedIn(interaction.params);
  const scopes = scopesOf(interaction, capacity);
  grant.addOIDCScope(requested.filter((scope) => scope === 'openid' || scope === 'offline_access').join(' '));
  grant.addResourceScope(server.audience, scopes.join(' '));
  const refused = requested.filter((scope) => scope.startsWith('purpose:') && !scopes.includes(scope));
  if (refused.length > 0) grant.rejectResourceScope(server.audience, refused.join(' '));
  const login = { accountId, acr: proof.acr, amr: [...proof.amr], remember: false };
  return finish(under, { ...(interaction.prompt.name !== 'consent' && { login }), consent: { grantId: await grant.save() } });
}

async function finish({ server, request, response }: Under, result: Result): Promise<Step> {
  return { kind: 'go', location: await server.provider().interactionResult(request, response, result, { mergeWithLastSubmission: false }) };
}

function page({ target }: Under, text: string, status = 200): Step {
  return { kind: 'page', status, page: text, target };
}

async function failed(): Promise<Step> {
  return { kind: 'page', status: 400, page: await errorPage() };
}

import { sessionDigest } from '../../authentication/browsers/session-cookie.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Role } from '../../../engine/register.ts';
import type { SignedIn } from '../../accounts/accounts.ts';
import { passkeyAcr, type Acr } from '../../accounts/passkeys/assurance.ts';
import { readSignInResponse } from '../../accounts/passkeys/read-passkey-response.ts';
import { accountPage } from '../../pages/account/account-page.ts';
import { capacityPage } from '../../pages/sign-in/capacity-page.ts';
import { hidden } from '../../pages/layout/layout.ts';
import { usePasskeyPage } from '../../pages/passkeys/passkey-pages.ts';
import { sessionsPage } from '../../pages/account/sessions-page.ts';
import { signInToAccountPage, type Refusal } from '../../pages/sign-in/sign-in-page.ts';
import { mayKeep } from '../../sessions/session-limits.ts';
import { choicesOf, scriptOf } from '../addresses.ts';
import type { Step } from './interact.ts';
import { goOn, goTo, page, pathAfter, refusedPage, type OwnAsked, type OwnStep, type SignedInAsked } from './own-account.ts';

/** The pages about a browser's session. */
export const sessionSteps: readonly OwnStep[] = [
  { path: '', show: showAccount, take: takeAccount },
  { path: 'capacity', show: (asked) => showCapacity(asked), take: takeCapacity },
  { path: 'sessions', show: showSessions, take: takeSessions },
];

/** Asks who signs in. */
export async function showSignIn(asked: OwnAsked): Promise<Step> {
  return askSignIn(asked, false);
}

/** Takes the form of a sign-in: by password, or by passkey in two steps. */
export async function takeSignIn(asked: OwnAsked, form: URLSearchParams): Promise<Step> {
  const { server, from } = asked;
  const keep = form.get('keep') === 'yes';
  const step = form.get('step');
  if (step === 'passkey') return askPasskey(asked, keep, false);
  if (step === 'begin') return askSignIn(asked, keep);
  if (step === 'passkey-answer') {
    const response = readSignInResponse(form.get('response') ?? '');
    const result = response && (await server.passkeys?.verify(response));
    return result?.kind === 'signed-in' ? startSession(asked, result, keep) : askPasskey(asked, keep, true);
  }
  const result = await server.accounts.signIn(form.get('email') ?? '', form.get('password') ?? '', from);
  return result.kind === 'signed-in' ? startSession(asked, result, keep) : askSignIn(asked, keep, result);
}

function askSignIn({ server, action, query }: OwnAsked, keep: boolean, refusal?: Refusal): Step {
  return refusedPage(signInToAccountPage(action, choicesOf(server), { keep, done: query.get('done'), refusal }), refusal);
}

async function askPasskey(asked: OwnAsked, keep: boolean, wasRefused: boolean): Promise<Step> {
  const { server, action, from } = asked;
  const made = await server.passkeys?.signInOptions(from);
  if (made?.kind !== 'options') return askSignIn(asked, keep, made);
  const fields = hidden({ keep: keep ? 'yes' : '' });
  return page(usePasskeyPage(action, scriptOf(server), { options: made.options, wasRefused, fields }), wasRefused ? 400 : 200, true);
}

async function startSession(asked: OwnAsked, signedIn: SignedIn, keep: boolean): Promise<Step> {
  const browser = { before: asked.digest, device: asked.device, secret: asked.secret };
  const started = await asked.server.sessions.start(signedIn, keep, browser).catch((error: unknown) => {
    if (error instanceof PrivacyError && error.code === 'SIGN_IN_REFUSED') return undefined;
    throw error;
  });
  if (!started) return askSignIn(asked, keep, { kind: 'refused' });
  if (started.view.role !== null) return goOn(asked, started);
  const next = pathAfter(asked);
  const query = new URLSearchParams({ ...(next !== undefined && { next }), ...(keep && { keep: 'yes' }) });
  return goTo(asked.server, `/capacity?${query.toString()}`, started);
}

async function showAccount({ server, account, session, token }: SignedInAsked): Promise<Step> {
  const { email, isEmployee } = (await server.accounts.emailOf(session.accountId)) ?? { email: '', isEmployee: false };
  const hasPasskeys = server.passkeys !== undefined;
  return page(accountPage(account, token, { email, role: session.role, hasPasskeys, isEmployee, hasMails: server.linksAreMailed }));
}

/** Signs out. */
async function takeAccount({ server, digest }: SignedInAsked): Promise<Step> {
  await server.sessions.end(digest);
  return goTo(server, '/sign-in?done=signed-out', 'forget');
}

async function showCapacity({ server, account, action, session, token, query }: SignedInAsked, wasRefused = false): Promise<Step> {
  const { accountId, acr, role, keptSince } = session;
  const rolesOf = async (sure: Acr): Promise<readonly Role[]> => (await server.accounts.capacities(accountId, sure)).map((one) => one.role);
  const roles = await rolesOf(acr as Acr);
  const closed = (await rolesOf(passkeyAcr)).filter((one) => !roles.includes(one));
  const keep = keptSince !== null || query.get('keep') === 'yes';
  const shown = { roles, closed, current: role, canKeep: roles.some(mayKeep), keep, wasRefused };
  return page(capacityPage(account, action, token, shown), wasRefused ? 400 : 200);
}

async function takeCapacity(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, digest, session } = asked;
  const capacities = await server.accounts.capacities(session.accountId, session.acr as Acr);
  const role = capacities.find((one) => one.role === form.get('role'))?.role;
  if (!role) return showCapacity(asked, true);
  const changed = await server.sessions.changeCapacity(digest, role);
  const keep = form.get('keep') === 'yes' && mayKeep(role);
  const isKept = changed.view.keptSince !== null;
  return goOn(asked, keep === isKept ? changed : await server.sessions.keep(sessionDigest(changed.secret), keep));
}

async function showSessions({ server, account, action, digest, token, query }: SignedInAsked): Promise<Step> {
  return page(sessionsPage(account, action, token, await server.sessions.list(digest), query.get('done'), server.sessions.timeZone));
}

async function takeSessions({ server, digest }: SignedInAsked, form: URLSearchParams): Promise<Step> {
  if (form.get('step') === 'everywhere') {
    await server.sessions.endAll(digest);
    return goTo(server, '/sign-in?done=everywhere', 'forget');
  }
  if (form.get('step') === 'stop-keeping') return goTo(server, '/sessions?done=not-kept', await server.sessions.keep(digest, false));
  const id = form.get('id') ?? '';
  const isListed = (await server.sessions.list(digest)).some((one) => one.id === id);
  // One that ended in the meantime is what was wanted.
  if (isListed) await server.sessions.endOne(digest, id);
  return goTo(server, '/sessions?done=ended');
}

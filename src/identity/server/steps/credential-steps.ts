import { sessionDigest } from '../../authentication/browsers/session-cookie.ts';
import type { SignInResult } from '../../accounts/accounts.ts';
import { passkeyAcr, passwordAcr, type Acr } from '../../accounts/passkeys/assurance.ts';
import { readRegistrationResponse, readSignInResponse } from '../../accounts/passkeys/read-passkey-response.ts';
import { confirmPage, recoverPage } from '../../pages/account/confirm-pages.ts';
import { hidden } from '../../pages/layout/layout.ts';
import {
  changePasswordPage,
  newPasskeyPage,
  passkeysPage,
  recoveryCodesPage,
  type PasskeyProblem,
} from '../../pages/account/credential-pages.ts';
import { usePasskeyPage, type PasskeyQuestion } from '../../pages/passkeys/passkey-pages.ts';
import type { StartedSession } from '../../sessions/sessions.ts';
import { scriptOf } from '../addresses.ts';
import { mailFirstPasskeyLink } from './mailbox-steps.ts';
import type { Step } from './interact.ts';
import {
  askToConfirm,
  goOn,
  goTo,
  hasNoPasskey,
  isFresh,
  isRecent,
  page,
  refusedPage,
  type OwnStep,
  type SignedInAsked,
} from './own-account.ts';

/** The pages on which people change what they sign in with. Each change needs a fresh proof of who they are. */
export const credentialSteps: readonly OwnStep[] = [
  { path: 'confirm', show: (asked) => showConfirm(asked), take: takeConfirm },
  { path: 'recover', show: (asked) => showRecover(asked), take: takeRecover },
  { path: 'passkeys', show: (asked) => showPasskeys(asked), take: takePasskeys },
  { path: 'recovery-codes', show: showCodes, take: makeCodes },
  { path: 'change-password', show: showPassword, take: takePassword },
];

async function showConfirm(asked: SignedInAsked, refusal?: Exclude<SignInResult, { kind: 'signed-in' }>): Promise<Step> {
  const { server, account, action, token, session } = asked;
  return refusedPage(confirmPage(account, action, token, !(await hasNoPasskey(server, session)), refusal), refusal);
}

/** A password confirms only while there is no passkey: it must not pass for one. */
async function takeConfirm(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, digest, session, from } = asked;
  if (await hasNoPasskey(server, session)) {
    const result = await server.accounts.confirm(session.accountId, form.get('password') ?? '', from);
    if (result.kind !== 'signed-in') return showConfirm(asked, result);
    if (session.acr !== passwordAcr) return goTo(server, '/sign-in', 'forget');
    return goOn(asked, await server.sessions.prove(digest, result));
  }
  if (form.get('step') === 'begin') return showConfirm(asked);
  if (form.get('step') === 'passkey') return askPasskey(asked, false);
  const response = readSignInResponse(form.get('response') ?? '');
  const result = response && (await server.passkeys?.verify(response, session.accountId));
  if (result?.kind !== 'signed-in') return askPasskey(asked, true);
  return goOn(asked, await server.sessions.prove(digest, result));
}

async function askPasskey(asked: SignedInAsked, wasRefused: boolean): Promise<Step> {
  const { server, action, session, token } = asked;
  const made = await server.passkeys?.stepUpOptions(session.accountId);
  if (made?.kind !== 'options') return showConfirm(asked, made);
  const question: PasskeyQuestion = { options: made.options, wasRefused, fields: hidden({ token }) };
  return page(usePasskeyPage(action, scriptOf(server), question), wasRefused ? 400 : 200, true);
}

async function showRecover(asked: SignedInAsked, refusal?: Exclude<SignInResult, { kind: 'signed-in' }>): Promise<Step> {
  const { account, action, token } = asked;
  return refusedPage(recoverPage(account, action, token, refusal), refusal);
}

/** A recovery code is the second step after a password, which was given a moment ago. */
async function takeRecover(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, session, digest, from, now } = asked;
  if (session.acr !== passwordAcr || !isRecent(session, now)) return goTo(server, '/sign-in?next=%2Foidc%2Faccount%2Frecover', 'forget');
  const result = await server.passkeys?.useRecoveryCode(session.accountId, form.get('code') ?? '', from);
  if (result?.kind !== 'signed-in') return showRecover(asked, result ?? { kind: 'refused' });
  return goTo(server, '/passkeys?done=recovered', await server.sessions.prove(digest, result));
}

async function showPasskeys({ server, account, action, token, session, query }: SignedInAsked, problem?: PasskeyProblem): Promise<Step> {
  const passkeys = (await server.passkeys?.list(session.accountId)) ?? [];
  const isUsed = session.acr === passkeyAcr || passkeys.length === 0;
  const done = problem ? null : query.get('done');
  return refusedPage(
    passkeysPage(account, action, token, { passkeys, isUsed, done, problem, timeZone: server.sessions.timeZone }),
    problem,
  );
}

async function takePasskeys(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, action, session, token, language, now } = asked;
  const { passkeys } = server;
  // A person who lost every passkey has used a recovery code, and adds a new one.
  const mayAdd = (await isFresh(asked)) || (session.acr !== passwordAcr && isRecent(session, now));
  const step = form.get('step');
  if (step === 'remove') return (await isFresh(asked)) ? removePasskey(asked, form.get('id') ?? '') : askToConfirm(asked);
  if (!mayAdd || !passkeys) return askToConfirm(asked);
  if (step === 'add') {
    if (await passkeys.needsMailbox(session)) return askForMailbox(asked);
    const made = await passkeys.registrationOptions(session);
    if (made.kind === 'throttled') return showPasskeys(asked, made);
    if (!made.options) return showPasskeys(asked, { kind: 'not-added' });
    return page(newPasskeyPage(action, scriptOf(server), token, made.options), 200, true);
  }
  const response = readRegistrationResponse(form.get('response') ?? '');
  const isAdded = response && (await passkeys.add(session, response, form.get('name') ?? '', language));
  return isAdded ? goTo(server, '/passkeys?done=added') : showPasskeys(asked, { kind: 'not-added' });
}

async function askForMailbox(asked: SignedInAsked): Promise<Step> {
  if (!asked.server.linksAreMailed) return showPasskeys(asked, { kind: 'no-mails' });
  const mailed = await mailFirstPasskeyLink(asked);
  return typeof mailed === 'number' ? showPasskeys(asked, { kind: 'throttled', seconds: mailed }) : mailed;
}

/**
 * The last passkey stays while a role needs one. Every session and grant ends with a passkey, since it may have made them. If another
 * passkey remains, the requesting session restarts; without one it does not: none may be surer than the account.
 */
async function removePasskey(asked: SignedInAsked, id: string): Promise<Step> {
  const { server, session, language } = asked;
  const removal = await server.passkeys?.remove(session.accountId, id, language);
  if (!removal) return goTo(server, '/passkeys');
  if (removal.kind === 'needed') return showPasskeys(asked, { kind: 'last' });
  if (removal.wasLast) return goTo(server, '/sign-in?done=passkeys-removed', 'forget');
  return goTo(server, '/passkeys?done=removed', await restartSession(asked, removal.epoch));
}

/** Starts the session that ended, in the same capacity. @param epoch of the account since the passkey was removed */
async function restartSession({ server: { sessions }, session, device, secret }: SignedInAsked, epoch: number): Promise<StartedSession> {
  const { accountId, acr, amr, role, keptSince } = session;
  const started = await sessions.start({ kind: 'signed-in', accountId, epoch, acr: acr as Acr, amr }, keptSince !== null, {
    device,
    secret,
  });
  if (role === null || started.view.role === role) return started;
  return sessions.changeCapacity(sessionDigest(started.secret), role);
}

async function showCodes({ server, account, action, token, session }: SignedInAsked): Promise<Step> {
  return page(recoveryCodesPage(account, action, token, { canMake: !(await hasNoPasskey(server, session)) }));
}

/** The codes are shown by the answer to the form: no address leads to them again. */
async function makeCodes(asked: SignedInAsked): Promise<Step> {
  const { server, account, action, token, session, language } = asked;
  if (!(await isFresh(asked))) return askToConfirm(asked);
  const codes = await server.passkeys?.makeRecoveryCodes(session, language);
  return page(recoveryCodesPage(account, action, token, { canMake: codes !== undefined, codes }));
}

/** Without a passkey, the old password in the form is the proof. */
async function showPassword(asked: SignedInAsked): Promise<Step> {
  if (!(await mayChangePassword(asked))) return askToConfirm(asked);
  const { account, action, token } = asked;
  return page(changePasswordPage(account, action, token));
}

async function takePassword(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  if (!(await mayChangePassword(asked))) return askToConfirm(asked);
  const { server, account, action, token, session, from, language } = asked;
  const change = { old: form.get('password') ?? '', new: form.get('new-password') ?? '' };
  const result = await server.accounts.changePassword(session.accountId, change, language, from);
  if (result.kind === 'set') return goTo(server, '/sign-in?done=password-changed', 'forget');
  return refusedPage(changePasswordPage(account, action, token, result), result);
}

async function mayChangePassword(asked: SignedInAsked): Promise<boolean> {
  return (await hasNoPasskey(asked.server, asked.session)) || isFresh(asked);
}

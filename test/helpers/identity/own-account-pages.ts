import { usualTimeZone } from '../../../src/platform/time/calendar.ts';
import { accountPage } from '../../../src/identity/pages/account/account-page.ts';
import { capacityPage } from '../../../src/identity/pages/sign-in/capacity-page.ts';
import {
  changeEmailAskedPage,
  changeEmailPage,
  invitedEmailPage,
  proveEmailPage,
} from '../../../src/identity/pages/account/change-email-page.ts';
import { confirmPage, recoverPage } from '../../../src/identity/pages/account/confirm-pages.ts';
import {
  changePasswordPage,
  newPasskeyPage,
  passkeysPage,
  recoveryCodesPage,
} from '../../../src/identity/pages/account/credential-pages.ts';
import { mailboxAskedPage, mailboxLinkInvalidPage, openMailboxLinkPage } from '../../../src/identity/pages/account/mailbox-pages.ts';
import type { Page } from '../../../src/identity/pages/layout/layout.ts';
import { sessionsPage } from '../../../src/identity/pages/account/sessions-page.ts';
import { signInToAccountPage } from '../../../src/identity/pages/sign-in/sign-in-page.ts';

const account = 'https://town.example/oidc/account';
const [action, token] = [account, 'token'];
const refused = { kind: 'refused' } as const;
const choices = { account, canRegister: true, hasPasskeys: true };
const at = '2026-11-27T12:00:00Z';
const session = {
  id: 'id',
  role: null,
  browser: null,
  system: null,
  madeAt: at,
  lastUsedAt: at,
  expiresAt: at,
  keptSince: null,
  isCurrent: false,
};
const passkey = { id: 'id', name: 'Phone', createdAt: new Date(at), lastUsedAt: null };
const capacities = { roles: [], closed: [], current: null, canKeep: true, keep: false, wasRefused: false };

/** The pages of the own account, with each of their sentences on at least one. */
export const ownAccountPages: readonly Page[] = [
  ...['signed-out', 'everywhere', 'password-changed', 'passkeys-removed', 'open-again'].map((done) =>
    signInToAccountPage(action, choices, { keep: false, done, refusal: undefined }),
  ),
  accountPage(account, token, { email: 'dog.owner@example.org', role: 'RESIDENT', hasPasskeys: true, isEmployee: true, hasMails: true }),
  accountPage(account, token, { email: 'dog.owner@example.org', role: null, hasPasskeys: true, isEmployee: false, hasMails: true }),
  capacityPage(account, action, token, capacities),
  capacityPage(account, action, token, { ...capacities, roles: ['RESIDENT'], closed: ['PRIVACY_OFFICER'], wasRefused: true }),
  ...['ended', 'not-kept'].map((done) =>
    sessionsPage(
      account,
      action,
      token,
      [session, { ...session, role: 'RESIDENT', browser: 'Firefox', system: 'Windows', isCurrent: true, keptSince: at }],
      done,
      usualTimeZone,
    ),
  ),
  confirmPage(account, action, token, true),
  confirmPage(account, action, token, false, refused),
  recoverPage(account, action, token, refused),
  ...['added', 'removed', 'recovered', 'mailbox-proven'].map((done) =>
    passkeysPage(account, action, token, { passkeys: [], isUsed: true, done, problem: undefined, timeZone: usualTimeZone }),
  ),
  ...(['last', 'not-added', 'no-mails'] as const).map((kind) =>
    passkeysPage(account, action, token, {
      passkeys: [passkey, { ...passkey, name: '', lastUsedAt: new Date(at) }],
      isUsed: false,
      done: null,
      problem: { kind },
      timeZone: usualTimeZone,
    }),
  ),
  ...(['PASSKEY', 'OLD_EMAIL'] as const).flatMap((use) => [
    mailboxAskedPage(use, account),
    openMailboxLinkPage(use, account, action),
    mailboxLinkInvalidPage(use, account, '/passkeys'),
  ]),
  newPasskeyPage(action, '/oidc/passkey.js', token, {}),
  recoveryCodesPage(account, action, token, { canMake: true }),
  recoveryCodesPage(account, action, token, { canMake: false }),
  recoveryCodesPage(account, action, token, { canMake: true, codes: ['0000'] }),
  changePasswordPage(account, action, token, { kind: 'wrong-password' }),
  proveEmailPage(account, action, token, { email: 'dog.owner@example.org', refusal: refused }),
  changeEmailPage(account, action, token, { email: 'dog.owner@example.org', done: 'code-accepted' }),
  changeEmailPage(account, action, token, { email: 'dog.owner@example.org', done: 'mailbox-proven', refusal: { kind: 'invalid' } }),
  changeEmailAskedPage(account),
  invitedEmailPage(account, 'dog.owner@example.org'),
];

import type { Language } from '../../../platform/language/languages.ts';
import type { Origin } from '../../accounts/accounts.ts';
import type { DeclaredRecord } from '../../accounts/joining/own-record.ts';
import {
  askForLinkPage,
  codePage,
  codeTakenPage,
  contestedPage,
  contestPage,
  linkAskedPage,
  linkInvalidPage,
  ownRecordConnectedPage,
  ownRecordPage,
  passwordSetPage,
  type CodePurpose,
  type CodeRefusal,
  type LinkPurpose,
} from '../../pages/account/account-pages.ts';
import { choosePasswordPage } from '../../pages/account/choose-password-page.ts';
import { confirmContactPage, confirmEmailPage, contactProvenPage, emailChangedPage } from '../../pages/account/new-address-pages.ts';
import type { Page } from '../../pages/layout/layout.ts';
import { linkPaths } from '../addresses.ts';
import type { Step } from './interact.ts';
import type { IdentityServer } from '../provider.ts';

/** A request for a page on which someone looks after an account. */
export interface AccountAsked {
  readonly server: IdentityServer;
  /** Below which the pages are. */
  readonly account: string;
  /** The address of the form. */
  readonly action: string;
  /** The token in the path of a link. */
  readonly token: string;
  readonly from: Origin;
  /** The language of the page, and so of the mails that are asked for on it. */
  readonly language: Language;
}

/** A page with one form. */
export interface AccountStep {
  /** The path below `/oidc/account`. */
  readonly path: string;
  /** Whether it is of no use where no links are mailed. */
  readonly needsMail: boolean;
  show(asked: AccountAsked): Promise<Step>;
  /** @throws PrivacyError LOG_UNAVAILABLE: then nothing is changed */
  take(asked: AccountAsked, form: URLSearchParams): Promise<Step>;
}

/** The pages for accounts. They have no session: each form proves who sends it, by a link or by a password. */
export const accountSteps: readonly AccountStep[] = [
  askForLink('register', 'REGISTER'),
  askForLink('forgotten', 'RESET'),
  { path: `${linkPaths.PASSWORD}/:token`, needsMail: true, show: showLink, take: takePassword },
  { path: `${linkPaths.EMAIL}/:token`, needsMail: true, show: showNewEmail, take: takeNewEmail },
  { path: `${linkPaths.CONTEST}/:token`, needsMail: true, show: showContest, take: takeContest },
  { path: `${linkPaths.CONTACT}/:token`, needsMail: true, show: showContact, take: takeContact },
  takeCode('claim', 'CLAIM'),
  takeCode('invitation', 'INVITATION'),
  { path: 'own-record', needsMail: false, show: async ({ action }) => page(ownRecordPage(action)), take: takeOwnRecord },
];

function askForLink(path: string, purpose: LinkPurpose): AccountStep {
  return {
    path,
    needsMail: true,
    show: async ({ action }) => page(askForLinkPage(purpose, action)),
    async take({ server, action, from, language }, form) {
      const asked = await server.accounts.askForMail(purpose, form.get('email') ?? '', language, from);
      if (asked.kind === 'throttled') return page(askForLinkPage(purpose, action, asked.seconds), 429, asked.seconds);
      return page(linkAskedPage());
    },
  };
}

/** Programs that check mails open links too: showing one changes nothing. */
async function showLink({ server, account, action, token }: AccountAsked): Promise<Step> {
  const link = await server.accounts.readLink('PASSWORD', token);
  if (!link) return page(linkInvalidPage(account), 400);
  return page(choosePasswordPage(link.email, action, await server.accounts.resetChoice(link.accountId)));
}

async function takePassword({ server, account, action, token, from, language }: AccountAsked, form: URLSearchParams): Promise<Step> {
  const link = await server.accounts.readLink('PASSWORD', token);
  const passkeys = (['KEEP', 'REMOVE'] as const).find((choice) => choice === form.get('passkeys'));
  const set = link && (await server.accounts.setPassword(token, form.get('password') ?? '', language, from, passkeys));
  if (!set || set.kind === 'link-invalid') return page(linkInvalidPage(account), 400);
  if (set.kind === 'set') return page(passwordSetPage(account));
  const text = choosePasswordPage(link.email, action, await server.accounts.resetChoice(link.accountId), set);
  return set.kind === 'throttled' ? page(text, 429, set.seconds) : page(text, 400);
}

async function showNewEmail({ server, action, token }: AccountAsked): Promise<Step> {
  const link = await server.accounts.readLink('EMAIL', token);
  return link ? page(confirmEmailPage(link.email, action)) : page(emailChangedPage(false), 400);
}

/** The new mailbox alone is not enough: its owner may not be the one who asked. */
async function takeNewEmail({ server, action, token, language, from }: AccountAsked, form: URLSearchParams): Promise<Step> {
  const link = await server.accounts.readLink('EMAIL', token);
  const change = link && (await server.accounts.changeEmail(token, form.get('password') ?? '', language, from));
  if (!change || change.kind === 'link-invalid') return page(emailChangedPage(false), 400);
  if (change.kind === 'changed') return page(emailChangedPage(true));
  const text = confirmEmailPage(link.email, action, change);
  return change.kind === 'throttled' ? page(text, 429, change.seconds) : page(text, 400);
}

async function showContest({ server, action, token }: AccountAsked): Promise<Step> {
  const link = await server.accounts.readLink('CONTEST', token);
  return link ? page(contestPage(action)) : page(contestedPage(false), 400);
}

/** The link of the mail is the proof: who contests has no account, or cannot get into it. */
async function takeContest({ server, token, language }: AccountAsked): Promise<Step> {
  const isDone = await server.accounts.contestClaim(token, language);
  return page(contestedPage(isDone), isDone ? 200 : 400);
}

async function showContact({ server, action, token }: AccountAsked): Promise<Step> {
  const link = await server.accounts.readLink('CONTACT', token);
  return link ? page(confirmContactPage(link.email, action)) : page(contactProvenPage(false), 400);
}

async function takeContact({ server, token }: AccountAsked): Promise<Step> {
  const isProven = await server.accounts.proveContact(token);
  return page(contactProvenPage(isProven), isProven ? 200 : 400);
}

/** A form with a code, sent by a person who knows the password of the account. */
function takeCode(path: string, purpose: CodePurpose): AccountStep {
  return {
    path,
    needsMail: false,
    show: async ({ action }) => page(codePage(purpose, action)),
    async take({ server: { accounts }, action, from, language }, form) {
      const again = async (refusal: CodeRefusal): Promise<Step> => {
        const text = codePage(purpose, action, refusal);
        return refusal.kind === 'throttled' ? page(text, 429, refusal.seconds) : page(text, 400);
      };
      const who = await accounts.signIn(form.get('email') ?? '', form.get('password') ?? '', from);
      if (who.kind === 'throttled') return again(who);
      if (who.kind === 'refused') return again({ kind: 'not-signed-in' });
      const code = form.get('code') ?? '';
      if (purpose === 'CLAIM') {
        const result = await accounts.claimRecord(who.accountId, { code, second: form.get('second') ?? '' }, from, language);
        if (result.kind !== 'claimed') return again(result);
      } else {
        const declared = await declaredIn(form, who.accountId, accounts, from);
        if (declared === undefined || typeof declared === 'number')
          return again(declared === undefined ? { kind: 'record' } : { kind: 'throttled', seconds: declared });
        if (!(await accounts.acceptInvitation(who.accountId, code, declared, language))) return again({ kind: 'refused' });
      }
      return page(codeTakenPage(purpose));
    },
  };
}

/** The declaration of a form about the person's own record. @returns the seconds until another try; undefined: nothing, or what no account proves */
async function declaredIn(
  form: URLSearchParams,
  accountId: string,
  accounts: IdentityServer['accounts'],
  from: Origin,
): Promise<DeclaredRecord | number | undefined> {
  const answer = form.get('record');
  if (answer === 'none') return 'none';
  if (answer === 'own') return { of: 'account', accountId };
  return answer === 'other' ? provenIn(form, accounts, from) : undefined;
}

/** The account with the record, whose password the form has. */
async function provenIn(
  form: URLSearchParams,
  accounts: IdentityServer['accounts'],
  from: Origin,
): Promise<Exclude<DeclaredRecord, 'none'> | number | undefined> {
  const who = await accounts.signIn(form.get('recordEmail') ?? '', form.get('recordPassword') ?? '', from);
  if (who.kind === 'throttled') return who.seconds;
  return who.kind === 'signed-in' ? { of: 'account', accountId: who.accountId } : undefined;
}

/** Connects a record that an employee got, or remembered, after joining. */
async function takeOwnRecord({ server: { accounts }, action, from }: AccountAsked, form: URLSearchParams): Promise<Step> {
  const again = (refusal: CodeRefusal): Step => {
    const text = ownRecordPage(action, refusal);
    return refusal.kind === 'throttled' ? page(text, 429, refusal.seconds) : page(text, 400);
  };
  const who = await accounts.signIn(form.get('email') ?? '', form.get('password') ?? '', from);
  if (who.kind === 'throttled') return again(who);
  if (who.kind === 'refused') return again({ kind: 'not-signed-in' });
  const proven = await provenIn(form, accounts, from);
  if (typeof proven === 'number') return again({ kind: 'throttled', seconds: proven });
  if (!proven || !(await accounts.connectOwnRecord(who.accountId, proven.accountId))) return again({ kind: 'record' });
  return page(ownRecordConnectedPage());
}

/** @param retryAfter seconds */
function page(text: Page, status = 200, retryAfter?: number): Step {
  return { kind: 'page', status, page: text, retryAfter };
}

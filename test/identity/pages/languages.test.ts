import { identityWordings } from '../../../src/identity/wording/wordings.ts';
import type { AccountMail } from '../../../src/identity/wording/wording.ts';
import { type Language, languages } from '../../../src/platform/language/languages.ts';
import { describe, expect, test } from '@jest/globals';
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
} from '../../../src/identity/pages/account/account-pages.ts';
import { choosePasswordPage } from '../../../src/identity/pages/account/choose-password-page.ts';
import {
  confirmContactPage,
  confirmEmailPage,
  contactProvenPage,
  emailChangedPage,
} from '../../../src/identity/pages/account/new-address-pages.ts';
import { consentPage, signInPage } from '../../../src/identity/pages/sign-in/sign-in-page.ts';
import { errorPage } from '../../../src/identity/pages/sign-in/error-page.ts';
import { cardPage, type Page } from '../../../src/identity/pages/layout/layout.ts';
import { passkeyNeededPage, usePasskeyPage } from '../../../src/identity/pages/passkeys/passkey-pages.ts';
import { sayAccountMail } from '../../../src/identity/accounts/mails/say-account-mail.ts';
import { ownAccountPages } from '../../helpers/identity/own-account-pages.ts';

const [action, account, email] = ['/oidc/form', '/oidc/account', 'dog.owner@example.org'];
const choices = { account, canRegister: true, hasPasskeys: true };
const none = { passkeys: [], canRemove: false };
const wait = { kind: 'throttled', seconds: 61 } as const;

/** Every page, with each of its sentences on at least one of them. */
const pages: readonly Page[] = [
  signInPage('Town app', action, choices),
  signInPage('Town app', action, { ...choices, canRegister: false }, { kind: 'refused' }),
  signInPage('Town app', action, choices, { kind: 'throttled', seconds: 60 }),
  usePasskeyPage(action, '/oidc/passkey.js', { options: {}, wasRefused: true }),
  passkeyNeededPage('Town app', action, account),
  consentPage(
    'Town app',
    action,
    ['RESIDENT', 'CUSTOMER_SERVICE', 'SUPPORT', 'PRIVACY_OFFICER', 'SECURITY', 'STAFF_ADMINISTRATOR'],
    'sealed',
  ),
  errorPage(),
  askForLinkPage('REGISTER', action),
  askForLinkPage('RESET', action, 120),
  linkAskedPage(),
  choosePasswordPage(email, action, none),
  choosePasswordPage(email, action, { passkeys: ['Phone', ''], canRemove: true }, { kind: 'refused', problem: 'PASSKEYS_UNDECIDED' }),
  choosePasswordPage(email, action, { passkeys: ['Phone'], canRemove: false }),
  ...(['TOO_SHORT', 'TOO_LONG', 'COMMON', 'LIKE_EMAIL'] as const).map((problem) =>
    choosePasswordPage(email, action, none, { kind: 'refused', problem }),
  ),
  choosePasswordPage(email, action, none, wait),
  linkInvalidPage(account),
  passwordSetPage(account),
  confirmEmailPage(email, action),
  confirmEmailPage(email, action, { kind: 'wrong-password' }),
  confirmEmailPage(email, action, wait),
  confirmContactPage(email, action),
  contactProvenPage(true),
  contactProvenPage(false),
  emailChangedPage(true),
  emailChangedPage(false),
  ...(['CLAIM', 'INVITATION'] as const).flatMap((purpose) => [
    codePage(purpose, action),
    codePage(purpose, action, { kind: 'not-signed-in' }),
    codePage(purpose, action, { kind: 'refused' }),
    codeTakenPage(purpose),
  ]),
  codePage('INVITATION', action, { kind: 'record' }),
  ownRecordPage(action),
  ownRecordConnectedPage(),
  contestPage(action),
  contestedPage(true),
  contestedPage(false),
  ...ownAccountPages,
];

const namedCharacters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };
/** The text that a person reads on a page. */
const textOf = (page: string): string =>
  page
    .replace(/<style>.*?<\/style>/s, '')
    // The message of the script when a device gives no passkey.
    .replaceAll(/<[^>]*?data-problem="([^"]*)"[^>]*>/g, ' $1 ')
    .replaceAll(/<[^>]*?aria-label="([^"]*)"[^>]*>/g, ' $1 ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => namedCharacters[entity]!)
    .replaceAll(/[ \n]+/g, ' ');

/** All sentences below a member of the wording. */
const sentencesIn = (given: unknown): readonly string[] =>
  typeof given === 'string' ? [given] : Object.values(given as object).flatMap(sentencesIn);
const sentencesOf = (language: Language): readonly string[] => sentencesIn(identityWordings[language].pages);
/** The longest piece of a sentence without a placeholder, which is in no sentence of another language. */
const pieceOf = (sentence: string): string =>
  sentence
    .split(/\{\w+\}/)
    .map((piece) => piece.trim())
    .toSorted((one, other) => other.length - one.length)[0]!;

const other = (language: Language): Language => languages.find((one) => one !== language)!;

describe.each(languages)('in %s', (language) => {
  const own = sentencesOf(language);
  // A word as short as “on” is in words of another language too.
  const isTelling = (sentence: string): boolean => sentence.includes(' ') && pieceOf(sentence).length > 3;
  const foreign = sentencesOf(other(language)).filter((sentence) => isTelling(sentence) && !own.includes(sentence));

  test('each page says so, and has no sentence of the other language', async () => {
    for (const page of pages) {
      const made = await cardPage(language, page(language));
      expect(made).toContain(`<html lang="${language}">`);
      const text = textOf(made);
      expect(foreign.filter((sentence) => text.includes(pieceOf(sentence)))).toEqual([]);
      expect(text).not.toMatch(/[{}]|undefined|\[object/);
    }
  });

  test('each sentence is on a page', async () => {
    const all = (await Promise.all(pages.map((page) => cardPage(language, page(language))))).map(textOf).join(' ');
    expect(own.filter((sentence) => !all.includes(pieceOf(sentence)))).toEqual([]);
  });

  test('each mail has its sentences, and no other', () => {
    const { accountMails } = identityWordings[language];
    const elsewhere = identityWordings[other(language)].accountMails;
    for (const mail of Object.keys(accountMails) as AccountMail[]) {
      const { subject, text } = sayAccountMail(mail, language, 'https://town.example/link', { code: '7K3M-PQ9X', days: '14' });
      expect(text.includes('7K3M-PQ9X')).toBe(elsewhere[mail].text.includes('{code}'));
      expect(subject).toBe(accountMails[mail].subject);
      expect(text).not.toContain(pieceOf(elsewhere[mail].text));
      expect(text.includes('https://town.example/link')).toBe(accountMails[mail].text.includes('{link}'));
      expect(accountMails[mail].text.includes('{link}')).toBe(elsewhere[mail].text.includes('{link}'));
      expect(text).not.toMatch(/[{}]|undefined/);
    }
  });
});

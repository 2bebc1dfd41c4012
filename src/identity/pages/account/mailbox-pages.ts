import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import type { PageWording } from '../../wording/page-wording.ts';
import { backToAccount } from './account-page.ts';
import { card, wholeWords, type Page } from '../layout/layout.ts';

/** The act for which a link proves the mailbox of an account. */
type MailboxUse = keyof PageWording['account']['mailbox']['uses'];

/** The page after a link was mailed that proves the mailbox of an account. @param account below which the pages for accounts are */
export function mailboxAskedPage(use: MailboxUse, account: string): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { asked, askedText } = pages.account.mailbox.uses[use];
    return card(
      asked,
      html`<p role="status">${askedText}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page on which that link opens. Its button uses the link: programs that check mails open links too. */
export function openMailboxLinkPage(use: MailboxUse, account: string, action: string): Page {
  return (language) => {
    const { submit, newPassword, uses } = identityWordings[language].pages.account.mailbox;
    const { title, text } = uses[use];
    return card(
      title,
      html`<p>${wholeWords(text)}</p>
        <form method="post" action="${action}">
          <button type="submit" autofocus>${submit}</button>
        </form>
        <p><a href="${account}/forgotten">${newPassword}</a></p>`,
    );
  };
}

/** The page of a link that cannot be used. @param path of the page on which another one is asked for */
export function mailboxLinkInvalidPage(use: MailboxUse, account: string, path: string): Page {
  return (language) => {
    const { invalid, invalidText, uses } = identityWordings[language].pages.account.mailbox;
    return card(
      invalid,
      html`<p role="alert">${invalidText}</p>
        <p><a href="${account}${path}">${wholeWords(uses[use].again)}</a></p>`,
    );
  };
}

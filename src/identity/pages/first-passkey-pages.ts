import { html } from 'hono/html';
import { wordings } from '../../wording/wordings.ts';
import { backToAccount } from './account-page.ts';
import { card, type Page } from '../../pages/layout.ts';

/** The page after a link for the first passkey was asked for. @param account below which the pages for accounts are */
export function firstPasskeyAskedPage(account: string): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { asked, askedText } = pages.account.firstPasskey;
    return card(
      asked,
      html`<p role="status">${askedText}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page on which that link opens. Its button uses the link: programs that check mails open links too. */
export function openFirstPasskeyPage(account: string, action: string): Page {
  return (language) => {
    const { title, text, submit, newPassword } = wordings[language].pages.account.firstPasskey;
    return card(
      title,
      html`<p>${text}</p>
        <form method="post" action="${action}">
          <button type="submit" autofocus>${submit}</button>
        </form>
        <p><a href="${account}/forgotten">${newPassword}</a></p>`,
    );
  };
}

/** The page of a link that cannot be used. */
export function firstPasskeyInvalidPage(account: string): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { invalid, invalidText } = pages.account.firstPasskey;
    return card(
      invalid,
      html`<p role="alert">${invalidText}</p>
        <p><a href="${account}/passkeys">${pages.account.passkeys.title}</a></p>`,
    );
  };
}

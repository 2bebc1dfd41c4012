import { html } from 'hono/html';
import { alert, hidden, card, type Page } from '../../pages/layout.ts';
import { sayWait } from '../../pages/say-wait.ts';
import { fill } from '../../wording/fill.ts';
import { wordings } from '../../wording/wordings.ts';
import { backToAccount } from './account-page.ts';

/** Why no link was mailed. */
export type EmailRefusal = { readonly kind: 'invalid' } | { readonly kind: 'throttled'; readonly seconds: number };

/** The page on which somebody who is signed in asks to sign in with another address. @param email that of now */
export function changeEmailPage(account: string, action: string, token: string, email: string, refusal?: EmailRefusal): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { title, text, label, submit, invalid } = pages.account.changeEmail;
    const sentence = refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : invalid);
    const marks = refusal ? html`aria-invalid="${refusal.kind === 'invalid'}" aria-describedby="problem"` : '';
    return card(
      title,
      html`<p>${fill(text, { email })}</p>
        ${alert(sentence)}
        <form method="post" action="${action}">
          ${hidden({ token })}
          <label for="email">${label}</label>
          <input id="email" name="email" type="email" autocomplete="email" required autofocus maxlength="254" ${marks} />
          <button type="submit">${submit}</button>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page after it. It is the same for every address, and does not repeat it. */
export function changeEmailAskedPage(account: string): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { asked, askedText } = pages.account.changeEmail;
    return card(
      asked,
      html`<p role="status">${askedText}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page for an employee, whose account keeps its address. */
export function invitedEmailPage(account: string, email: string): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { title, invited } = pages.account.changeEmail;
    return card(
      title,
      html`<p>${fill(invited, { email })}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

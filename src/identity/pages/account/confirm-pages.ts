import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { backToAccount } from './account-page.ts';
import { alert, hidden, card, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import { currentPasswordField } from './current-password-field.ts';
import { codeField } from '../sign-in/code-field.ts';
import type { Refusal } from '../sign-in/sign-in-page.ts';

/**
 * The page that asks a person who is signed in for a fresh proof.
 * @param hasPasskey whether a passkey is asked for; without one, the password
 */
export function confirmPage(account: string, action: string, token: string, hasPasskey: boolean, refusal?: Refusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, passkey, lost, submit, refused } = pages.account.confirm;
    const marks = refusal ? html`aria-invalid="${refusal.kind === 'refused'}" aria-describedby="problem"` : '';
    return card(
      title,
      html`<p>${text}</p>
        ${alert(refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : refused))}
        <form method="post" action="${action}">
          ${hidden({ token })}
          ${
            hasPasskey
              ? html`<button type="submit" name="step" value="passkey" autofocus>${passkey}</button>`
              : html`${currentPasswordField(pages.shared.password, marks)} <button type="submit">${submit}</button>`
          }
        </form>
        ${hasPasskey && html`<p><a href="${account}/recover">${lost}</a></p>`} ${backToAccount(pages, account)}`,
    );
  };
}

/** The page that takes a recovery code, after the password. */
export function recoverPage(account: string, action: string, token: string, refusal?: Refusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, code, submit, refused } = pages.account.recover;
    const marks = refusal ? html`aria-invalid="${refusal.kind === 'refused'}" aria-describedby="problem"` : '';
    return card(
      title,
      html`<p>${text}</p>
        ${alert(refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : refused))}
        <form method="post" action="${action}">
          ${hidden({ token })} ${codeField(code, html`autofocus ${marks}`)}
          <button type="submit">${submit}</button>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

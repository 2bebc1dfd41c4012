import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { alert, card, wholeWords, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import { currentPasswordField } from './current-password-field.ts';

/** Why a new address was not confirmed. */
export type EmailChangeRefusal = { readonly kind: 'wrong-password' } | { readonly kind: 'throttled'; readonly seconds: number };

/** The page on which the link for a new address opens. It asks for the password: its reader may not be the one who asked for the link. */
export function confirmEmailPage(email: string, action: string, refusal?: EmailChangeRefusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, ends, refused, submit } = pages.confirmEmail;
    const isWrong = refusal?.kind === 'wrong-password';
    const marks = html`aria-describedby="ends${refusal === undefined ? '' : ' problem'}" ${isWrong ? html`aria-invalid="true"` : ''}`;
    return card(
      title,
      html`<p>${wholeWords(text)} <strong>${wholeWords(email)}</strong></p>
        ${alert(refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : refused))}
        <form method="post" action="${action}">
          ${currentPasswordField(pages.shared.password, marks)}
          <p id="ends" class="hint">${ends}</p>
          <button type="submit">${submit}</button>
        </form>`,
    );
  };
}

/** The page after it. @param isChanged whether the account has the address now */
export function emailChangedPage(isChanged: boolean): Page {
  return (language) => {
    const { emailChanged, emailUnchanged } = identityWordings[language].pages;
    const { title, text } = isChanged ? emailChanged : emailUnchanged;
    return card(title, html`<p role="${isChanged ? 'status' : 'alert'}">${text}</p>`);
  };
}

/** The page on which the link for the contact address of a record opens. */
export function confirmContactPage(email: string, action: string): Page {
  return (language) => {
    const { title, text, submit } = identityWordings[language].pages.contact;
    return card(
      title,
      html`<p>${wholeWords(text)} <strong>${wholeWords(email)}</strong></p>
        <form method="post" action="${action}">
          <button type="submit" autofocus>${submit}</button>
        </form>`,
    );
  };
}

/** The page after it. */
export function contactProvenPage(isProven: boolean): Page {
  return (language) => {
    const { proven, unproven } = identityWordings[language].pages.contact;
    const { title, text } = isProven ? proven : unproven;
    return card(title, html`<p role="${isProven ? 'status' : 'alert'}">${text}</p>`);
  };
}

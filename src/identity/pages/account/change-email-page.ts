import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { alert, card, hidden, status, wholeWords, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import { fill } from '../../../platform/language/fill.ts';
import { backToAccount } from './account-page.ts';
import { codeField } from '../sign-in/code-field.ts';

/** Why no link was mailed, or the code was not taken. */
export type EmailRefusal = { readonly kind: 'invalid' | 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/** The content of the page on which a signed-in person requests another address. */
export interface ShownEmail {
  /** That of now. */
  readonly email: string;
  readonly done: string | null;
  readonly refusal?: EmailRefusal | undefined;
}

/** The page on which the mailbox of the address of now is proven first; or, where that is lost, a code from the counter replaces it. */
export function proveEmailPage(account: string, action: string, token: string, { email, refusal }: Omit<ShownEmail, 'done'>): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, first, firstSubmit, lost, code, codeHint, codeSubmit } = pages.account.changeEmail;
    const marks = refusal
      ? html`aria-invalid="${refusal.kind === 'refused'}" aria-describedby="problem code-hint"`
      : html`aria-describedby="code-hint"`;
    return card(
      title,
      html`<p>${wholeWords(fill(first, { email }))}</p>
        ${alert(refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : pages.code.pairRefused))}
        <form method="post" action="${action}">
          ${hidden({ token })}
          <button type="submit" autofocus>${firstSubmit}</button>
        </form>
        <h2>${lost}</h2>
        <form method="post" action="${action}">
          ${hidden({ token })} ${codeField(code, marks)} ${codeField(pages.code.second, '', 'second')}
          <p id="code-hint" class="hint">${codeHint}</p>
          <button type="submit" name="step" value="code" class="quiet">${codeSubmit}</button>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page on which a person who is signed in asks to sign in with another address. */
export function changeEmailPage(account: string, action: string, token: string, { email, done, refusal }: ShownEmail): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, label, submit, invalid, done: sentences } = pages.account.changeEmail;
    const sentence = refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : invalid);
    const marks = refusal ? html`aria-invalid="${refusal.kind === 'invalid'}" aria-describedby="problem"` : '';
    return card(
      title,
      html`<p>${wholeWords(fill(text, { email }))}</p>
        ${status(done, sentences)} ${alert(sentence)}
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
    const { pages } = identityWordings[language];
    const { asked, askedText } = pages.account.changeEmail;
    return card(
      asked,
      html`<p role="status">${wholeWords(askedText)}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page for an employee, whose account keeps its address. */
export function invitedEmailPage(account: string, email: string): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, invited } = pages.account.changeEmail;
    return card(
      title,
      html`<p>${wholeWords(fill(invited, { email }))}</p>
        ${backToAccount(pages, account)}`,
    );
  };
}

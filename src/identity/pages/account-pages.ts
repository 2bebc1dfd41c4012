import { html } from 'hono/html';
import type { PageWording } from '../../wording/page-wording.ts';
import { wordings } from '../../wording/wordings.ts';
import { alert, card, wholeWords, type Markup, type Page } from '../../pages/layout.ts';
import { sayWait } from '../../pages/say-wait.ts';
import { codeField } from './code-field.ts';

/** What a link can be asked for. */
export type LinkPurpose = keyof PageWording['links'];
/** Why a password cannot be chosen, or another try must wait. */
export type PasswordRefusal =
  | { readonly kind: 'refused'; readonly problem: keyof PageWording['choosePassword']['problems'] }
  | { readonly kind: 'throttled'; readonly seconds: number };
/** Why a code was not taken. */
export type CodeRefusal = { readonly kind: 'not-signed-in' | 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/** The page that asks where to mail a link. @param seconds until another link can be asked for */
export function askForLinkPage(purpose: LinkPurpose, action: string, seconds?: number): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { title, text } = pages.links[purpose];
    return card(
      title,
      html`<p>${text}</p>
        ${alert(seconds === undefined ? undefined : sayWait(pages, seconds))}
        <form method="post" action="${action}">
          ${emailField(pages, seconds !== undefined)}
          <button type="submit">${pages.askForLink.submit}</button>
        </form>`,
    );
  };
}

/** The page after it. It is the same for every address, and does not repeat it. */
export function linkAskedPage(): Page {
  return (language) => {
    const { title, text } = wordings[language].pages.linkAsked;
    return card(title, html`<p role="status">${wholeWords(text)}</p>`);
  };
}

/** The page on which a link from a mail opens. @param email of the account, for the password manager */
export function choosePasswordPage(email: string, action: string, refusal?: PasswordRefusal): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { title, label, rule, submit, problems } = pages.choosePassword;
    const sentence = refusal && (refusal.kind === 'refused' ? problems[refusal.problem] : sayWait(pages, refusal.seconds));
    return card(
      title,
      html`${alert(sentence)}
        <form method="post" action="${action}">
          <label for="email">${pages.shared.email}</label>
          <input id="email" type="email" autocomplete="username" readonly value="${email}" />
          <label for="password">${label}</label>
          <input
            id="password"
            name="password"
            type="password"
            autocomplete="new-password"
            required
            autofocus
            aria-describedby="rule${sentence === undefined ? '' : ' problem'}"
            ${sentence === undefined ? '' : html`aria-invalid="true"`}
          />
          <p id="rule" class="hint">${rule}</p>
          <button type="submit">${submit}</button>
        </form>`,
    );
  };
}

/** The page of a link that cannot be used. @param account below which the pages for accounts are */
export function linkInvalidPage(account: string): Page {
  return (language) => {
    const { title, text, another } = wordings[language].pages.linkInvalid;
    return card(
      title,
      html`<p role="alert">${text}</p>
        <p><a href="${account}/forgotten">${another}</a></p>`,
    );
  };
}

/** The page after a password was set. @param account below which the pages for accounts are */
export function passwordSetPage(account: string): Page {
  return (language) => {
    const { title, text, question, claim } = wordings[language].pages.passwordSet;
    return card(
      title,
      html`<p role="status">${text}</p>
        <p>${question} <a href="${account}/claim">${claim}</a></p>`,
    );
  };
}

/** The page on which the link for a new address opens. */
export function confirmEmailPage(email: string, action: string): Page {
  return (language) => {
    const { title, text, submit } = wordings[language].pages.confirmEmail;
    return card(
      title,
      html`<p>${wholeWords(text)} <strong>${wholeWords(email)}</strong></p>
        <form method="post" action="${action}">
          <button type="submit" autofocus>${submit}</button>
        </form>`,
    );
  };
}

/** The page after it. @param isChanged whether the account has the address now */
export function emailChangedPage(isChanged: boolean): Page {
  return (language) => {
    const { emailChanged, emailUnchanged } = wordings[language].pages;
    const { title, text } = isChanged ? emailChanged : emailUnchanged;
    return card(title, html`<p role="${isChanged ? 'status' : 'alert'}">${text}</p>`);
  };
}

/** What a code is for: to connect an account with a record, or to join the staff. */
export type CodePurpose = keyof PageWording['codes'];

/** The page that takes a code. It asks for the password, so that nobody else's code is used with an open browser. */
export function codePage(purpose: CodePurpose, action: string, refusal?: CodeRefusal): Page {
  return (language) => {
    const { pages } = wordings[language];
    const { title, text } = pages.codes[purpose];
    return card(
      title,
      html`<p>${text}</p>
        ${alert(refusal && sentenceOf(pages, refusal))}
        <form method="post" action="${action}">
          ${emailField(pages, refusal !== undefined)}
          <label for="password">${pages.shared.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          ${codeField(pages.code.label)}
          <button type="submit">${pages.code.submit}</button>
        </form>`,
    );
  };
}

/** The page after it. */
export function codeTakenPage(purpose: CodePurpose): Page {
  return (language) => {
    const { done, next } = wordings[language].pages.codes[purpose];
    return card(done, html`<p role="status">${next}</p>`);
  };
}

/** An unknown account is like a wrong password, and an unknown code like a used one. */
function sentenceOf(pages: PageWording, refusal: CodeRefusal): string {
  if (refusal.kind === 'throttled') return sayWait(pages, refusal.seconds);
  return refusal.kind === 'not-signed-in' ? pages.shared.notSignedIn : pages.code.refused;
}

function emailField({ shared }: PageWording, hasProblem: boolean): Markup {
  const problem = hasProblem ? html`aria-describedby="problem"` : '';
  return html`<label for="email">${shared.email}</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" ${problem} />`;
}

import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import type { PageWording } from '../../wording/page-wording.ts';
import { alert, card, wholeWords, type Markup, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import { codeField } from '../sign-in/code-field.ts';

/** The purposes for which a link can be requested. */
export type LinkPurpose = keyof PageWording['links'];
/** Why a code was not taken. */
export type CodeRefusal =
  | { readonly kind: 'not-signed-in' | 'refused' | 'record' }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** The page that asks where to mail a link. @param seconds until another link can be asked for */
export function askForLinkPage(purpose: LinkPurpose, action: string, seconds?: number): Page {
  return (language) => {
    const { pages } = identityWordings[language];
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
    const { title, text } = identityWordings[language].pages.linkAsked;
    return card(title, html`<p role="status">${wholeWords(text)}</p>`);
  };
}

/** The page of a link that cannot be used. @param account below which the pages for accounts are */
export function linkInvalidPage(account: string): Page {
  return (language) => {
    const { title, text, another } = identityWordings[language].pages.linkInvalid;
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
    const { title, text, question, claim } = identityWordings[language].pages.passwordSet;
    return card(
      title,
      html`<p role="status">${text}</p>
        <p>${question} <a href="${account}/claim">${claim}</a></p>`,
    );
  };
}

/** The purpose of a code: to connect an account with a record, or to join the staff. */
export type CodePurpose = keyof PageWording['codes'];

/**
 * The page that takes a code. It asks for the password, so that no one else's code is used with an open browser. With an invitation, it asks
 * whether someone is on record as a resident: nothing is chosen beforehand.
 */
export function codePage(purpose: CodePurpose, action: string, refusal?: CodeRefusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text } = pages.codes[purpose];
    return card(
      title,
      html`<p>${text}</p>
        ${alert(refusal && sentenceOf(pages, purpose, refusal))}
        <form method="post" action="${action}">
          ${emailField(pages, refusal !== undefined)}
          <label for="password">${pages.shared.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          ${purpose === 'CLAIM' ? html`${codeField(pages.code.first)} ${codeField(pages.code.second, '', 'second')}` : codeField(pages.code.label)}
          ${purpose === 'INVITATION' && recordFields(pages)}
          <button type="submit">${pages.code.submit}</button>
        </form>`,
    );
  };
}

/** The page on which an employee connects a record that came after the invitation was accepted. */
export function ownRecordPage(action: string, refusal?: CodeRefusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, submit } = pages.ownRecord;
    return card(
      title,
      html`<p>${text}</p>
        ${alert(refusal && sentenceOf(pages, 'INVITATION', refusal))}
        <form method="post" action="${action}">
          ${emailField(pages, refusal !== undefined)}
          <label for="password">${pages.shared.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
          ${otherAccountFields(pages, true)}
          <button type="submit">${submit}</button>
        </form>`,
    );
  };
}

/** The page after it. */
export function ownRecordConnectedPage(): Page {
  return (language) => {
    const { done, next } = identityWordings[language].pages.ownRecord;
    return card(done, html`<p role="status">${next}</p>`);
  };
}

function recordFields(pages: PageWording): Markup {
  const { legend, hint, none, own, other } = pages.ownRecord;
  const radio = (value: string, text: string): Markup =>
    html`<label><input type="radio" name="record" value="${value}" required /><span>${text}</span></label>`;
  return html`<fieldset aria-describedby="record-hint">
      <legend>${legend}</legend>
      <p id="record-hint" class="hint">${hint}</p>
      ${radio('none', none)} ${radio('own', own)} ${radio('other', other)}
    </fieldset>
    ${otherAccountFields(pages, false)}`;
}

function otherAccountFields({ shared, ownRecord }: PageWording, isRequired: boolean): Markup {
  const required = isRequired ? 'required' : '';
  return html`<fieldset>
    <legend>${ownRecord.otherTitle}</legend>
    <label for="recordEmail">${shared.email}</label>
    <input id="recordEmail" name="recordEmail" type="email" autocomplete="off" maxlength="254" ${required} />
    <label for="recordPassword">${shared.password}</label>
    <input id="recordPassword" name="recordPassword" type="password" autocomplete="off" ${required} />
  </fieldset>`;
}

/** The page after it. */
export function codeTakenPage(purpose: CodePurpose): Page {
  return (language) => {
    const { done, next } = identityWordings[language].pages.codes[purpose];
    return card(done, html`<p role="status">${next}</p>`);
  };
}

/** The page on which a link opens that contests the claim of a record. */
export function contestPage(action: string): Page {
  return (language) => {
    const { title, text, submit } = identityWordings[language].pages.contest;
    return card(
      title,
      html`<p>${text}</p>
        <form method="post" action="${action}">
          <button type="submit" autofocus>${submit}</button>
        </form>`,
    );
  };
}

/** The page after it. @param isDone whether the link could be used */
export function contestedPage(isDone: boolean): Page {
  return (language) => {
    const { done, next, invalid, invalidText } = identityWordings[language].pages.contest;
    return card(isDone ? done : invalid, html`<p role="${isDone ? 'status' : 'alert'}">${isDone ? next : invalidText}</p>`);
  };
}

/** An unknown account is like a wrong password, and an unknown code like a used one. */
function sentenceOf(pages: PageWording, purpose: CodePurpose, refusal: CodeRefusal): string {
  if (refusal.kind === 'throttled') return sayWait(pages, refusal.seconds);
  if (refusal.kind === 'record') return pages.ownRecord.refused;
  if (refusal.kind === 'not-signed-in') return pages.shared.notSignedIn;
  return purpose === 'CLAIM' ? pages.code.pairRefused : pages.code.refused;
}

function emailField({ shared }: PageWording, hasProblem: boolean): Markup {
  const problem = hasProblem ? html`aria-describedby="problem"` : '';
  return html`<label for="email">${shared.email}</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" ${problem} />`;
}

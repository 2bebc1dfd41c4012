import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import { card, type Markup, type Page } from '../layout/layout.ts';

/** The options for the browser. */
export interface PasskeyQuestion {
  /** Of WebAuthn, as JSON. */
  readonly options: object;
  /** Whether an answer was refused. Then nothing is asked until someone presses the button. */
  readonly wasRefused: boolean;
  /** Fields that the form also sends. */
  readonly fields?: Markup;
}

/**
 * The page that asks the browser for a passkey. It needs the script at `script`.
 * @param action the address of the form, which gets the answer as `response`
 */
export function usePasskeyPage(action: string, script: string, { options, wasRefused, fields = html`` }: PasskeyQuestion): Page {
  return (language) => {
    const { title, text, submit, back, refused, failed, noScript } = identityWordings[language].pages.usePasskey;
    return card(
      title,
      html`<p>${text}</p>
        <noscript><p role="alert">${noScript}</p></noscript>
        <form
          method="post"
          action="${action}"
          data-passkey="get"
          data-options="${JSON.stringify(options)}"
          data-problem="${failed}"
          ${wasRefused ? '' : 'data-start'}
        >
          ${fields}
          <input type="hidden" name="response" />
          <input type="hidden" name="step" value="passkey-answer" />
          <p id="problem" role="alert">${wasRefused ? refused : ''}</p>
          <button type="submit" autofocus disabled>${submit}</button>
        </form>
        <form method="post" action="${action}">
          ${fields}
          <button type="submit" name="step" value="begin" class="quiet">${back}</button>
        </form>
        <script src="${script}" defer></script>`,
    );
  };
}

/**
 * The page for a sign-in for which a password is not enough.
 * @param account below which the pages for accounts are
 */
export function passkeyNeededPage(app: string, action: string, account: string): Page {
  return (language) => {
    const { shared, passkeyNeeded } = identityWordings[language].pages;
    const { title, text, submit, none, add, afterwards } = passkeyNeeded;
    return card(
      title,
      html`<p>${fill(text, { app })}</p>
        <form method="post" action="${action}">
          <button type="submit" name="step" value="passkey">${submit}</button>
          <button type="submit" name="step" value="cancel" class="quiet">${shared.cancel}</button>
        </form>
        <p>${none} <a href="${account}/passkeys">${add}</a>. ${afterwards}</p>`,
    );
  };
}

import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';

const words = {
  use: {
    title: 'Use your passkey',
    text: 'Your device asks for your fingerprint, your face or a PIN.',
    submit: 'Use the passkey',
    back: 'Sign in in another way',
    refused: 'This passkey was not accepted. Try again, or sign in in another way.',
    failed: 'Your device gave no passkey. Try again, or sign in in another way.',
    noScript: 'Passkeys need JavaScript. Allow it for this page, or sign in in another way.',
  },
  needed: {
    title: 'A passkey is needed',
    text: (app: string) => `What ${app} asks for needs a sign-in with a passkey; a password is not enough.`,
    submit: 'Sign in with a passkey',
    cancel: 'Cancel',
    add: 'Add a passkey to your account',
    afterwards: ', then begin again in the app.',
  },
} as const;

/** What the browser is asked. */
export interface PasskeyQuestion {
  /** Of WebAuthn, as JSON. */
  readonly options: object;
  /** Whether an answer was refused. Then nothing is asked until somebody presses the button. */
  readonly wasRefused: boolean;
  /** Fields that the form also sends. */
  readonly fields?: Markup;
}

/**
 * The page that asks the browser for a passkey. It needs the script at `script`.
 * @param action the address of the form, which gets the answer as `response`
 */
export function usePasskeyPage(action: string, script: string, { options, wasRefused, fields = html`` }: PasskeyQuestion): Promise<string> {
  const { title, text, submit, back, refused, failed, noScript } = words.use;
  return layout(
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
        <button type="submit" autofocus>${submit}</button>
      </form>
      <form method="post" action="${action}">
        ${fields}
        <button type="submit" name="step" value="begin" class="quiet">${back}</button>
      </form>
      <script src="${script}" defer></script>`,
  );
}

/**
 * The page for a sign-in for which a password is not enough.
 * @param account below which the pages for accounts are
 */
export function passkeyNeededPage(app: string, action: string, account: string): Promise<string> {
  const { title, text, submit, cancel, add, afterwards } = words.needed;
  return layout(
    title,
    html`<p>${text(app)}</p>
      <form method="post" action="${action}">
        <button type="submit" name="step" value="passkey">${submit}</button>
        <button type="submit" name="step" value="cancel" class="quiet">${cancel}</button>
      </form>
      <p><a href="${account}/passkeys">${add}</a>${afterwards}</p>`,
  );
}

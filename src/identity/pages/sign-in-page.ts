import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import { sayWait } from './say-wait.ts';

/** Why a sign-in was not accepted. */
export type Refusal = { readonly kind: 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/** What a sign-in page has besides its form. */
export interface SignInChoices {
  /** Where accounts are looked after. */
  readonly account: string;
  /** Whether somebody can register here. */
  readonly canRegister: boolean;
  /** Whether there are passkeys. */
  readonly hasPasskeys: boolean;
}

const words = {
  title: 'Sign in',
  for: (app: string) => `You are signing in for ${app}.`,
  email: 'E-mail address',
  password: 'Password',
  submit: 'Sign in',
  cancel: 'Cancel',
  or: 'or',
  passkey: 'Sign in with a passkey',
  register: 'Register',
  forgotten: 'Forgotten your password?',
  // The same for an unknown account as for a wrong password.
  refused: 'E-mail address and password do not fit. Check both and try again.',
} as const;

/**
 * The page that asks for e-mail address and password. It shows nothing of what was typed.
 * @param app the name of the app that asks
 * @param action the address of the form
 */
export function signInPage(app: string, action: string, choices: SignInChoices, refusal?: Refusal): Promise<string> {
  return layout(
    words.title,
    html`<p>${words.for(app)}</p>
      <form method="post" action="${action}">
        ${signInFields(refusal)}
        <button type="submit" name="step" value="sign-in">${words.submit}</button>
        <button type="submit" name="step" value="cancel" formnovalidate class="quiet">${words.cancel}</button>
      </form>
      ${otherWays(action, choices)}`,
  );
}

/** E-mail address and password, with what was wrong with them. */
function signInFields(refusal: Refusal | undefined): Markup {
  const problem = refusal && (refusal.kind === 'throttled' ? sayWait(refusal.seconds) : words.refused);
  const marks = refusal ? html`aria-describedby="problem" aria-invalid="${refusal.kind === 'refused'}"` : '';
  return html`${problem !== undefined && html`<p id="problem" role="alert">${problem}</p>`}
    <label for="email">${words.email}</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" ${marks} />
    <label for="password">${words.password}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256" ${marks} />`;
}

/** What somebody can do who has no password at hand. */
function otherWays(action: string, { account, canRegister, hasPasskeys }: SignInChoices): Markup {
  return html`${
    hasPasskeys &&
    html`<p class="or">${words.or}</p>
      <form method="post" action="${action}">
        <button type="submit" name="step" value="passkey">${words.passkey}</button>
      </form>`
  }
  ${
    canRegister &&
    html`<ul class="links">
      <li><a href="${account}/forgotten">${words.forgotten}</a></li>
      <li><a href="${account}/register">${words.register}</a></li>
    </ul>`
  }`;
}

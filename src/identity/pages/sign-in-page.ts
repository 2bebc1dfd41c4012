import { html } from 'hono/html';
import { layout } from './layout.ts';
import { sayWait } from './say-wait.ts';

/** Why a sign-in was not accepted. */
export type Refusal = { readonly kind: 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/**
 * The page that asks for e-mail address and password. It shows nothing of what was typed.
 * @param app the name of the app that asks
 * @param action the address of the form
 * @param account below which the pages for accounts are; undefined: nobody can register here
 */
export function signInPage(app: string, action: string, account: string | undefined, refusal?: Refusal): Promise<string> {
  return layout(
    'Sign in',
    html`<p>You are signing in for ${app}.</p>
      ${refusal && html`<p role="alert">${sentenceOf(refusal)}</p>`}
      <form method="post" action="${action}">
        <label for="email">E-mail address</label>
        <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" />
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256" />
        <button type="submit" name="step" value="sign-in">Sign in</button>
        <button type="submit" name="step" value="cancel" formnovalidate>Cancel</button>
      </form>
      ${
        account !== undefined &&
        html`<p><a href="${account}/register">Register</a> or <a href="${account}/forgotten">choose a new password</a>.</p>`
      }`,
  );
}

/** The same for an unknown account as for a wrong password. */
function sentenceOf(refusal: Refusal): string {
  return refusal.kind === 'throttled' ? sayWait(refusal.seconds) : 'E-mail address and password do not fit. Check both and try again.';
}

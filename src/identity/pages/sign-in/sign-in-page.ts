import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import type { PageWording } from '../../wording/page-wording.ts';
import { card, status, type Markup, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import type { Role } from '../../../engine/register.ts';

/** Why a sign-in was not accepted. */
export type Refusal = { readonly kind: 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

/** The parts of a sign-in page besides its form. */
export interface SignInChoices {
  /** Where accounts are looked after. */
  readonly account: string;
  /** Whether someone can register here. */
  readonly canRegister: boolean;
  /** Whether there are passkeys. */
  readonly hasPasskeys: boolean;
}

/**
 * The page that asks for email address and password. It does not repeat the input.
 * @param app the name of the app that asks
 * @param action the address of the form
 */
export function signInPage(app: string, action: string, choices: SignInChoices, refusal?: Refusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { shared, signIn } = pages;
    return card(
      signIn.title,
      html`<p>${fill(signIn.text, { app })}</p>
        <form method="post" action="${action}">
          ${signInFields(pages, refusal)}
          <button type="submit" name="step" value="sign-in">${signIn.submit}</button>
          <button type="submit" name="step" value="cancel" formnovalidate class="quiet">${shared.cancel}</button>
          ${passkeyButton(pages, choices)}
        </form>
        ${links(pages, choices)}`,
    );
  };
}

/** The additional parts of the sign-in page for the person's own account. */
export interface AccountSignIn {
  /** Whether someone has chosen to stay signed in. */
  readonly keep: boolean;
  /** The act that was just completed. */
  readonly done: string | null;
  readonly refusal: Refusal | undefined;
}

/** The page on which a browser signs in to the own account. */
export function signInToAccountPage(action: string, choices: SignInChoices, { keep, done, refusal }: AccountSignIn): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { signIn } = pages.account;
    return card(
      pages.signIn.title,
      html`${status(done, signIn.done)}
        <form method="post" action="${action}">
          ${signInFields(pages, refusal)}
          <label class="choice" for="keep"
            ><input
              id="keep"
              type="checkbox"
              name="keep"
              value="yes"
              aria-describedby="keep-hint"
              ${keep ? 'checked' : ''}
            />${signIn.keep}</label
          >
          <p id="keep-hint" class="hint">${signIn.keepHint}</p>
          <button type="submit" name="step" value="sign-in">${pages.signIn.submit}</button>
          ${passkeyButton(pages, choices)}
        </form>
        ${links(pages, choices)}`,
    );
  };
}

/** Email address and password, with what was wrong with them: the same for an unknown account as for a wrong password. */
function signInFields(pages: PageWording, refusal: Refusal | undefined): Markup {
  const { shared } = pages;
  const problem = refusal && (refusal.kind === 'throttled' ? sayWait(pages, refusal.seconds) : shared.notSignedIn);
  const marks = refusal ? html`aria-describedby="problem" aria-invalid="${refusal.kind === 'refused'}"` : '';
  return html`${problem !== undefined && html`<p id="problem" role="alert">${problem}</p>`}
    <label for="email">${shared.email}</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" ${marks} />
    <label for="password">${shared.password}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required maxlength="256" ${marks} />`;
}

function passkeyButton({ signIn }: PageWording, { hasPasskeys }: SignInChoices): Markup | '' {
  if (!hasPasskeys) return '';
  return html`<p class="or">${signIn.or}</p>
    <button type="submit" name="step" value="passkey" class="quiet" formnovalidate>${signIn.passkey}</button>`;
}

function links({ signIn }: PageWording, { account, canRegister }: SignInChoices): Markup | '' {
  if (!canRegister) return '';
  return html`<ul class="links">
    <li><a href="${account}/forgotten">${signIn.forgotten}</a></li>
    <li><a href="${account}/register">${signIn.register}</a></li>
  </ul>`;
}

/** The name of a capacity that people read. */
export function capacityName(names: PageWording['roles'], role: Role): string {
  return role in names ? names[role as keyof typeof names] : role;
}

/**
 * The page that asks in what capacity an app may act for someone.
 * @param proof what the form sends back to show who signed in
 */
export function consentPage(app: string, action: string, roles: readonly Role[], proof: string): Page {
  return (language) => {
    const { consent, shared, roles: names } = identityWordings[language].pages;
    return card(
      fill(consent.title, { app }),
      html`<p>${fill(consent.text, { app })}</p>
        <form method="post" action="${action}">
          <input type="hidden" name="proof" value="${proof}" />
          <fieldset>
            <legend>${consent.actAs}</legend>
            ${roles.map(
              (role, at) =>
                html`<label
                  ><input type="radio" name="role" value="${role}" required ${at === 0 ? 'checked' : ''} /><span
                    >${capacityName(names, role)}</span
                  ></label
                >`,
            )}
          </fieldset>
          <button type="submit" name="step" value="allow">${consent.allow}</button>
          <button type="submit" name="step" value="cancel" class="quiet">${shared.cancel}</button>
        </form>`,
    );
  };
}

import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { alert, card, type Markup, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import type { PageWording } from '../../wording/page-wording.ts';

/** Why a password cannot be chosen, or another try must wait. */
export type PasswordRefusal =
  | { readonly kind: 'refused'; readonly problem: keyof PageWording['choosePassword']['problems'] }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** The passkeys that sign in to the account, and whether they can be removed. */
export interface ShownPasskeys {
  readonly passkeys: readonly string[];
  readonly canRemove: boolean;
}

/**
 * The page on which a link from a mail opens. Whether passkeys stay is not chosen for its reader.
 * @param email of the account, for the password manager
 */
export function choosePasswordPage(email: string, action: string, choice: ShownPasskeys, refusal?: PasswordRefusal): Page {
  return (language) => {
    const { pages } = identityWordings[language];
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
          ${passkeysOf(pages, choice)}
          <button type="submit">${submit}</button>
        </form>`,
    );
  };
}

function passkeysOf({ account, choosePassword: { passkeys: words } }: PageWording, { passkeys, canRemove }: ShownPasskeys): Markup | '' {
  if (passkeys.length === 0) return '';
  const { legend, text, keep, remove, needed } = words;
  const option = (value: string, label: string): Markup =>
    html`<label class="choice"><input type="radio" name="passkeys" value="${value}" required /> ${label}</label>`;
  return html`<fieldset>
    <legend>${legend}</legend>
    <p>${text}</p>
    <ul>
      ${passkeys.map((name) => html`<li>${name === '' ? account.passkeys.unnamed : name}</li>`)}
    </ul>
    ${canRemove ? [option('KEEP', keep), option('REMOVE', remove)] : html`<p class="hint">${needed}</p>`}
  </fieldset>`;
}

import { identityWordings } from '../../wording/wordings.ts';
import type { Role } from '../../../engine/register.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import { backToAccount } from '../account/account-page.ts';
import { capacityName } from './sign-in-page.ts';
import { alert, hidden, card, type Markup, type Page } from '../layout/layout.ts';

/** In what someone may act. */
export interface ShownCapacities {
  readonly roles: readonly Role[];
  /** Open only after a sign-in with a passkey. */
  readonly closed: readonly Role[];
  readonly current: Role | null;
  /** Whether one may stay signed in. */
  readonly canKeep: boolean;
  readonly keep: boolean;
  readonly wasRefused: boolean;
}

/** The page on which someone chooses the capacity of a session. */
export function capacityPage(account: string, action: string, token: string, shown: ShownCapacities): Page {
  const { roles, closed, current, canKeep, keep, wasRefused } = shown;
  return (language) => {
    const { pages } = identityWordings[language];
    const { capacity, signIn } = pages.account;
    const radio = (role: Role, isChecked: boolean): Markup =>
      html`<label
        ><input type="radio" name="role" value="${role}" required ${isChecked ? 'checked' : ''} /><span
          >${capacityName(pages.roles, role)}</span
        ></label
      >`;
    const keepField = html`<label class="choice" for="keep"
        ><input
          id="keep"
          type="checkbox"
          name="keep"
          value="yes"
          aria-describedby="keep-hint"
          ${keep ? 'checked' : ''}
        />${capacity.keep}</label
      >
      <p id="keep-hint" class="hint">${signIn.keepHint}</p>`;
    const form = html`<form method="post" action="${action}">
      ${hidden({ token })}
      <fieldset>
        <legend>${capacity.legend}</legend>
        ${roles.map((role, at) => radio(role, role === current || (at === 0 && current === null)))}
      </fieldset>
      ${canKeep && keepField}
      <button type="submit">${capacity.submit}</button>
    </form>`;
    const names = closed.map((role) => capacityName(pages.roles, role)).join(', ');
    return card(
      capacity.title,
      html`<p>${capacity.text}</p>
        ${alert(wasRefused ? capacity.refused : undefined)} ${roles.length > 0 && form}
        ${roles.length === 0 && closed.length === 0 && html`<p>${capacity.none}</p>`}
        ${
          closed.length > 0 &&
          html`<p>${fill(capacity.needsPasskey, { roles: names })}</p>
            <p><a href="${account}/passkeys">${capacity.passkeys}</a></p>`
        }
        ${backToAccount(pages, account)}`,
    );
  };
}

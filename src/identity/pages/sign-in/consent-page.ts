import { identityWordings } from '../../wording/wordings.ts';
import type { Role } from '../../../engine/register.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import { capacityName } from './capacity-name.ts';
import { card, type Page } from '../layout/layout.ts';

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

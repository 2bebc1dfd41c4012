import { html } from 'hono/html';
import type { Role } from '../../generated/schema.ts';
import { layout } from './layout.ts';

/** The capacity names that people read. */
const names: Readonly<Partial<Record<Role, string>>> = {
  RESIDENT: 'resident',
  CUSTOMER_SERVICE: 'customer service',
  SUPPORT: 'support',
  PRIVACY_OFFICER: 'privacy officer',
  SECURITY: 'security',
};

/**
 * The page that asks in what capacity an app may act for somebody.
 * @param proof what the form sends back to show who signed in
 */
export function consentPage(app: string, action: string, roles: readonly Role[], proof: string): Promise<string> {
  return layout(
    `Let ${app} act for you?`,
    html`<p>${app} will be able to do what you may do here, until you sign out of it or take this back.</p>
      <form method="post" action="${action}">
        <input type="hidden" name="proof" value="${proof}" />
        <fieldset>
          <legend>You act as</legend>
          ${roles.map(
            (role, at) =>
              html`<label
                ><input type="radio" name="role" value="${role}" required ${at === 0 ? 'checked' : ''} /> ${names[role] ?? role}</label
              >`,
          )}
        </fieldset>
        <button type="submit" name="step" value="allow">Allow</button>
        <button type="submit" name="step" value="cancel">Cancel</button>
      </form>`,
  );
}

import { html } from 'hono/html';
import type { Markup } from '../layout/layout.ts';

/** The field for the account's password where a change needs it. @param marks further attributes: what describes it, and whether it was wrong */
export function currentPasswordField(label: string, marks: Markup | ''): Markup {
  return html`<label for="password">${label}</label>
    <input id="password" name="password" type="password" autocomplete="current-password" required autofocus maxlength="256" ${marks} />`;
}

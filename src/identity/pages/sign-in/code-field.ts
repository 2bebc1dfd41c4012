import { html } from 'hono/html';
import type { Markup } from '../layout/layout.ts';

/** A field for a code of the counter or of recovery, as people type it. @param more further attributes of the field */
export function codeField(label: string, more: Markup | '' = '', name: 'code' | 'second' = 'code'): Markup {
  return html`<label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck="false"
      required
      maxlength="80"
      ${more}
    />`;
}

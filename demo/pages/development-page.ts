import { identityWordings } from '../../src/identity/wording/wordings.ts';
import type { Language } from '../../src/platform/language/languages.ts';
import { translate } from '../../src/platform/language/translate.ts';
import { html } from 'hono/html';
import { alert, card, type Card } from '../../src/identity/pages/layout/layout.ts';
import { capacityName } from '../../src/identity/pages/sign-in/sign-in-page.ts';
import type { EmployeePurpose } from '../../src/town/policy/words/purposes.ts';
import { wordings } from '../../src/town/wording/wordings.ts';
import { demoAccounts, demoPassword } from '../accounts.ts';
import { personaNamed } from '../personas.ts';
import { english } from './english.ts';

const sentences = translate('demo', english);

/** The page that signs in as each persona with one button. @param wasRefused whether a sign-in has just failed */
export function developmentPage(language: Language, wasRefused: boolean): Card {
  const { title, text, password, signIn, signInAs, refused, partners } = sentences[language];
  const { activities } = wordings[language].names;
  const { pages } = identityWordings[language];
  const rows = demoAccounts.map(({ persona, email }) => {
    const { role, purposes } = personaNamed(persona);
    // A resident has no other purpose than their own affairs.
    const duties = role === 'RESIDENT' ? [] : (purposes as readonly EmployeePurpose[]);
    return html`<li>
      <div>
        <strong>${persona}</strong><small>${capacityName(pages.roles, role)}</small><small>${email}</small>
        ${duties.map((purpose) => html`<small>${activities[purpose]}</small>`)}
      </div>
      <button class="quiet" name="persona" value="${persona}" aria-label="${signInAs} ${persona}">${signIn}</button>
    </li>`;
  });
  return card(
    title,
    html`<p>${text}</p>
      ${alert(wasRefused ? refused : undefined)}
      <form method="post" action="/development">
        <ul class="rows">
          ${rows}
        </ul>
      </form>
      <p>${password} <code class="whole">${demoPassword}</code>.</p>
      <p>${partners} <code class="whole">npm run -s token -- --list</code>.</p>`,
  );
}

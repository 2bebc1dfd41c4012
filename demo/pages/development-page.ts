import { identityWordings } from '../../src/identity/wording/wordings.ts';
import type { Language } from '../../src/platform/language/languages.ts';
import { html } from 'hono/html';
import { alert, card, type Card } from '../../src/identity/pages/layout/layout.ts';
import { capacityName } from '../../src/identity/pages/sign-in/capacity-name.ts';
import type { EmployeePurpose } from '../../src/town/policy/purposes.ts';
import { wordings } from '../../src/town/wording/wordings.ts';
import { demoAccounts, demoPassword } from '../accounts.ts';
import { personaNamed } from '../personas.ts';

const sentences = {
  en: {
    title: 'Development: sign in as anybody',
    text: 'These people are invented, and production has no such page. A sign-in ends the session that this browser has.',
    password: 'The password of each account is',
    signIn: 'Sign in',
    signInAs: 'Sign in as',
    refused: 'This persona cannot sign in. Start with the demo population and its own data directory.',
    partners: 'Partners have no pages. Get their tokens with',
  },
  fr: {
    title: 'Développement\u00a0: choisir qui se connecte',
    text: 'Ces personnes sont inventées, et la production n’a pas de telle page. Une connexion met fin à la session de ce navigateur.',
    password: 'Le mot de passe de chaque compte est',
    signIn: 'Se connecter',
    signInAs: 'Se connecter comme',
    refused: 'Ce personnage ne peut pas se connecter. Démarrez avec la population de démonstration et son propre répertoire de données.',
    partners: 'Les partenaires n’ont pas de pages. Obtenez leurs jetons avec',
  },
} as const satisfies Record<Language, object>;

/** The page that signs in as each persona with one button. @param wasRefused whether a sign-in has just failed */
export function developmentPage(language: Language, wasRefused: boolean): Card {
  const { title, text, password, signIn, signInAs, refused, partners } = sentences[language];
  const { purposes: named } = wordings[language];
  const { pages } = identityWordings[language];
  const rows = demoAccounts.map(({ persona, email }) => {
    const { role, purposes } = personaNamed(persona);
    // A resident has no other purpose than their own affairs.
    const duties = role === 'RESIDENT' ? [] : (purposes as readonly EmployeePurpose[]);
    return html`<li>
      <div>
        <strong>${persona}</strong><small>${capacityName(pages.roles, role)}</small><small>${email}</small>
        ${duties.map((purpose) => html`<small>${named[purpose]}</small>`)}
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

import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { card, type Page } from '../layout/layout.ts';

/** The page for a request that cannot go on. It repeats nothing of the request. */
export function errorPage(): Page {
  return (language) => {
    const { title, text } = identityWordings[language].pages.error;
    return card(title, html`<p>${text}</p>`);
  };
}

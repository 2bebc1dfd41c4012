import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { card, type Page } from '../layout/layout.ts';

/** The page for a request that cannot continue. It does not repeat the request. */
export function errorPage(): Page {
  return (language) => {
    const { title, text } = identityWordings[language].pages.error;
    return card(title, html`<p>${text}</p>`);
  };
}

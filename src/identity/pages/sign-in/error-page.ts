import { html } from 'hono/html';
import { wordings } from '../../../town/wording/wordings.ts';
import { card, type Page } from '../layout/layout.ts';

/** The page for a request that cannot go on. It repeats nothing of the request. */
export function errorPage(): Page {
  return (language) => {
    const { title, text } = wordings[language].pages.error;
    return card(title, html`<p>${text}</p>`);
  };
}

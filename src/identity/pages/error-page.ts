import { html } from 'hono/html';
import { layout } from './layout.ts';

/** The page for a request that cannot go on. It repeats nothing of the request. */
export function errorPage(): Promise<string> {
  return layout('This sign-in cannot go on', html`<p>Go back to the app and begin again.</p>`);
}

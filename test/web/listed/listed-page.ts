import type { Page } from 'playwright-core';

/** A page in a state that is worth looking at. `npm run -s screens` takes a picture of it, and axe reads it. */
export interface ListedPage {
  /** The name of the picture, such as `resident-who-looked`. */
  readonly name: string;
  /** The persona who has signed in; undefined: no one. */
  readonly persona?: string;
  readonly path: string;
  /** The name of a listed page that is made of the same parts: axe reads that one alone. */
  readonly alike?: string;
  /** Whether it is one of the few that the documentation shows (`docs/screens/`). */
  readonly inDocs?: true;
  /** Brings it into its state, once it has read what it shows. By test ids and roles, not by sentences: they are in two languages. */
  readonly prepare?: (page: Page) => Promise<void>;
}

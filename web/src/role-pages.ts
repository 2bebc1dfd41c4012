import type { MessageDescriptor } from '@lingui/core';
import type { Sentences } from './choose-language.ts';
import type { LoadedPage } from './load-page.tsx';
import type { Role } from './session/read-session.ts';

/** A page of a role. */
export interface Page {
  /** It never holds anything personal: what a page is about travels in the history's state or in memory. */
  readonly path: string;
  readonly name: MessageDescriptor;
  /** Loaded once it is shown: the browser's first load is small. */
  readonly component: LoadedPage;
  /** The purpose for which it asks. The navigation leads to it where the session can declare it. Default: the role's usual one. */
  readonly purpose?: string;
  /** Whether the navigation leads to it. Default: true. */
  readonly inNavigation?: boolean;
}

/** The pages of a role, in the order of the navigation. */
export interface RolePages {
  readonly role: Role;
  /** The name of the role as people say it. */
  readonly name: MessageDescriptor;
  /** The purpose for which its pages ask, unless a page names another or opens a partition of its own. */
  readonly purpose: string;
  readonly pages: readonly Page[];
  readonly sentences: Sentences;
  /** Of the pages after the first, which load them (`addSentences`). Without it, `sentences` has all. */
  readonly laterSentences?: Sentences;
}

import { withShared, type Sentences } from '../choose-language.ts';

/** The sentences of the page for developers. */
export const sentences: Sentences = withShared({
  en: () => import('../../../locales/en/web/developer.po'),
  fr: () => import('../../../locales/fr/web/developer.po'),
});

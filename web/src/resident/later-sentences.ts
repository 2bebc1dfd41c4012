import { withShared } from '../choose-language.ts';

/** The sentences of all pages of a resident but the first, whose load is small. */
export const laterSentences = withShared({
  en: () => import('../../../locales/en/web/resident-later.po'),
  fr: () => import('../../../locales/fr/web/resident-later.po'),
});

import { withShared, type Sentences } from '../choose-language.ts';

/** The sentences of the page for developers. */
export const sentences: Sentences = withShared({ en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') });

import { i18n, type Messages } from '@lingui/core';

/** The languages of the pages. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Loads the sentences of a part of the pages, for each language. */
export type Sentences = Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>>;

const shared: Sentences = { en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') };

/** Loads the sentences of the parts that are shown, in a language, and shows them. @param parts the pages of a role */
export async function chooseLanguage(language: Language, parts: readonly Sentences[] = []): Promise<void> {
  const loaded = await Promise.all([shared, ...parts].map((sentences) => sentences[language]()));
  const messages = Object.assign({}, ...loaded.map((one) => one.messages)) as Messages;
  i18n.loadAndActivate({ locale: language, messages });
  document.documentElement.lang = language;
}

/** Loads further sentences in the language that is shown. */
export async function addSentences(sentences: Sentences): Promise<void> {
  const language = currentLanguage();
  const { messages } = await sentences[language]();
  i18n.load(language, messages);
}

/** The language that is shown; at first the browser's first one that there is, or English. */
export function currentLanguage(): Language {
  const wanted = i18n.locale === '' ? navigator.languages : [i18n.locale];
  for (const tag of wanted) {
    const found = languages.find((language) => tag.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

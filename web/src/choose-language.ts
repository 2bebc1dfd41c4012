import { i18n, type Messages } from '@lingui/core';

/** The languages of the pages. */
export const languages = ['en', 'fr'] as const;
export type Language = (typeof languages)[number];

/** The name of each language in that language. */
export const languageNames: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Loads the sentences of a part of the pages, for each language. */
export type Sentences = Readonly<Record<Language, () => Promise<{ readonly messages: Messages }>>>;

const shared: Sentences = { en: () => import('../../locales/en/web/shared.po'), fr: () => import('../../locales/fr/web/shared.po') };

/** The cookie that keeps a chosen language until the browser is closed, as the server's own pages do (src/identity/pages/layout/layout.ts). */
const cookie = 'language';

/** Shows the pages in a language that the person chose, these and those that the browser opens later. @param parts the pages of a role */
export async function changeLanguage(language: Language, parts: readonly Sentences[]): Promise<void> {
  keep(language);
  // Else the page would be in the language of its address once it is loaded again.
  if (askedLanguage()) history.replaceState(history.state, '', location.pathname);
  await chooseLanguage(language, parts);
}

/** Keeps the language that the address of the page asks for (`?lang=fr`): the links of the pages do not repeat it. */
export function keepAskedLanguage(): void {
  const asked = askedLanguage();
  if (asked) keep(asked);
}

function askedLanguage(): Language | undefined {
  const asked = new URLSearchParams(location.search).get('lang');
  return languages.find((language) => language === asked);
}

function keep(language: Language): void {
  const secure = location.protocol === 'https:' ? '; Secure' : '';
  // oxlint-disable-next-line unicorn/no-document-cookie -- not every browser has the Cookie Store
  document.cookie = `${cookie}=${language}; Path=/; SameSite=Lax${secure}`;
}

/** The shared sentences that the first page of a resident does not show. */
const sharedLater: Sentences = { en: () => import('./later-sentences/en.ts'), fr: () => import('./later-sentences/fr.ts') };

/** The sentences of a part together with the shared ones that the first page of a resident does not show. */
export function withShared(part?: Sentences): Sentences {
  const load = async (language: Language): Promise<{ readonly messages: Messages }> => {
    const [all, own] = await Promise.all([sharedLater[language](), part?.[language]()]);
    return { messages: { ...all.messages, ...own?.messages } };
  };
  return { en: () => load('en'), fr: () => load('fr') };
}

/**
 * Loads the sentences of the parts that are shown, in a language, and shows them. Those that are known stay: two calls can end in any order.
 * @param parts the pages of a role
 */
export async function chooseLanguage(language: Language, parts: readonly Sentences[] = []): Promise<void> {
  const loaded = await Promise.all([shared, ...parts].map((sentences) => sentences[language]()));
  const messages = Object.assign({}, ...loaded.map((one) => one.messages)) as Messages;
  i18n.load(language, messages);
  i18n.activate(language);
  document.documentElement.lang = language;
}

/** Loads further sentences in the language that is shown. */
export async function addSentences(sentences: Sentences): Promise<void> {
  const language = currentLanguage();
  const { messages } = await sentences[language]();
  i18n.load(language, messages);
}

/** The language that is shown; at first the one that was chosen, the browser's first one that there is, or English. */
export function currentLanguage(): Language {
  const chosen = new RegExp(`(?:^|; )${cookie}=([a-z]+)`).exec(document.cookie)?.[1];
  const wanted = i18n.locale === '' ? [askedLanguage(), chosen, ...navigator.languages] : [i18n.locale];
  for (const tag of wanted) {
    const found = languages.find((language) => tag?.toLowerCase().startsWith(language));
    if (found) return found;
  }
  return 'en';
}

/** Every language of sentences, by its BCP 47 tag. */
export const languages = ['en', 'fr'] as const;

export type Language = (typeof languages)[number];

/** The language of a client that requests no supported language. */
export const usualLanguage: Language = 'en';

/** The language of the sentences in the code. The others are translations of it. */
export const sourceLanguage = 'en' satisfies Language;

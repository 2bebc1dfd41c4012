/** Every language of sentences, by its BCP 47 tag. */
export const languages = ['en', 'fr'] as const;

export type Language = (typeof languages)[number];

/** The language of a client that requests no supported language. */
export const usualLanguage: Language = 'en';

import { english } from './english.ts';
import { french } from './french.ts';
import type { Wording } from './wording.ts';

/** Every language of the sentences of answers, by its BCP 47 tag. */
export const wordings = { en: english, fr: french } as const satisfies Readonly<Record<string, Wording>>;

export type Language = keyof typeof wordings;
export const languages = Object.keys(wordings) as readonly Language[];
/** The language of a client that asks for none of ours. */
export const usualLanguage: Language = 'en';

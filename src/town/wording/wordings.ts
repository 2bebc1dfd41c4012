import type { Language } from '../../platform/language/languages.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Wording } from './wording.ts';

/** The sentences of answers. */
export const wordings: Readonly<Record<Language, Wording>> = { en: english, fr: french };

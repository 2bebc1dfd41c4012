import type { Language } from '../../platform/language/languages.ts';
import { translate } from '../../platform/language/translate.ts';
import { english } from './english.ts';
import type { Wording } from './wording.ts';

/** The sentences of answers, pages and mails. */
export const wordings: Readonly<Record<Language, Wording>> = translate('town', english);

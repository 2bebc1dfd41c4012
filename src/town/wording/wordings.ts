import { languages, type Language } from '../../platform/language/languages.ts';
import { translate } from '../../platform/language/translate.ts';
import { english as englishNames } from './english-names.ts';
import { english } from './english.ts';
import type { Wording } from './wording.ts';

const names = translate('names', englishNames);
const words = translate('town', english);

/** The sentences of answers, pages and mails. */
export const wordings = Object.fromEntries(
  languages.map((language) => [language, { ...words[language], names: names[language] }]),
) as Readonly<Record<Language, Wording>>;

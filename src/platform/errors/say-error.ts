import type { Language } from '../language/languages.ts';
import { translate } from '../language/translate.ts';
import { english } from './english.ts';
import { errorCatalogue, type AnswerErrorCode, type ErrorCode } from './errors.ts';

/** The sentences of the errors that answers can have. */
export const errorSentences: Readonly<Record<Language, Readonly<Record<AnswerErrorCode, string>>>> = translate('errors', english);

/** The sentence of an error code. A code that no answer should have is said in English. Pure. */
export function sayError(language: Language, code: ErrorCode): string {
  const sentences = errorSentences[language];
  return code in sentences ? sentences[code as AnswerErrorCode] : errorCatalogue[code][1];
}

import { answerErrors, type AnswerErrorCode } from './errors.ts';

/** The sentences of the errors that answers can have. */
export const english = Object.fromEntries(Object.entries(answerErrors).map(([code, [, sentence]]) => [code, sentence])) as Readonly<
  Record<AnswerErrorCode, string>
>;

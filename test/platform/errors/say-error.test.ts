import { expect, test } from '@jest/globals';
import { answerErrors } from '../../../src/platform/errors/errors.ts';
import { errorSentences, sayError } from '../../../src/platform/errors/say-error.ts';
import { languages } from '../../../src/platform/language/languages.ts';

test.each(languages)('in %s, every error that an answer can have has a sentence of its own', (language) => {
  const said = errorSentences[language];
  expect(Object.keys(said)).toEqual(Object.keys(answerErrors));
  const sentences = Object.entries(said).filter(([code]) => !code.startsWith('PERSISTED_'));
  for (const [, sentence] of sentences) expect(sentence).toMatch(/^\p{Lu}[^]+\.$/u);
  expect(new Set(sentences.map(([, sentence]) => sentence)).size).toBe(sentences.length);
});

test('a code that no answer should have is said in English', () => {
  expect(sayError('fr', 'REVISION_UNKNOWN')).toBe(sayError('en', 'REVISION_UNKNOWN'));
});

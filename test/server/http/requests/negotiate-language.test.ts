import { expect, test } from '@jest/globals';
import { negotiateLanguage } from '../../../../src/server/http/requests/speak-language.ts';

test.each([
  [undefined, 'en'],
  ['', 'en'],
  ['*', 'en'],
  ['fr', 'fr'],
  ['FR-ca', 'fr'],
  ['fr-CA', 'fr'],
  ['fr-Latn-CA', 'fr'],
  // As browsers send it
  ['fr-CA,fr;q=0.9,en-CA;q=0.8,en;q=0.7', 'fr'],
  ['en-CA,en;q=0.9,fr-CA;q=0.8,fr;q=0.7', 'en'],
  // Equal quality: the first, also where only its region is named
  ['fr-CA, en', 'fr'],
  ['en, fr-CA', 'en'],
  ['de, it;q=0.9, fr;q=0.1', 'fr'],
  ['fr;q=0.5, en;q=0.6', 'en'],
  ['fr-CA;q=0.5, fr;q=0.2, en;q=0.4', 'fr'],
  ['fr;q=0', 'en'],
  ['fr;q=0, *', 'en'],
  ['en;q=0, *', 'fr'],
  ['en;q=0', 'en'],
  ['en;q=0, fr;q=0', 'en'],
  ['*;q=0.5, fr-CA', 'fr'],
  ['fr;q=0.5, *;q=0.8', 'en'],
  ['en;q=0.1, *;q=0.9', 'fr'],
  // No language of ours, and nothing that is a language
  ['de', 'en'],
  ['fro', 'en'],
  ['français', 'en'],
  ['fr;q=soon', 'en'],
  [', ,;q=1,', 'en'],
  // Too long: not read
  [`fr${', de'.repeat(249)}`, 'fr'],
  [`fr${', de'.repeat(250)}`, 'en'],
])('the language for %j is %s', (header, language) => {
  expect(negotiateLanguage(header)).toBe(language);
});

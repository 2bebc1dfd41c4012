import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createPseudonyms } from '../../src/records/pseudonyms.ts';

// Clause `sharing`: partners get pseudonyms that two partners can't match.
const pseudonyms = createPseudonyms(randomBytes(32));
const id = randomUUID();

test('a partner’s pseudonym identifies the person only for that partner', () => {
  const pseudonym = pseudonyms.disguise('firm', id);
  expect(pseudonym).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(pseudonym).not.toBe(id);
  expect(pseudonyms.disguise('firm', id)).toBe(pseudonym);
  expect(pseudonyms.recognise('firm', pseudonym)).toBe(id);
  expect(pseudonyms.disguise('bureau', id)).not.toBe(pseudonym);
  expect(pseudonyms.recognise('bureau', pseudonym)).not.toBe(id);
  expect(pseudonyms.recognise('firm', 'hello')).toBeUndefined();
});

test('a pseudonym in the log stays the same for one reader and differs between readers', () => {
  expect(pseudonyms.name('auditor', id)).toBe(pseudonyms.name('auditor', id));
  expect(pseudonyms.name('auditor', id)).not.toBe(pseudonyms.name('officer', id));
  expect(pseudonyms.name('auditor', id)).not.toBe(pseudonyms.name('auditor', randomUUID()));
});

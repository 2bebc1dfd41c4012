import { randomBytes, randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { createPseudonyms, subjectOf, subjectPseudonym } from '../../../src/engine/rows/pseudonyms.ts';

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

test('a pseudonym in the log stays the same for one reader, and stands for no person for another', () => {
  const pseudonym = subjectPseudonym(pseudonyms, 'auditor', id);
  expect(pseudonym).toMatch(/^P-[\da-f]{32}$/);
  expect(subjectPseudonym(pseudonyms, 'auditor', id)).toBe(pseudonym);
  expect(subjectOf(pseudonyms, 'auditor', pseudonym)).toBe(id);
  expect(subjectPseudonym(pseudonyms, 'officer', id)).not.toBe(pseudonym);
  expect(subjectOf(pseudonyms, 'officer', pseudonym)).not.toBe(id);
  // A partner's pseudonym and the id of an entry are made under other keys.
  for (const reader of ['auditor', 'entry auditor']) {
    expect(pseudonyms.disguise(reader, id).replaceAll('-', '')).not.toBe(pseudonym.slice(2));
  }
  for (const other of [id, pseudonym.slice(2), pseudonym.slice(0, -1), `${pseudonym}0`, pseudonym.toUpperCase(), ''])
    expect(subjectOf(pseudonyms, 'auditor', other)).toBeUndefined();
});

test('a digest of a text differs between readers and texts', () => {
  expect(pseudonyms.name('auditor', id)).toBe(pseudonyms.name('auditor', id));
  expect(pseudonyms.name('auditor', id)).not.toBe(pseudonyms.name('officer', id));
  expect(pseudonyms.name('auditor', id)).not.toBe(pseudonyms.name('auditor', randomUUID()));
});

test('a digest in the form of a UUID differs between readers and texts', () => {
  expect(pseudonyms.identify('auditor', id)).toMatch(/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(pseudonyms.identify('auditor', id)).toBe(pseudonyms.identify('auditor', id));
  expect(pseudonyms.identify('auditor', id)).not.toBe(pseudonyms.identify('officer', id));
  expect(pseudonyms.identify('auditor', id)).not.toBe(pseudonyms.identify('auditor', randomUUID()));
});

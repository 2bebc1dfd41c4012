import { expect, test } from '@jest/globals';
import { allCategories, categories } from '../../../../src/town/policy/words/categories.ts';
import { categoryTerms } from '../statement.ts';

test('every category has the vocabulary term that the statement names', () => {
  expect(Object.fromEntries(allCategories.map((category) => [category, categories[category].term]))).toEqual(categoryTerms);
});

test('only these categories have hints', () => {
  expect(
    Object.fromEntries(allCategories.flatMap((category) => (categories[category].hints ? [[category, categories[category].hints]] : []))),
  ).toEqual({
    NAME: ['INITIALS'],
    BIRTH_DATE: ['AGE'],
    EMAIL: ['EMAIL_HINT'],
    TELEPHONE: ['TELEPHONE_HINT'],
    ADDRESS: ['LOCALITY'],
  });
});

test('only being on record and the card number choose among rows without being read', () => {
  expect(allCategories.filter((category) => categories[category].isIdentifier === true)).toEqual(['EXISTENCE', 'CARD_NUMBER']);
});

test('only the name of an employee is about the employee in an object about someone else', () => {
  expect(allCategories.filter((category) => categories[category].isOfEmployee === true)).toEqual(['EMPLOYEE_IDENTITY']);
});

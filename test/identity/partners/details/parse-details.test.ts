import { vocabulary } from '../../../../src/town/policy/words/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { mandateType } from '../../../../src/identity/partners/details/mandate-details.ts';
import { createDetailsForm, mostEntries } from '../../../../src/identity/partners/details/parse-details.ts';
import { DataCategory } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { matters } from '../../../../demo/personas.ts';
import { numberedId } from '../../../helpers/log/numbered.ts';

const { parse: parseDetails } = createDetailsForm(vocabulary);
const whole = {
  type: mandateType,
  mandate: matters.courtOrder,
  actions: ['read'],
  purpose: 'LEGAL_DEMAND',
  categories: ['NAME', 'BIRTH_DATE'],
  fields: ['Resident.givenName', 'Resident.birthDate'],
  subjects: [numberedId(1), numberedId(2)],
};

const { categories: _categories, fields: _fields, subjects: _subjects, ...least } = whole;

test('a detail with all members is read, and one without its lists does not limit', () => {
  expect(parseDetails([whole])).toEqual({ kind: 'details', details: whole });
  expect(parseDetails([least])).toEqual({ kind: 'details', details: least });
});

test('ids are read in lower case, and so as the records have them', () => {
  const asked = { ...whole, mandate: whole.mandate.toUpperCase(), subjects: whole.subjects.map((id) => id.toUpperCase()) };
  expect(parseDetails([asked])).toEqual({ kind: 'details', details: whole });
});

test('each list may be as long as its limit', () => {
  const subjects = Array.from({ length: mostEntries.subjects }, (_, at) => numberedId(at));
  const fields = Array.from({ length: mostEntries.fields }, (_, at) => `Resident.field${at}`);
  const categories = Object.values(DataCategory);
  expect(parseDetails([{ ...whole, subjects, fields, categories }])).toMatchObject({ kind: 'details' });
});

const tooMany = (most: number, entry: (at: number) => unknown): unknown[] => Array.from({ length: most + 1 }, (_, at) => entry(at));

describe('these are refused:', () => {
  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'authorization_details must be an array'],
    ['null', null, 'authorization_details must be an array'],
    ['the detail itself', whole, 'authorization_details must be an array'],
    ['a text', JSON.stringify([whole]), 'authorization_details must be an array'],
    ['no detail', [], 'exactly one authorization detail is needed'],
    ['two details', [whole, { ...whole, mandate: matters.protectedOrder }], 'exactly one authorization detail is needed'],
    ['a detail twice', [whole, whole], 'exactly one authorization detail is needed'],
    ['null as a detail', [null], 'an authorization detail must be an object'],
    ['a list as a detail', [[whole]], 'an authorization detail must be an object'],
    ['an unknown member', [{ ...whole, locations: ['https://example.org'] }], 'the authorization detail has an unknown member'],
    ['an unknown member that is undefined', [{ ...whole, datatypes: undefined }], 'the authorization detail has an unknown member'],
    ['a member in other letters', [{ ...whole, Subjects: [] }], 'the authorization detail has an unknown member'],
    [
      'a member __proto__',
      [JSON.parse(JSON.stringify(whole).replace('{', '{"__proto__":{},'))],
      'the authorization detail has an unknown member',
    ],
    ['an enriched detail', [{ ...whole, authority: 'Court' }], 'the authorization detail has an unknown member'],
    ['another type', [{ ...whole, type: 'payment_initiation' }], 'missing, malformed or doubled: type'],
    ['no type', [{ ...whole, type: undefined }], 'missing, malformed or doubled: type'],
    ['no mandate', [{ ...whole, mandate: undefined }], 'missing, malformed or doubled: mandate'],
    ['a mandate that is no id', [{ ...whole, mandate: "' or true --" }], 'missing, malformed or doubled: mandate'],
    ['no action', [{ ...whole, actions: undefined }], 'missing, malformed or doubled: actions'],
    ['an empty list of actions', [{ ...whole, actions: [] }], 'missing, malformed or doubled: actions'],
    ['another action', [{ ...whole, actions: ['write'] }], 'missing, malformed or doubled: actions'],
    ['an action twice', [{ ...whole, actions: ['read', 'read'] }], 'missing, malformed or doubled: actions'],
    ['another action beside', [{ ...whole, actions: ['read', 'write'] }], 'missing, malformed or doubled: actions'],
    ['no purpose', [{ ...whole, purpose: undefined }], 'missing, malformed or doubled: purpose'],
    ['an unknown purpose', [{ ...whole, purpose: 'CURIOSITY' }], 'missing, malformed or doubled: purpose'],
    ['a purpose of employees', [{ ...whole, purpose: 'SERVICE_PROVISION' }], 'missing, malformed or doubled: purpose'],
    ['an inherited name as a purpose', [{ ...whole, purpose: 'constructor' }], 'missing, malformed or doubled: purpose'],
    ['purposes in a list', [{ ...whole, purpose: ['LEGAL_DEMAND'] }], 'missing, malformed or doubled: purpose'],
    ['null as a list', [{ ...whole, categories: null }], 'missing, malformed or doubled: categories'],
    ['a text as a list', [{ ...whole, categories: 'NAME' }], 'missing, malformed or doubled: categories'],
    ['empty categories', [{ ...whole, categories: [] }], 'missing, malformed or doubled: categories'],
    ['a category twice', [{ ...whole, categories: ['NAME', 'NAME'] }], 'missing, malformed or doubled: categories'],
    ['an unknown category', [{ ...whole, categories: ['NAME', 'SHOE_SIZE'] }], 'missing, malformed or doubled: categories'],
    [
      'too many categories',
      [{ ...whole, categories: tooMany(Object.keys(DataCategory).length, () => 'NAME') }],
      'too many entries: categories',
    ],
    ['empty fields', [{ ...whole, fields: [] }], 'missing, malformed or doubled: fields'],
    ['a field twice', [{ ...whole, fields: ['Resident.email', 'Resident.email'] }], 'missing, malformed or doubled: fields'],
    ['an argument as a field', [{ ...whole, fields: ['Query.resident(id:)'] }], 'missing, malformed or doubled: fields'],
    ['a type as a field', [{ ...whole, fields: ['Resident'] }], 'missing, malformed or doubled: fields'],
    ['every field', [{ ...whole, fields: ['Resident.*'] }], 'missing, malformed or doubled: fields'],
    ['a very long field', [{ ...whole, fields: [`Resident.${'a'.repeat(200)}`] }], 'missing, malformed or doubled: fields'],
    ['too many fields', [{ ...whole, fields: tooMany(mostEntries.fields, (at) => `Resident.field${at}`) }], 'too many entries: fields'],
    ['empty subjects', [{ ...whole, subjects: [] }], 'missing, malformed or doubled: subjects'],
    [
      'a subject twice, in other letters',
      [{ ...whole, subjects: ['abcdefab-0000-4000-8000-000000000001', 'ABCDEFAB-0000-4000-8000-000000000001'] }],
      'missing, malformed or doubled: subjects',
    ],
    ['a subject that is no id', [{ ...whole, subjects: ['*'] }], 'missing, malformed or doubled: subjects'],
    ['too many subjects', [{ ...whole, subjects: tooMany(mostEntries.subjects, numberedId) }], 'too many entries: subjects'],
    ['several wrong members', [{ ...whole, mandate: 1, subjects: [1] }], 'missing, malformed or doubled: mandate, subjects'],
  ])('%s', (_, given, problem) => {
    expect(parseDetails(given)).toEqual({ kind: 'refused', problem });
  });
});

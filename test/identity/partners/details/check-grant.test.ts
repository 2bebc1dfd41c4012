import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { checkGrant, type Grantable } from '../../../../src/identity/partners/details/check-grant.ts';
import { mandateType, type MandateDetails } from '../../../../src/identity/partners/details/mandate-details.ts';
import { matters } from '../../../../demo/personas.ts';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { numberedId } from '../../../helpers/log/numbered.ts';

const { markings } = buildSchema(town);
const [one, two, other] = [numberedId(1), numberedId(2), numberedId(3)];
const grantable: Grantable = {
  inForce: true,
  purpose: 'LEGAL_DEMAND',
  categories: new Set(['NAME', 'BIRTH_DATE', 'TELEPHONE']),
  subjects: new Set([one, two]),
  registered: new Set(['NAME', 'BIRTH_DATE', 'ADDRESS']),
};
const details: MandateDetails = { type: mandateType, mandate: matters.courtOrder, actions: ['read'], purpose: 'LEGAL_DEMAND' };

const check = (wanted: Partial<MandateDetails>, most: Grantable | undefined = grantable): string | undefined =>
  checkGrant({ ...details, ...wanted }, most, (coordinate) => markings.outputs.get(coordinate)?.category);

describe('granted:', () => {
  test.each<[string, Partial<MandateDetails>]>([
    ['without lists', {}],
    ['categories of mandate and registration', { categories: ['NAME', 'BIRTH_DATE'] }],
    ['that people are on record', { categories: ['EXISTENCE'], fields: ['Resident.id'] }],
    ['fields of these categories', { fields: ['Resident.givenName', 'Resident.birthDate'] }],
    ['some subjects of the mandate', { subjects: [two] }],
  ])('%s', (_, wanted) => {
    expect(check(wanted)).toBeUndefined();
  });

  test('every category of the mandate, where the registration names none', () => {
    expect(check({ categories: ['TELEPHONE'] }, { ...grantable, registered: undefined })).toBeUndefined();
  });
});

describe('refused:', () => {
  test.each<[string, Partial<MandateDetails>, string]>([
    ['another purpose', { purpose: 'MAINTENANCE' }, 'the mandate is for another purpose'],
    ['a category outside the mandate', { categories: ['NAME', 'ADDRESS'] }, 'the mandate does not name all of these categories or fields'],
    ['a field outside the mandate', { fields: ['Resident.email'] }, 'the mandate does not name all of these categories or fields'],
    [
      'a category outside the registration',
      { categories: ['TELEPHONE'] },
      'the registration does not allow all of these categories or fields',
    ],
    [
      'a field outside the registration',
      { fields: ['Resident.phone'] },
      'the registration does not allow all of these categories or fields',
    ],
    ['a field that does not exist', { fields: ['Resident.shoeSize'] }, 'fields names a coordinate that holds nothing personal'],
    ['a field that is not personal', { fields: ['Service.name'] }, 'fields names a coordinate that holds nothing personal'],
    ['a subject outside the mandate', { subjects: [one, other] }, 'the mandate does not name all of these subjects'],
  ])('%s', (_, wanted, problem) => {
    expect(check(wanted)).toBe(problem);
  });

  test('a mandate that is not in force and one that does not exist, alike', () => {
    expect(check({}, { ...grantable, inForce: false })).toBe('the mandate is not in force');
    expect(checkGrant(details, undefined, () => undefined)).toBe('the mandate is not in force');
  });
});

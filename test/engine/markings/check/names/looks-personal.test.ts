import { describe, expect, test } from '@jest/globals';
import { findLooksPersonal } from '../../../../../src/engine/markings/check/names/looks-personal.ts';
import { personalWord } from '../../../../../src/engine/markings/check/names/personal-words.ts';
import { buildSchema } from '../../../../../src/server/spine/document/build-schema.ts';
import { inspectSchema } from '../../../../../src/server/spine/document/inspect-schema.ts';
import { clubPolicy } from '../../../club/policy.ts';
import type { Change } from '../../../../helpers/policy/change-sources.ts';
import { changedSchema } from '../changed-schema.ts';
import { club, clubSources } from '../../../club/club.ts';
import { allCategories } from '../../../club/vocabulary.ts';

/** The findings after fields are added to a type, an input, or the arguments of a root field. */
function looksPersonal(...changes: Change[]): string[] {
  const { built } = inspectSchema(club.schema, changes.length === 0 ? clubSources() : changedSchema(...changes), clubPolicy);
  return findLooksPersonal(built!.schema, built!.markings).map(({ coordinate, problem, hint }) => `${coordinate}: ${problem} (${hint})`);
}

const ofCourse = (field: string): Change => [
  'type Course implements Node @impersonal {',
  `type Course implements Node @impersonal {\n  ${field}`,
];
const ofAccount = (field: string): Change => [
  'type Account @dataSubject(id: "memberId") {',
  `type Account @dataSubject(id: "memberId") {\n  ${field} @impersonal`,
];
const anyCategory = 'mark it @personal with a category that says what it is, or name it for what it holds';
/** The hint for a usual category. The club has none for networks and passwords. */
const mark = (category: string): string =>
  allCategories.some((one) => one === category) ? `mark it @personal(category: ${category}), or name it for what it holds` : anyCategory;
const people = new Map([
  ['member', 'EXISTENCE'],
  ['trainer', 'STAFF_NAME'],
]);

describe('an element that looks personal', () => {
  test('does not occur in the schema: neither fields that return objects nor names of things look personal', () => {
    expect(looksPersonal()).toEqual([]);
    const { schema } = buildSchema(club);
    const fieldsOf = (type: string): string[] => Object.keys((schema.getType(type) as { getFields(): object } | undefined)!.getFields());
    expect(fieldsOf('Course')).toEqual(expect.arrayContaining(['name', 'description', 'minimumAge']));
    expect(fieldsOf('Squad')).toContain('name');
    expect(fieldsOf('Member')).toContain('address');
  });

  test.each([
    ['birthPlace', 'birthPlace', 'BIRTH_DATE'],
    ['yearOfBirth', 'Birth', 'BIRTH_DATE'],
    ['dateOfBirth', 'Birth', 'BIRTH_DATE'],
    ['email', 'email', 'EMAIL'],
    ['e_mail', 'email', 'EMAIL'],
    ['contactEmails', 'Emails', 'EMAIL'],
    ['phone', 'phone', 'TELEPHONE'],
    ['mobileNumber', 'mobile', 'TELEPHONE'],
    ['faxNumber', 'fax', 'TELEPHONE'],
    ['clientIp', 'Ip', 'NETWORK_ADDRESS'],
    ['IPAddress', 'IPAddress', 'NETWORK_ADDRESS'],
    ['networkAddress', 'networkAddress', 'NETWORK_ADDRESS'],
    ['mailingAddresses', 'Addresses', 'ADDRESS'],
    ['streetNumber', 'street', 'ADDRESS'],
    ['postalCode', 'postal', 'ADDRESS'],
    ['givenName', 'givenName', 'NAME'],
    ['familyname', 'familyname', 'NAME'],
    ['surname', 'surname', 'NAME'],
    ['memberName', 'memberName', 'NAME'],
    ['memberIds', 'memberIds', 'EXISTENCE'],
    ['trainerId', 'trainerId', 'STAFF_NAME'],
    ['password', 'password', 'CREDENTIAL'],
  ])('is a field %s, even on a type without a data subject', (name, word, category) => {
    expect(personalWord(name, false, people)).toEqual({ word, category });
    expect(looksPersonal(ofCourse(`${name}: String`))).toEqual([
      `Course.${name}: it looks personal (${word}) and is @impersonal (${mark(category)})`,
    ]);
  });

  test.each(['gender', 'sin', 'passportNumber', 'driversLicence', 'bankAccount', 'iban', 'salary', 'healthCard'])(
    'is a field %s, although it has no category yet',
    (name) => {
      expect(looksPersonal(ofCourse(`${name}: String`))).toEqual([expect.stringContaining(`(${anyCategory})`)]);
    },
  );

  test.each(['shipping', 'recipe', 'basin', 'single', 'nameplate', 'macro', 'brand', 'age', 'initials', 'latitude'])(
    'is not a field %s of a thing',
    (name) => {
      expect(looksPersonal(ofCourse(`${name}: String`))).toEqual([]);
    },
  );

  test.each([
    ['name', 'NAME'],
    ['initials', 'INITIALS'],
    ['age', 'AGE'],
  ])('is a plain %s if the object has a data subject', (name, category) => {
    expect(looksPersonal(ofAccount(`${name}: String`))).toEqual([
      `Account.${name}: it looks personal (${name}) and is @impersonal (${mark(category)})`,
    ]);
  });

  test('is a field of a personal type, whatever its name', () => {
    expect(looksPersonal(ofCourse('reachedAt: EmailAddress'), ['scalar Money', 'scalar Money\nscalar EmailAddress'])).toEqual([
      `Course.reachedAt: it looks personal (Email) and is @impersonal (${mark('EMAIL')})`,
    ]);
    expect(looksPersonal(ofCourse('origin: IPv4'), ['scalar Money', 'scalar Money\nscalar IPv4'])).toEqual([
      `Course.origin: it looks personal (IPv4) and is @impersonal (${mark('NETWORK_ADDRESS')})`,
    ]);
  });

  test('is an argument and an input field', () => {
    expect(looksPersonal(['inquiries(status', 'inquiries(email: String @impersonal, status'])).toEqual([
      `Query.inquiries(email:): it looks personal (email) and is @impersonal (${mark('EMAIL')})`,
    ]);
    expect(looksPersonal(['input BookingInput {', 'input BookingInput {\n  phone: String @impersonal'])).toEqual([
      `BookingInput.phone: it looks personal (phone) and is @impersonal (${mark('TELEPHONE')})`,
    ]);
  });

  test('is the field itself, not the object that leads to it', () => {
    const found = looksPersonal(
      ['street: String @personal(category: ADDRESS)\n  locality', 'street: String @impersonal\n  locality'],
      ['type Address @dataSubject(id: "id") {', 'type Address @dataSubject(id: "id") {\n  unit: String @impersonal'],
    );
    expect(found).toEqual([`Address.street: it looks personal (street) and is @impersonal (${mark('ADDRESS')})`]);
  });

  test('is not one that is marked personal', () => {
    expect(looksPersonal(['balance: Money', 'phone: String @personal(category: TELEPHONE)\n  balance: Money'])).toEqual([]);
  });
});

import { describe, expect, test } from '@jest/globals';
import { Source } from 'graphql';
import { PrivacyError } from '../../src/errors.ts';
import { buildSchema, schemaSources } from '../../src/gateway/build-schema.ts';

function changed(change: (text: string) => string): Source[] {
  return schemaSources().map(({ body, name }) => new Source(change(body), name));
}

/** The problems with which the gateway refuses to start on a changed schema. */
function problemsWith(change: (text: string) => string): string {
  const sources = changed(change);
  if (sources.every(({ body }, index) => body === schemaSources()[index]?.body)) throw new Error('the change changed nothing');
  try {
    buildSchema(sources);
    return '';
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'SCHEMA_INCONSISTENT') return error.message;
    throw error;
  }
}

const replacing =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, () => to);

describe('the gateway', () => {
  test('starts on the schema as it stands', () => {
    expect(() => buildSchema()).not.toThrow();
  });

  test.each([
    [
      'an unclassified field',
      'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
      'birthDate: LocalDate\n  ageBand',
      'Resident.birthDate: unclassified',
    ],
    [
      'an unclassified argument',
      'overdue: Boolean @personal(category: OVERDUE)',
      'overdue: Boolean',
      'Query.accounts(overdue:): unclassified',
    ],
    [
      'an unclassified input field',
      'phone: String @personal(category: TELEPHONE)\n  locality',
      'phone: String\n  locality',
      'ResidentFilter.phone: unclassified',
    ],
    [
      'an unclassified sort key',
      'BIRTH_DATE @personal(category: BIRTH_DATE)\n  LOCALITY',
      'BIRTH_DATE\n  LOCALITY',
      'ResidentOrder.BIRTH_DATE: unclassified',
    ],
    ['an unclassified union', 'union Case @impersonal', 'union Case', 'Case: unclassified'],
    ['an unclassified enum', 'enum TicketTopic @impersonal', 'enum TicketTopic', 'TicketTopic.SIGNING_IN: unclassified'],
    [
      'a contradiction',
      'email: String @personal(category: EMAIL)\n  "The first',
      'email: String @personal(category: EMAIL) @impersonal\n  "The first',
      'Resident.email: both @personal and @impersonal',
    ],
    [
      'a personal field that is non-null',
      'balance: Money @personal',
      'balance: Money! @personal',
      'Account.balance: a personal field must be nullable',
    ],
    [
      'a personal field of a type without a data subject',
      'type Account @dataSubject(id: "residentId")',
      'type Account',
      'Account.balance: personal, but its type has no @dataSubject',
    ],
    [
      'a data subject that nothing names',
      'type Account @dataSubject(id: "residentId")',
      'type Account @dataSubject',
      'Account: @dataSubject needs id or none',
    ],
    [
      'a marking on an interface that an implementer does not carry',
      'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Resident.birthDate"])\n}\n\ntype Resident',
      'ageBand: AgeBand @personal(category: NAME)\n}\n\ntype Resident',
      'Resident.ageBand: does not carry the marking of Person.ageBand',
    ],
    [
      'a hint of nothing',
      'derivedFrom: ["Resident.email"]',
      'derivedFrom: ["Resident.mail"]',
      'Resident.emailHint: derived from Resident.mail, which is no personal field',
    ],
    [
      'a derived field with fewer readers than its source',
      'derivedFrom: ["Resident.phone"]',
      'derivedFrom: ["Resident.givenName"]',
      'Resident.phoneHint: not everybody who may read Resident.givenName may read it',
    ],
    [
      'a root field without a policy line',
      'me: Resident',
      'me: Resident\n  you: Resident',
      'Query.you: a root field without a policy line',
    ],
    ['a root field that is non-null', 'me: Resident', 'me: Resident!', 'Query.me: a root field must be nullable'],
    [
      'a policy line without a root field',
      'me: Resident',
      'myself: Resident',
      'Query.me: a policy line names a root field that does not exist',
    ],
  ])('refuses to start with %s, and names it', (_name, from, to, problem) => {
    expect(problemsWith(replacing(from, to))).toContain(problem);
  });

  test('refuses a category that is none', () => {
    expect(() =>
      buildSchema(changed(replacing('@personal(category: AGE, derivedFrom', '@personal(category: SHOE_SIZE, derivedFrom'))),
    ).toThrow('Argument "category" has invalid value SHOE_SIZE.');
  });

  test('refuses a directive under another name', () => {
    expect(() => buildSchema(changed((text) => text.replaceAll('@personal', '@private')))).toThrow('Resident.birthDate: unclassified');
  });
});

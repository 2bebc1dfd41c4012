import { vocabulary } from '../../../src/town/policy/vocabulary.ts';
import { describe, expect, test } from '@jest/globals';
import { readMarkings } from '../../../src/cli/policy/diff/read-markings.ts';
import { schemaSources } from '../../../src/town/graphql/schema-sources.ts';
import { sentenceOf } from '../../../src/engine/review/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import type { Policy } from '../../../src/engine/policy/policy.ts';
import { changedIn } from '../markings/check/changed-schema.ts';

const markings = readMarkings(schemaSources());

/** The schema with one text in a file replaced by another. */
function edited(file: string, from: string, to: string) {
  const path = `schema/${file}.graphql`;
  const [changed] = changedIn(
    schemaSources().filter(({ name }) => name === path),
    [from, to],
  );
  return readMarkings(schemaSources().map((source) => (source.name === path ? changed! : source)));
}
const schemaSentences = (after: typeof markings, before = markings): string[] =>
  compare({ policy: policyInForce, markings: before }, { policy: policyInForce, markings: after }).map(
    (change) => `${change.effect} ${sentenceOf(vocabulary, change)}`,
  );

describe('the schema', () => {
  const birthDate = 'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand';

  test('a field with another category is shown to those who may see that category', () => {
    const sentences = schemaSentences(edited('residents', birthDate, 'birthDate: LocalDate @personal(category: AGE)\n  ageBand'));
    expect(sentences).toContain(
      'REVEALS A clerk of customer service, for providing a requested service, may now see the age band (Resident.birthDate; until now the birth date) of a data subject without any relationship: line counter-search, clause access.',
    );
    expect(sentences).toContainEqual(
      expect.stringMatching(
        /^HIDES A privacy officer, for preparing a lawful disclosure, .+which line mandate-subjects-nothing-else now prohibits/,
      ),
    );
    // The order may name one category and not the other.
    const police = sentences.filter((sentence) => sentence.includes('Law enforcement'));
    expect(police).toEqual([
      expect.stringMatching(/REVEALS .+ while the mandate names the category unless the mandate names the category that it had: /),
      expect.stringMatching(/HIDES .+ while the mandate names the category that it had unless the mandate names the category: /),
    ]);
  });

  test('a field that becomes impersonal is shown to all who can reach it, and the reverse hides it', () => {
    const shown = edited('residents', birthDate, 'birthDate: LocalDate @impersonal\n  ageBand');
    expect(schemaSentences(shown)).toEqual([
      'REVEALS Everybody who can reach a Resident may now see Resident.birthDate: it was marked BIRTH_DATE and is impersonal now.',
    ]);
    expect(schemaSentences(markings, shown)).toEqual([
      'HIDES Only those who may see BIRTH_DATE still see Resident.birthDate: it was impersonal.',
    ]);
  });

  test('a new field is shown only to those who may see its category', () => {
    const added = (marking: string) => schemaSentences(edited('residents', birthDate, `extra: String ${marking}\n  ${birthDate}`));
    expect(added('@personal(category: EMAIL)')).toContain(
      'REVEALS An employee of the helpdesk, for helping with a question to the helpdesk, may now see the email address (Resident.extra; new) of a data subject whose ticket is assigned to them: line support-ticket, clause helpdesk.',
    );
    expect(added('@personal(category: CREDENTIAL)')).toEqual([]);
    expect(added('@impersonal')).toEqual([
      'REVEALS Everybody who can reach a Resident may now see Resident.extra: it is new, and impersonal.',
    ]);
    // A field of a type without data subjects is reported too, because it can hold a name.
    const service = edited(
      'services',
      'type Service implements Node @impersonal {',
      'type Service implements Node @impersonal {\n  extra: String',
    );
    expect(schemaSentences(service)).toEqual([
      'REVEALS Everybody who can reach a Service may now see Service.extra: it is new, and impersonal.',
    ]);
    expect(schemaSentences(markings, service)).toEqual(['HIDES Service.extra is no longer visible: it was impersonal and was removed.']);
  });

  test.each([
    [
      'access-log',
      'type AccessEntry @dataSubject(none: true) {',
      'principal: String @impersonal',
      'an AccessEntry (a control agency, a privacy officer or a resident)',
      'AccessEntry.principal',
    ],
    [
      'mandates',
      'type Mandate implements Node @dataSubject(none: true) {',
      'aboutWhom: [String!] @impersonal',
      'a Mandate',
      'Mandate.aboutWhom',
    ],
    [
      'privacy-requests',
      'type PrivacyRequestReceipt @impersonal {',
      'filedBy: String',
      'a PrivacyRequestReceipt (an anonymous caller or a resident)',
      'PrivacyRequestReceipt.filedBy',
    ],
    [
      'tickets',
      'type TicketEdge @impersonal {',
      'viewer: Resident',
      'a TicketEdge (law enforcement, a privacy officer, a resident or an employee of the helpdesk)',
      'TicketEdge.viewer',
    ],
    [
      'tickets',
      'type Employee @dataSubject(id: "id", existence: EMPLOYEE_IDENTITY) {',
      'desk: String @impersonal',
      'an Employee',
      'Employee.desk',
    ],
  ])('a new impersonal field of %s: %s', (file, type, field, reader, coordinate) => {
    expect(schemaSentences(edited(file, type, `${type}\n  ${field}`))).toEqual([
      `REVEALS Everybody who can reach ${reader} may now see ${coordinate}: it is new, and impersonal.`,
    ]);
  });

  test('a new root field is reported with the line that opens it, or by itself if the line already existed', () => {
    const added = edited('residents', '  me: Resident', '  me: Resident\n  motto: String @impersonal');
    const open: Policy = {
      ...policyInForce,
      rootFields: [...policyInForce.rootFields, { ...policyInForce.rootFields[0]!, fields: ['Query.motto'] }],
    };
    const sentences = (before: Policy, after: Policy): string[] =>
      compare({ policy: before, markings }, { policy: after, markings: added }).map(
        (change) => `${change.effect} ${sentenceOf(vocabulary, change)}`,
      );
    expect(sentences(policyInForce, open)).toEqual([
      expect.stringMatching(/^REVEALS Everybody, for any purpose or none, may now enter Query\.motto, /),
    ]);
    expect(sentences(open, open)).toEqual([
      'REVEALS Everybody who may enter Query.motto may now see Query.motto: it is new, and impersonal.',
    ]);
  });

  test.each([
    [
      'tickets',
      'requester: Resident @personal(category: EXISTENCE)',
      'requester: HouseholdMember @personal(category: EXISTENCE)',
      'Ticket.requester was of the type Resident and is of the type HouseholdMember now: its readers see something else.',
    ],
    [
      'residents',
      'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
      'birthDate: DateTime @personal(category: BIRTH_DATE)\n  ageBand',
      'Resident.birthDate was of the type LocalDate and is of the type DateTime now: its readers see something else.',
    ],
    [
      'tickets',
      'closedAt: DateTime @impersonal',
      'closedAt: [DateTime!] @impersonal',
      'Ticket.closedAt was of the type DateTime and is of the type [DateTime!] now: its readers see something else.',
    ],
    [
      'tickets',
      'union MessageAuthor @impersonal = Resident | Employee',
      'union MessageAuthor @impersonal = Resident | Employee | Account',
      'MessageAuthor was Employee | Resident and is Account | Employee | Resident now: what holds a MessageAuthor may show something else.',
    ],
    [
      'residents',
      '  FROM_65\n',
      '  FROM_65\n  FROM_100\n',
      'AgeBand was FROM_13_TO_17 | FROM_18_TO_29 | FROM_30_TO_44 | FROM_45_TO_64 | FROM_65 | FROM_6_TO_12 | UNDER_6 and is FROM_100 | FROM_13_TO_17 | FROM_18_TO_29 | FROM_30_TO_44 | FROM_45_TO_64 | FROM_65 | FROM_6_TO_12 | UNDER_6 now: what holds an AgeBand may show something else.',
    ],
  ])('another type is to be looked at, in %s: %s', (file, from, to, sentence) => {
    expect(schemaSentences(edited(file, from, to))).toEqual([`REVEALS ${sentence}`]);
  });

  test('a removed field is hidden', () => {
    expect(
      schemaSentences(edited('residents', 'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand: AgeBand', 'ageBand: AgeBand')),
    ).toEqual(['HIDES Resident.birthDate is no longer visible: it was BIRTH_DATE and was removed.']);
  });

  test('another data subject, and whether existence is personal', () => {
    expect(schemaSentences(edited('residents', 'type Address @dataSubject(id: "id")', 'type Address @dataSubject(id: "ownerId")'))).toEqual(
      [
        'REVEALS Address was about the data subject in the row’s id and is about the data subject in the row’s ownerId now: other relationships decide what is shown of it.',
      ],
    );
    const nobodys = edited('tickets', 'type Ticket implements Node @dataSubject(id: "residentId")', 'type Ticket implements Node');
    expect(schemaSentences(nobodys)).toEqual([
      'REVEALS Ticket was about the data subject in the row’s residentId and is about no data subject now: other relationships decide what is shown of it.',
    ]);
    expect(
      schemaSentences(
        edited(
          'residents',
          'type Resident implements Node & Person @dataSubject(id: "id", existence: EXISTENCE)',
          'type Resident implements Node & Person @dataSubject(id: "id")',
        ),
      ),
    ).toEqual(['REVEALS Everybody who can reach a Resident may now see that it is there: it was marked EXISTENCE and is impersonal now.']);
  });

  test('an input that is no longer personal can be used as a filter', () => {
    const open = edited(
      'residents',
      '  birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand: AgeBand @personal(category: AGE)\n  email',
      '  birthDate: LocalDate @impersonal\n  ageBand: AgeBand @personal(category: AGE)\n  email',
    );
    expect(schemaSentences(open)).toContainEqual(
      expect.stringMatching(
        /^REVEALS A clerk of customer service, for providing a requested service, may now filter, sort or page Query\.residents by ResidentFilter\.birthDate: /,
      ),
    );
  });
});

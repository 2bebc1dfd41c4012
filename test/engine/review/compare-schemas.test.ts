import { describe, expect, test } from '@jest/globals';
import { readComparedMarkings } from '../../../src/cli/policy/diff/read-compared-markings.ts';
import { sentenceOf } from '../../../src/engine/review/compare/compare/sentence.ts';
import { compare } from '../../../src/engine/review/compare.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { changedSchema } from '../markings/check/changed-schema.ts';
import { clubSources } from '../club/club.ts';
import { vocabulary } from '../club/vocabulary.ts';

const markings = readComparedMarkings(clubSources());

/** The markings of the schema with one text replaced by another. */
const edited = (from: string, to: string) => readComparedMarkings(changedSchema([from, to]));
const schemaSentences = (after: typeof markings, before = markings): string[] =>
  compare({ policy: clubPolicy, markings: before }, { policy: clubPolicy, markings: after }).map(
    (change) => `${change.effect} ${sentenceOf(vocabulary, change)}`,
  );

describe('the schema', () => {
  const birthDate = 'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand';

  test('a field with another category is shown to those who may see that category', () => {
    const sentences = schemaSentences(edited(birthDate, 'birthDate: LocalDate @personal(category: AGE)\n  ageBand'));
    expect(sentences).toContain(
      'REVEALS A receptionist, for serving at the desk, may now see the age band (Member.birthDate; until now the birth date) of a member without any relationship: line desk-search, clause access.',
    );
    expect(sentences).toContainEqual(
      expect.stringMatching(/^HIDES A secretary, for registering a squad, .+which line squad-members-nothing-else now prohibits/),
    );
    // The authority may name one category and not the other.
    const federation = sentences.filter((sentence) => sentence.includes('The federation'));
    expect(federation).toEqual([
      expect.stringMatching(/REVEALS .+ while the authority names the category unless the authority names the category that it had: /),
      expect.stringMatching(/HIDES .+ while the authority names the category that it had unless the authority names the category: /),
    ]);
  });

  test('a field that becomes impersonal is shown to all who can reach it, and the reverse hides it', () => {
    const shown = edited(birthDate, 'birthDate: LocalDate @impersonal\n  ageBand');
    expect(schemaSentences(shown)).toEqual([
      'REVEALS Everybody who can reach a Member may now see Member.birthDate: it was marked BIRTH_DATE and is impersonal now.',
    ]);
    expect(schemaSentences(markings, shown)).toEqual([
      'HIDES Only those who may see BIRTH_DATE still see Member.birthDate: it was impersonal.',
    ]);
  });

  test('a new field is shown only to those who may see its category', () => {
    const added = (marking: string) => schemaSentences(edited(birthDate, `extra: String ${marking}\n  ${birthDate}`));
    expect(added('@personal(category: EMAIL)')).toContain(
      'REVEALS A coach, for giving a lesson, may now see the email address (Member.extra; new) of a member whom they train: line coach-lesson, clause coaching.',
    );
    expect(added('@personal(category: LOCKER_CODE)')).toEqual([]);
    expect(added('@impersonal')).toEqual([
      'REVEALS Everybody who can reach a Member may now see Member.extra: it is new, and not marked as personal.',
    ]);
    // A field of a type without data subjects is reported too, because it can hold a name.
    const course = edited('type Course implements Node @impersonal {', 'type Course implements Node @impersonal {\n  extra: String');
    expect(schemaSentences(course)).toEqual([
      'REVEALS Everybody who can reach a Course may now see Course.extra: it is new, and not marked as personal.',
    ]);
    expect(schemaSentences(markings, course)).toEqual(['HIDES Course.extra is no longer visible: it was impersonal and was removed.']);
  });

  test.each([
    [
      'type AccessEntry @dataSubject(none: true) {',
      'principal: String @impersonal',
      'an AccessEntry (a member or a secretary)',
      'AccessEntry.principal',
    ],
    [
      'type Squad implements Node @dataSubject(none: true) {',
      'aboutWhom: [String!] @impersonal',
      'a Squad (a secretary, the federation or an insurer)',
      'Squad.aboutWhom',
    ],
    ['type InquiryReceipt @impersonal {', 'filedBy: String', 'an InquiryReceipt (a visitor or a member)', 'InquiryReceipt.filedBy'],
    [
      'type LessonEdge @impersonal {',
      'viewer: Member',
      'a LessonEdge (a member, a coach, a secretary or the federation)',
      'LessonEdge.viewer',
    ],
    ['type Trainer @dataSubject(id: "id", existence: STAFF_NAME) {', 'desk: String @impersonal', 'a Trainer', 'Trainer.desk'],
  ])('a new impersonal field of %s: %s', (type, field, reader, coordinate) => {
    expect(schemaSentences(edited(type, `${type}\n  ${field}`))).toEqual([
      `REVEALS Everybody who can reach ${reader} may now see ${coordinate}: it is new, and not marked as personal.`,
    ]);
  });

  test('a new root field is reported with the line that opens it, or by itself if the line already existed', () => {
    const added = edited('  me: Member', '  me: Member\n  motto: String @impersonal');
    const open: Policy = {
      ...clubPolicy,
      rootFields: [...clubPolicy.rootFields, { ...clubPolicy.rootFields[0]!, fields: ['Query.motto'] }],
    };
    const sentences = (before: Policy, after: Policy): string[] =>
      compare({ policy: before, markings }, { policy: after, markings: added }).map(
        (change) => `${change.effect} ${sentenceOf(vocabulary, change)}`,
      );
    expect(sentences(clubPolicy, open)).toEqual([
      expect.stringMatching(/^REVEALS Everybody, for any purpose or none, may now enter Query\.motto, /),
    ]);
    expect(sentences(open, open)).toEqual([
      'REVEALS Everybody who may enter Query.motto may now see Query.motto: it is new, and not marked as personal.',
    ]);
  });

  test.each([
    [
      'trainee: Member @personal(category: EXISTENCE)',
      'trainee: Teammate @personal(category: EXISTENCE)',
      'Lesson.trainee was of the type Member and is of the type Teammate now: its readers see something else.',
    ],
    [
      'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
      'birthDate: DateTime @personal(category: BIRTH_DATE)\n  ageBand',
      'Member.birthDate was of the type LocalDate and is of the type DateTime now: its readers see something else.',
    ],
    [
      'closedAt: DateTime @impersonal',
      'closedAt: [DateTime!] @impersonal',
      'Lesson.closedAt was of the type DateTime and is of the type [DateTime!] now: its readers see something else.',
    ],
    [
      'union NoteAuthor @impersonal = Member | Trainer',
      'union NoteAuthor @impersonal = Member | Trainer | Account',
      'NoteAuthor was Member | Trainer and is Account | Member | Trainer now: what holds a NoteAuthor may show something else.',
    ],
    [
      '  FROM_18\n',
      '  FROM_18\n  FROM_65\n',
      'AgeBand was FROM_12_TO_17 | FROM_18 | UNDER_12 and is FROM_12_TO_17 | FROM_18 | FROM_65 | UNDER_12 now: what holds an AgeBand may show something else.',
    ],
  ])('another type is to be looked at, %s', (from, to, sentence) => {
    expect(schemaSentences(edited(from, to))).toEqual([`REVEALS ${sentence}`]);
  });

  test('a removed field is hidden', () => {
    expect(schemaSentences(edited('birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand: AgeBand', 'ageBand: AgeBand'))).toEqual(
      ['HIDES Member.birthDate is no longer visible: it was BIRTH_DATE and was removed.'],
    );
  });

  test('another data subject, and whether existence is personal', () => {
    expect(schemaSentences(edited('type Address @dataSubject(id: "id")', 'type Address @dataSubject(id: "ownerId")'))).toEqual([
      'REVEALS Address was about the data subject in the row’s id and is about the data subject in the row’s ownerId now: other relationships decide what is shown of it.',
    ]);
    const nobodys = edited('type Lesson implements Node @dataSubject(id: "memberId")', 'type Lesson implements Node');
    expect(schemaSentences(nobodys)).toEqual([
      'REVEALS Lesson was about the data subject in the row’s memberId and is about no data subject now: other relationships decide what is shown of it.',
    ]);
    expect(
      schemaSentences(
        edited(
          'type Member implements Node & Person @dataSubject(id: "id", existence: EXISTENCE)',
          'type Member implements Node & Person @dataSubject(id: "id")',
        ),
      ),
    ).toEqual(['REVEALS Everybody who can reach a Member may now see that it is there: it was marked EXISTENCE and is impersonal now.']);
  });

  test('an input that is no longer personal can be used as a filter', () => {
    const open = edited(
      '  birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand: AgeBand @personal(category: AGE)\n  email',
      '  birthDate: LocalDate @impersonal\n  ageBand: AgeBand @personal(category: AGE)\n  email',
    );
    expect(schemaSentences(open)).toContainEqual(
      expect.stringMatching(
        /^REVEALS A receptionist, for serving at the desk, may now filter, sort or page Query\.members by MemberFilter\.birthDate: /,
      ),
    );
  });
});

import { describe, expect, test } from '@jest/globals';
import { Source } from 'graphql';
import { PrivacyError } from '../../../src/platform/errors/errors.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { formatDisagreement } from '../../../src/engine/review/check/disagreement.ts';
import { clubPolicy } from '../club/policy.ts';
import type { Policy } from '../../../src/engine/policy/declaration/policy.ts';
import { lineAt } from '../../helpers/policy/change-sources.ts';
import { changedSchema, foundIn, placeOf } from './check/changed-schema.ts';
import { club, clubSources } from '../club/club.ts';

/** The message with which the gateway refuses to start. */
function refusalOf(sources: readonly Source[], policy: Policy = clubPolicy): string {
  try {
    buildSchema(club, sources, policy);
    return '';
  } catch (error) {
    if (error instanceof PrivacyError && error.code === 'SCHEMA_INCONSISTENT') return error.message;
    throw error;
  }
}

describe('the gateway', () => {
  test('starts with the current schema', () => {
    expect(foundIn(clubSources())).toEqual([]);
    expect(() => buildSchema(club)).not.toThrow();
  });

  test.each([
    [
      'an unclassified field',
      'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
      'birthDate: LocalDate\n  ageBand',
      'Member.birthDate: unclassified',
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
      'MemberFilter.phone: unclassified',
    ],
    [
      'an unclassified sort key',
      'BIRTH_DATE @personal(category: BIRTH_DATE)\n  LOCALITY',
      'BIRTH_DATE\n  LOCALITY',
      'MemberOrder.BIRTH_DATE: unclassified',
    ],
    ['an unclassified union', 'union Case @impersonal', 'union Case', 'Case: unclassified'],
    ['an unclassified enum', 'enum LessonTopic @impersonal', 'enum LessonTopic', 'LessonTopic.SERVE: unclassified'],
    [
      'a contradiction',
      'email: String @personal(category: EMAIL)\n  emailHint',
      'email: String @personal(category: EMAIL) @impersonal\n  emailHint',
      'Member.email: both @personal and @impersonal',
    ],
    [
      'a personal field that is non-null',
      'balance: Money @personal',
      'balance: Money! @personal',
      'Account.balance: a personal field must be nullable',
    ],
    [
      'a personal field of a type without a data subject',
      'type Account @dataSubject(id: "memberId")',
      'type Account',
      'Account.balance: personal, but its type has no @dataSubject',
    ],
    [
      'a data subject that nothing names',
      'type Account @dataSubject(id: "memberId")',
      'type Account @dataSubject',
      'Account: @dataSubject needs id or none',
    ],
    [
      'a marking on an interface that an implementer does not carry',
      'ageBand: AgeBand @personal(category: AGE, derivedFrom: ["Member.birthDate"])\n}\n\ntype Member',
      'ageBand: AgeBand @personal(category: NAME)\n}\n\ntype Member',
      'Member.ageBand: does not carry the marking of Person.ageBand',
    ],
    [
      'a hint of nothing',
      'derivedFrom: ["Member.email"]',
      'derivedFrom: ["Member.mail"]',
      'Member.emailHint: derived from Member.mail, which is no personal field',
    ],
    [
      'a derived field with fewer readers than its source',
      'derivedFrom: ["Member.phone"]',
      'derivedFrom: ["Member.givenName"]',
      'Member.phoneHint: not every role that may read Member.givenName may read it',
    ],
    ['a root field without a policy line', 'me: Member', 'me: Member\n  you: Member', 'Query.you: a root field without a policy line'],
    ['a root field that is non-null', 'me: Member', 'me: Member!', 'Query.me: a root field must be nullable'],
    [
      'a policy line without a root field',
      'me: Member',
      'myself: Member',
      'Query.me: a policy line names a root field that does not exist',
    ],
  ])('refuses to start with %s, and names it, its place and what to do', (_name, from, to, problem) => {
    const sources = changedSchema([from, to]);
    const found = foundIn(sources);
    expect(refusalOf(sources)).toBe(
      `The schema, the policy and the resolvers do not fit together. ${found.map(formatDisagreement).join('; ')}`,
    );
    const one = found.find((disagreement) => `${disagreement.coordinate}: ${disagreement.problem}`.startsWith(problem))!;
    expect(one.hint).toMatch(/\w/);
    // The place of a policy line is in the policy, which this test does not read.
    if (problem.includes('names a root field')) expect(one.place).toBeUndefined();
    else expect(lineAt(sources, one.place)).toContain(/(\w+)(:\))?$/.exec(one.coordinate)![1]);
  });

  test('refuses an unknown category, and reports only that', () => {
    const sources = changedSchema([
      'birthDate: LocalDate @personal(category: BIRTH_DATE)\n  ageBand',
      'birthDate: LocalDate @personal(category: BIRTHDATE)\n  ageBand',
    ]);
    expect(refusalOf(sources)).toBe(
      `The schema, the policy and the resolvers do not fit together. ${placeOf('Member.birthDate')}: Member.birthDate: @personal: Argument "category" has invalid value BIRTHDATE. (did you mean BIRTH_DATE?)`,
    );
  });

  test('refuses a directive under another name', () => {
    const sources = clubSources().map(({ body, name }) => new Source(body.replaceAll('@personal', '@private'), name));
    expect(refusalOf(sources)).toContain('@private: the gateway reads no such directive, so what it marks would be ignored');
    expect(refusalOf(sources)).toContain('@personal: it is not defined');
    expect(refusalOf(sources)).toContain('Member.birthDate: unclassified');
  });

  test('refuses a file that is not GraphQL, by file and line', () => {
    expect(refusalOf(changedSchema(['type Address @dataSubject', 'type @dataSubject']))).toBe(
      `The schema, the policy and the resolvers do not fit together. ${placeOf('Address')}: not GraphQL (Syntax Error: Expected Name, found "@".)`,
    );
  });

  test('refuses a policy that contradicts itself, and one that contradicts the schema', () => {
    const [grant] = clubPolicy.grants;
    const [rootField] = clubPolicy.rootFields;
    const policy: Policy = {
      ...clubPolicy,
      grants: [...clubPolicy.grants, { ...grant!, line: 'codes', categories: ['LOCKER_CODE'] }],
      rootFields: [...clubPolicy.rootFields, { ...rootField!, fields: ['Query.membre'] }],
    };
    const refusal =
      'The schema, the policy and the resolvers do not fit together. Query.membre: a policy line names a root field that does not exist (did you mean Query.member?); ' +
      'grants codes: LOCKER_CODE can never be permitted by this line: always prohibited by no-locker-codes (remove LOCKER_CODE from codes, or make an exception in no-locker-codes)';
    expect(refusalOf(clubSources(), policy)).toBe(refusal);
  });
});

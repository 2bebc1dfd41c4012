import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../../../src/server/spine/document/build-schema.ts';
import { inspectSchema } from '../../../../../src/server/spine/document/inspect-schema.ts';
import { clubPolicy } from '../../../club/policy.ts';
import type { Policy } from '../../../../../src/engine/policy/declaration/policy.ts';
import { changedSchema } from '../changed-schema.ts';
import type { RowScope } from '../../../../../src/engine/register.ts';
import { club, clubSources } from '../../../club/club.ts';

const particular = 'give the scope of the people whose rows they are, or ALL: then entering is logged';

/** The club’s policy with a root field for one role alone, with that row scope. */
function only(field: string, scope: RowScope): Policy {
  const others = clubPolicy.rootFields
    .map((line) => ({ ...line, fields: line.fields.filter((one) => one !== field) }))
    .filter(({ fields }) => fields.length > 0);
  return {
    ...clubPolicy,
    rootFields: [...others, { fields: [field], role: 'SECRETARY', purposes: ['INQUIRIES'], scope, clause: 'rights' }],
  };
}

/** The findings about the rows of a root field, as problem and hint. */
function wrongWith(field: string, scope: RowScope, sources = clubSources()): string[][] {
  return inspectSchema(club.schema, sources, only(field, scope))
    .disagreements.filter(({ coordinate, problem }) => coordinate === `rootFields ${field}` && problem.includes('with the rows'))
    .map(({ problem, hint }) => [problem, hint]);
}

describe('the scope QUEUE', () => {
  test.each(['Query.lesson', 'Query.lessons', 'Query.inquiries', 'Mutation.assignLesson', 'Mutation.answerInquiry'])(
    'fits %s, whose rows show a number without a data subject',
    (field) => {
      expect(wrongWith(field, 'QUEUE')).toEqual([]);
    },
  );

  test.each([
    ['Query.me', 'whose rows are disclosed without a log entry, and the existence of a Member is personal (EXISTENCE)', particular],
    ['Query.member', 'whose rows are disclosed without a log entry, and the existence of a Member is personal (EXISTENCE)', particular],
    ['Query.members', 'whose rows are disclosed without a log entry, and the existence of a Member is personal (EXISTENCE)', particular],
    [
      'Mutation.updateContact',
      'whose rows are disclosed without a log entry, and the existence of a Member is personal (EXISTENCE)',
      particular,
    ],
    ['Query.accounts', 'whose rows are shown without saying whose they are, and an Account has no impersonal field to show', particular],
    ['Mutation.book', 'whose rows are shown without saying whose they are, and a Booking has no impersonal field to show', particular],
    [
      'Query.accessEntries',
      'whose rows each have a data subject, and an AccessEntry has none that @dataSubject names by id',
      'give ALL: then entering is logged',
    ],
    [
      'Query.doorVisits',
      'whose rows each have a data subject, and a DoorVisit has none that @dataSubject names by id',
      'give ALL: then entering is logged',
    ],
    ['Query.courses', 'and it returns no rows with a data subject: there is no queue', 'give OPEN, if nothing in it is personal'],
    ['Mutation.fileInquiry', 'and it returns no rows with a data subject: there is no queue', 'give OPEN, if nothing in it is personal'],
  ])('does not fit %s: %s', (field, problem, hint) => {
    expect(wrongWith(field, 'SELF')).toEqual([]);
    expect(wrongWith(field, 'QUEUE')).toEqual([[`SECRETARY has it for INQUIRIES with the rows QUEUE, ${problem}`, hint]]);
  });

  test('does not fit a field that returns one unsuitable row type among others', () => {
    const member = changedSchema(['union Case @impersonal = Visit | Lesson | Inquiry', 'union Case @impersonal = Visit | Lesson | Member']);
    expect(wrongWith('Query.currentCase', 'QUEUE')).toEqual([]);
    expect(wrongWith('Query.currentCase', 'QUEUE', member)).toEqual([
      [expect.stringContaining('the existence of a Member is personal'), particular],
    ]);
    const edge = changedSchema(['type LessonEdge @impersonal {', 'type LessonEdge @impersonal {\n  viewer: Member']);
    expect(wrongWith('Query.lessons', 'QUEUE', edge)).toEqual([
      [expect.stringContaining('the existence of a Member is personal'), particular],
    ]);
  });

  test('is not checked against a marking that can’t be read', () => {
    const sources = changedSchema([
      'type Lesson implements Node @dataSubject(id: "memberId")',
      'type Lesson implements Node @dataSubject(id: memberId)',
    ]);
    expect(wrongWith('Query.lessons', 'QUEUE', sources)).toEqual([]);
    expect(() => buildSchema(club, sources)).toThrow(/Lesson: @dataSubject: /);
  });
});

describe('the scope OPEN', () => {
  test.each(['Query.courses', 'Query.houseRules', 'Mutation.fileInquiry'])('fits %s, which has no data subject', (field) => {
    expect(wrongWith(field, 'OPEN')).toEqual([]);
  });

  test.each([
    ['Query.member', 'a Member'],
    ['Query.members', 'a Member'],
    ['Query.accounts', 'an Account'],
    ['Query.lessons', 'a Lesson'],
    ['Query.currentCase', 'a Visit, a Lesson or an Inquiry'],
    ['Query.doorStatistics', 'a DoorStatistic'],
    ['Mutation.book', 'a Booking or a Member'],
    ['Mutation.askLesson', 'a Lesson'],
  ])('does not fit %s, which returns %s', (field, rows) => {
    expect(wrongWith(field, 'ALL')).toEqual([]);
    expect(wrongWith(field, 'OPEN')).toEqual([
      [
        `SECRETARY has it for INQUIRIES with the rows OPEN, which is for rows without a data subject, and it returns ${rows}: no row would be returned, and no read logged`,
        particular,
      ],
    ]);
  });
});

test('the scope ALL fits the access log only for the purpose whose readers are not on record', () => {
  for (const field of ['Query.accessEntries', 'Query.disclosures'])
    expect(wrongWith(field, 'ALL')).toEqual([
      [
        'SECRETARY has it for INQUIRIES with the rows ALL, which are the whole access log, with sealed reads, and only LOG_REVIEW is barred to people on record',
        'give LOG_REVIEW alone, or the scope of few people',
      ],
    ]);
  expect(() => buildSchema(club)).not.toThrow();
});

test('the gateway does not start with either, and names field, role and purpose', () => {
  expect(() => buildSchema(club, clubSources(), only('Query.courses', 'OPEN'))).not.toThrow();
  for (const scope of ['QUEUE', 'OPEN'] as const) {
    expect(() => buildSchema(club, clubSources(), only('Query.members', scope))).toThrow(
      `The schema, the policy and the resolvers do not fit together. rootFields Query.members: SECRETARY has it for INQUIRIES with the rows ${scope}, `,
    );
  }
});

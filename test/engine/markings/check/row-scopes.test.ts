import { town } from '../../../../src/town/index.ts';
import { describe, expect, test } from '@jest/globals';
import { buildSchema } from '../../../../src/server/spine/document/build-schema.ts';
import { inspectSchema } from '../../../../src/server/spine/document/inspect-schema.ts';
import { schemaSources } from '../../../../src/town/graphql/schema-sources.ts';
import type { RowScope } from '../../../../src/town/graphql/generated/schema.ts';
import { policyInForce } from '../../../../src/town/policy/policy.ts';
import type { Policy } from '../../../../src/engine/policy/policy.ts';
import { changedSchema } from './changed-schema.ts';

const particular = 'give the scope of the people whose rows they are, or ALL: then entering is logged';

/** The policy in force with a root field for one role alone, with that row scope. */
function only(field: string, scope: RowScope): Policy {
  const others = policyInForce.rootFields
    .map((line) => ({ ...line, fields: line.fields.filter((one) => one !== field) }))
    .filter(({ fields }) => fields.length > 0);
  return {
    ...policyInForce,
    rootFields: [...others, { fields: [field], role: 'PRIVACY_OFFICER', purposes: ['RIGHTS_FULFILMENT'], scope, clause: 'rights' }],
  };
}

/** The findings about the rows of a root field, as problem and hint. */
function wrongWith(field: string, scope: RowScope, sources = schemaSources()): string[][] {
  return inspectSchema(town.schema, sources, only(field, scope))
    .disagreements.filter(({ coordinate, problem }) => coordinate === `rootFields ${field}` && problem.includes('with the rows'))
    .map(({ problem, hint }) => [problem, hint]);
}

describe('the scope QUEUE', () => {
  test.each(['Query.ticket', 'Query.tickets', 'Query.requests', 'Mutation.assignTicket', 'Mutation.answerRequest'])(
    'fits %s, whose rows show a number without a data subject',
    (field) => {
      expect(wrongWith(field, 'QUEUE')).toEqual([]);
    },
  );

  test.each([
    ['Query.me', 'whose rows are disclosed without a log entry, and the existence of a Resident is personal (EXISTENCE)', particular],
    ['Query.resident', 'whose rows are disclosed without a log entry, and the existence of a Resident is personal (EXISTENCE)', particular],
    [
      'Query.residents',
      'whose rows are disclosed without a log entry, and the existence of a Resident is personal (EXISTENCE)',
      particular,
    ],
    [
      'Mutation.updateContact',
      'whose rows are disclosed without a log entry, and the existence of a Resident is personal (EXISTENCE)',
      particular,
    ],
    ['Query.accounts', 'whose rows are shown without saying whose they are, and an Account has no impersonal field to show', particular],
    ['Mutation.purchase', 'whose rows are shown without saying whose they are, and a Purchase has no impersonal field to show', particular],
    [
      'Query.accessEntries',
      'whose rows each have a data subject, and an AccessEntry has none that @dataSubject names by id',
      'give ALL: then entering is logged',
    ],
    [
      'Query.webVisits',
      'whose rows each have a data subject, and a WebVisit has none that @dataSubject names by id',
      'give ALL: then entering is logged',
    ],
    ['Query.services', 'and it returns no rows with a data subject: there is no queue', 'give OPEN, if nothing in it is personal'],
    ['Mutation.fileRequest', 'and it returns no rows with a data subject: there is no queue', 'give OPEN, if nothing in it is personal'],
  ])('does not fit %s: %s', (field, problem, hint) => {
    expect(wrongWith(field, 'SELF')).toEqual([]);
    expect(wrongWith(field, 'QUEUE')).toEqual([[`PRIVACY_OFFICER has it for RIGHTS_FULFILMENT with the rows QUEUE, ${problem}`, hint]]);
  });

  test('does not fit a field that returns one unsuitable row type among others', () => {
    const member = changedSchema([
      'union Case @impersonal = Encounter | Ticket | PrivacyRequest',
      'union Case @impersonal = Encounter | Ticket | Resident',
    ]);
    expect(wrongWith('Query.currentCase', 'QUEUE')).toEqual([]);
    expect(wrongWith('Query.currentCase', 'QUEUE', member)).toEqual([
      [expect.stringContaining('the existence of a Resident is personal'), particular],
    ]);
    const edge = changedSchema(['type TicketEdge @impersonal {', 'type TicketEdge @impersonal {\n  viewer: Resident']);
    expect(wrongWith('Query.tickets', 'QUEUE', edge)).toEqual([
      [expect.stringContaining('the existence of a Resident is personal'), particular],
    ]);
  });

  test('is not checked against a marking that can’t be read', () => {
    const sources = changedSchema([
      'type Ticket implements Node @dataSubject(id: "residentId")',
      'type Ticket implements Node @dataSubject(id: residentId)',
    ]);
    expect(wrongWith('Query.tickets', 'QUEUE', sources)).toEqual([]);
    expect(() => buildSchema(town, sources)).toThrow(/Ticket: @dataSubject: /);
  });
});

describe('the scope OPEN', () => {
  test.each(['Query.services', 'Query.privacyStatement', 'Mutation.fileRequest'])('fits %s, which has no data subject', (field) => {
    expect(wrongWith(field, 'OPEN')).toEqual([]);
  });

  test.each([
    ['Query.resident', 'a Resident'],
    ['Query.residents', 'a Resident'],
    ['Query.accounts', 'an Account'],
    ['Query.tickets', 'a Ticket'],
    ['Query.currentCase', 'an Encounter, a Ticket or a PrivacyRequest'],
    ['Query.webVisitStatistics', 'a WebVisitStatistic'],
    ['Mutation.purchase', 'a Purchase or a Resident'],
    ['Mutation.openTicket', 'a Ticket'],
  ])('does not fit %s, which returns %s', (field, rows) => {
    expect(wrongWith(field, 'ALL')).toEqual([]);
    expect(wrongWith(field, 'OPEN')).toEqual([
      [
        `PRIVACY_OFFICER has it for RIGHTS_FULFILMENT with the rows OPEN, which is for rows without a data subject, and it returns ${rows}: no row would be returned, and no read logged`,
        particular,
      ],
    ]);
  });
});

test('the scope ALL fits the access log only for the purpose whose readers are not on record', () => {
  for (const field of ['Query.accessEntries', 'Query.disclosures'])
    expect(wrongWith(field, 'ALL')).toEqual([
      [
        'PRIVACY_OFFICER has it for RIGHTS_FULFILMENT with the rows ALL, which are the whole access log, with sealed reads, and only ACCESS_REVIEW is barred to people on record',
        'give ACCESS_REVIEW alone, or the scope of few people',
      ],
    ]);
  expect(() => buildSchema(town)).not.toThrow();
});

test('the gateway does not start with either, and names field, role and purpose', () => {
  expect(() => buildSchema(town, schemaSources(), only('Query.services', 'OPEN'))).not.toThrow();
  for (const scope of ['QUEUE', 'OPEN'] as const) {
    expect(() => buildSchema(town, schemaSources(), only('Query.residents', scope))).toThrow(
      `Schema and policy disagree. rootFields Query.residents: PRIVACY_OFFICER has it for RIGHTS_FULFILMENT with the rows ${scope}, `,
    );
  }
});

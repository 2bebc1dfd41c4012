import { cast } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import { documentOf } from '../../helpers/changes/changes.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

/** Data open to everyone, and statistics of the website. */
export const open: readonly CorpusOperation[] = [
  ...askedBy(['anonymous', 'resident', 'clerk without a purpose'], {
    name: 'the catalogue',
    query: '{ services(first: 3) { totalCount edges { node { id name description price minimumAge validDays } } } }',
  }),
  ...askedBy(['anonymous', 'resident', 'clerk without a purpose'], {
    name: 'one service',
    query: `{ service(id: "${services[0]!.id}") { name price minimumAge } unknown: service(id: "${cast.resident}") { name } }`,
  }),
  {
    name: 'the catalogue, page by page',
    ...as('anonymous'),
    query:
      'query ($after: String) { services(first: 4, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { name } } } }',
    cursor: 'after',
  },
  {
    name: 'the statement',
    ...as('anonymous'),
    query: '{ privacyStatement { version effectiveFrom clauses { name } } }',
  },
  {
    name: 'the statement in French',
    ...as('anonymous'),
    language: 'fr',
    query: '{ privacyStatement { version effectiveFrom clauses { name text } } }',
  },
  {
    name: 'the statement before the first version',
    ...as('resident'),
    query: '{ privacyStatement(at: "2001-01-01T00:00:00Z") { version } now: privacyStatement(at: null) { version } }',
  },
  { name: 'the statement at an invalid time', ...as('anonymous'), query: '{ privacyStatement(at: "soon") { version } }' },
  ...askedBy(['anonymous', 'resident', 'reviewer'], {
    name: 'what the policy lets the helpdesk see',
    query: `{ policy { cells(role: SUPPORT) { role purpose relationship category line clause when exceptions { line clause when unless } } } }`,
  }),
  {
    name: 'what the policy prohibits',
    ...as('officer'),
    query: `{ policy { prohibitions { line clause categories roles purposes when unlessPurposes unlessRelationships unless } } }`,
  },
  ...askedBy(['anonymous', 'resident', 'officer'], {
    name: 'the state of a request, with a wrong code',
    query: '{ requestState(number: "R-10000000", code: "0000-0000-0000") { number kind status filedAt dueOn answeredAt withdrawnAt } }',
  }),
  ...askedBy(['anonymous', 'resident', 'officer'], {
    name: 'an answer, with a wrong code',
    query:
      'query Answer @purpose(is: SELF_SERVICE) { requestByCode(number: "R-10000000", code: "0000-0000-0000") { number told reopenedAt reopenableUntil answer messages { body } } }',
  }),
  ...askedBy(['resident', 'guardian', 'clerk', 'anonymous'], {
    name: 'acknowledgeStatement, of the version in force',
    query: documentOf({ field: 'acknowledgeStatement', asks: 'statement { version effectiveFrom }' }),
    variables: { input: { version: '2' } },
  }),
  ...askedBy(['anonymous', 'resident', 'clerk'], {
    name: 'reopenRequestByCode, by a wrong code',
    query: documentOf({ field: 'reopenRequestByCode', asks: 'request { number reopenedAt }' }),
    variables: { input: { number: 'R-10000000', code: '0000-0000-0000', body: 'Why it is opened' } },
  }),
  ...askedBy(['anonymous', 'resident', 'neighbour', 'clerk'], {
    name: 'the statement that is to be acknowledged',
    query: '{ statementToAcknowledge { version effectiveFrom } }',
  }),
  ...askedBy(['reviewer', 'officer', 'clerk', 'resident'], {
    name: 'how clerks knew whom they served',
    query:
      '{ identifications(from: "2026-06-01T00:00:00Z", until: "2026-07-01T00:00:00Z") { id employee { givenName } knownToMe photoCard answersMatched } }',
  }),
  ...askedBy(['anonymous', 'resident', 'clerk without a purpose', 'officer', 'police'], {
    name: 'what the purposes are for',
    query: '{ purposeTexts { purpose version text acknowledgedAt } }',
  }),
  ...askedBy(['anonymous', 'security', 'clerk', 'police'], {
    name: 'web visits',
    query: `{ webVisits(first: 2) { totalCount edges { node { id networkAddress browser platform visitedAt section download } } } }`,
  }),
  { name: 'downloads', ...as('security'), query: '{ webVisits(first: 100) { edges { node { download } } } }' },
  ...askedBy(['security', 'support'], {
    name: 'web statistics by each dimension',
    query: `{ webVisitStatistics { id value visits } browsers: webVisitStatistics(by: BROWSER) { value visits }
      platforms: webVisitStatistics(by: PLATFORM) { visits } }`,
  }),
];

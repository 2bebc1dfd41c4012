import { as, askedBy, type CorpusOperation } from './operation.ts';

/** What is open to anybody, and what the web site counts. */
export const open: readonly CorpusOperation[] = [
  ...askedBy(['nobody', 'resident', 'clerk without a purpose'], {
    name: 'the catalogue',
    query: '{ services(first: 3) { totalCount edges { node { id name description price minimumAge } } } }',
  }),
  {
    name: 'the catalogue, page by page',
    ...as('nobody'),
    query:
      'query ($after: String) { services(first: 4, after: $after) { pageInfo { hasNextPage endCursor } edges { cursor node { name } } } }',
    cursor: 'after',
  },
  {
    name: 'the statement',
    ...as('nobody'),
    query: '{ privacyStatement { version effectiveFrom clauses { id } } }',
  },
  {
    name: 'the statement before there was one',
    ...as('resident'),
    query: '{ privacyStatement(at: "2001-01-01T00:00:00Z") { version } now: privacyStatement(at: null) { version } }',
  },
  { name: 'the statement at no instant', ...as('nobody'), query: '{ privacyStatement(at: "soon") { version } }' },
  ...askedBy(['nobody', 'security', 'clerk', 'police'], {
    name: 'web visits',
    query: `{ webVisits(first: 2) { totalCount edges { node { networkAddress browser platform visitedAt section download } } } }`,
  }),
  { name: 'downloads', ...as('security'), query: '{ webVisits(first: 100) { edges { node { download } } } }' },
  ...askedBy(['security', 'support'], {
    name: 'web statistics, by default and by each dimension',
    query: `{ webVisitStatistics { value visits } browsers: webVisitStatistics(by: BROWSER) { value visits }
      platforms: webVisitStatistics(by: PLATFORM) { visits } }`,
  }),
];

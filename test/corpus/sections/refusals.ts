import { cast, matters } from '../../../demo/personas.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

const private_ = `{ resident(id: "${cast.resident}") { familyName birthDate email household { id } } }`;

/** Errors of each kind. */
export const refusals: readonly CorpusOperation[] = [
  ...(['null', 'error', 'reject'] as const).flatMap((withheld) =>
    askedBy(['clerk', 'clerk serving', 'maintenance'], { name: `withheld fields, shown by ${withheld}`, query: private_, withheld }),
  ),
  { name: 'rejected, with nothing withheld', ...as('resident'), query: '{ me { givenName birthDate } }', withheld: 'reject' },
  {
    name: 'withheld fields, shown by errors in lists and under aliases',
    ...as('clerk'),
    query: '{ all: residents(first: 2) { edges { node { day: birthDate home: address { street } } } } }',
    withheld: 'error',
  },
  { name: 'a refused root field beside an open one', ...as('clerk'), query: '{ me { givenName } services(first: 1) { totalCount } }' },
  { name: 'two refused root fields', ...as('support'), query: '{ me { givenName } webVisits(first: 1) { totalCount } }' },
  {
    name: 'refused arguments',
    ...as('clerk'),
    query: '{ residents(filter: { birthDate: "1990-05-05" }) { totalCount } services { totalCount } }',
  },
  { name: 'a refused order', ...as('clerk'), query: '{ residents(orderBy: BIRTH_DATE, first: 1) { edges { node { familyName } } } }' },
  {
    name: 'a refused order, by a variable',
    ...as('clerk'),
    query: 'query ($by: ResidentOrder) { residents(orderBy: $by) { totalCount } }',
    variables: { by: 'BIRTH_DATE' },
  },
  ...askedBy(['clerk', 'guardian', 'police'], {
    name: 'a resident who does not exist',
    query: '{ resident(id: "00000000-0000-4000-8000-00000000dead") { givenName } }',
  }),
  { name: 'an invalid id', ...as('clerk'), query: '{ resident(id: "nobody") { givenName } }' },
  {
    name: 'a change of an unknown ticket',
    ...as('support'),
    query: `mutation { closeTicket(input: { ticketId: "${cast.resident}" }) { ticket { id } } }`,
  },
  { name: 'no purpose', ...as('clerk without a purpose'), query: private_ },
  { name: 'no purpose, and nothing personal', ...as('clerk without a purpose'), query: '{ services(first: 1) { totalCount } }' },
  { name: 'the purpose of another role', ...as('support'), purpose: 'PAYMENT', query: private_ },
  { name: 'an unknown case', ...as('clerk'), case: '40000000-0000-4000-8000-00000000dead', query: private_ },
  { name: 'a mandate that is revoked', ...as('police'), mandate: matters.revokedOrder, query: private_ },
  { name: 'a mandate that is half approved', ...as('police'), mandate: matters.halfApprovedOrder, query: private_ },
  { name: 'an invalid cursor', ...as('clerk'), query: '{ residents(after: "AAAA") { totalCount } }' },
  { name: 'a page too large', ...as('clerk'), query: '{ residents(first: 101) { totalCount } }' },
  { name: 'a page of negative size', ...as('clerk'), query: '{ services(first: -1) { totalCount } }' },
  {
    name: 'a variable that cannot be coerced',
    ...as('clerk'),
    query: 'query ($first: Int) { residents(first: $first) { totalCount } }',
    variables: { first: 'many' },
  },
  { name: 'a missing variable', ...as('clerk'), query: 'query ($id: ID!) { resident(id: $id) { id } }' },
  {
    name: 'an unknown field in a variable',
    ...as('clerk'),
    query: 'query ($filter: ResidentFilter) { residents(filter: $filter) { totalCount } }',
    variables: { filter: { surname: 'A' } },
  },
  { name: 'an unknown field', ...as('resident'), query: '{ me { surname } }' },
  { name: 'no selection where one is needed', ...as('resident'), query: '{ me }' },
  { name: 'fields that cannot be merged', ...as('resident'), query: '{ me { x: givenName x: familyName } }' },
  { name: 'a fragment within itself', ...as('resident'), query: '{ me { ...F } } fragment F on Resident { givenName ...F }' },
  { name: 'no GraphQL', ...as('resident'), query: '{ me { givenName }' },
  { name: 'a subscription', ...as('resident'), query: 'subscription { ticks }' },
  { name: 'an unknown directive', ...as('resident'), query: '{ me { ... @defer { givenName } } }' },
  {
    name: 'a refused mutation',
    ...as('clerk'),
    query: `mutation { closeTicket(input: { ticketId: "${matters.ticket}" }) { ticket { id } } }`,
  },
  {
    name: 'a mutation with a refused argument',
    ...as('clerk for an age'),
    query: `mutation { updateContact(input: { residentId: "${cast.resident}", email: "a@example.org" }) { resident { id } } }`,
  },
];

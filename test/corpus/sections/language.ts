import { cast, matters } from '../../../demo/personas.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

const gated = `query ($id: ID!, $names: Boolean!, $home: Boolean = false) { resident(id: $id) { id
  ... @include(if: $names) { givenName familyName } address @include(if: $home) { street } email @skip(if: $names) } }`;

/** Features of GraphQL: aliases, fragments, directives, defaults and introspection. */
export const language: readonly CorpusOperation[] = [
  { name: 'aliases', ...as('resident'), query: '{ self: me { first: givenName again: givenName } me { last: familyName } }' },
  {
    name: 'names of an object’s prototype',
    ...as('resident'),
    query: '{ __proto__: me { constructor: givenName toString: familyName } hasOwnProperty: me { __proto__: id } }',
  },
  {
    name: 'merged fields of one name',
    ...as('guardian'),
    query:
      '{ me { givenName } me { household { id } } ...More } fragment More on Query { me { household { members { givenName } } givenName } }',
  },
  {
    name: 'a fragment on an interface',
    ...as('clerk serving'),
    query: `{ currentCase { ... on Encounter { people { ...Known } } } resident(id: "${cast.resident}") { ...Known } }
      fragment Known on Person { __typename initials ... on Resident { id emailHint } ... on HouseholdMember { residentId ageBand } }`,
  },
  {
    name: 'fragments on a union',
    ...as('resident'),
    query: `{ ticket(id: "${matters.ticket}") { messages { author { ... on Resident { givenName } ...Staff __typename } } } }
      fragment Staff on Employee { id familyName }`,
  },
  {
    name: 'fragments within fragments',
    ...as('guardian'),
    query: `{ me { ...A } } fragment A on Resident { ...B household { members { ...C } } } fragment B on Person { givenName ...C }
      fragment C on Person { initials ... on HouseholdMember { familyName } }`,
  },
  {
    name: 'an inline fragment without a type',
    ...as('resident'),
    query: '{ me { ... { givenName } ... @skip(if: true) { familyName } } }',
  },
  { name: 'conditional fields, included', ...as('clerk'), query: gated, variables: { id: cast.resident, names: true, home: true } },
  { name: 'conditional fields, skipped', ...as('clerk'), query: gated, variables: { id: cast.resident, names: false } },
  { name: 'a null condition', ...as('clerk'), query: gated, variables: { id: cast.resident, names: false, home: null } },
  { name: 'a condition with a default', ...as('clerk'), query: gated, variables: { id: cast.resident } },
  { name: 'every field skipped', ...as('resident'), query: '{ me @skip(if: true) { givenName } }' },
  { name: 'every nested field skipped', ...as('resident'), query: '{ me { givenName @include(if: false) } }' },
  {
    name: 'the purpose in the document',
    ...as('clerk without a purpose'),
    query: `query Named @purpose(is: SERVICE_PROVISION) { resident(id: "${cast.resident}") { familyName } }`,
    operationName: 'Named',
  },
  {
    name: 'the purpose in the document, and another in the header',
    ...as('clerk'),
    query: `query @purpose(is: PAYMENT) { resident(id: "${cast.resident}") { familyName } }`,
  },
  {
    name: 'one of several operations',
    ...as('resident'),
    query: 'query A { me { givenName } } query B { me { familyName } } fragment Unused on Resident { id }',
    operationName: 'B',
  },
  { name: 'none of several operations', ...as('resident'), query: 'query A { me { givenName } } query B { me { familyName } }' },
  { name: 'an unknown operation name', ...as('resident'), query: 'query A { me { givenName } }', operationName: 'C' },
  {
    name: 'defaults of arguments and variables',
    ...as('clerk'),
    query: `query ($first: Int = 1, $by: ResidentOrder = GIVEN_NAME) {
      a: residents(first: $first, orderBy: $by) { edges { node { givenName } } } b: residents(filter: { familyName: "Zzz" }) { totalCount } }`,
  },
  {
    name: 'explicit nulls',
    ...as('clerk'),
    query: `query ($filter: ResidentFilter, $after: String) { residents(filter: $filter, orderBy: null, first: 1, after: $after) { totalCount } }`,
    variables: { filter: { familyName: null, email: null }, after: null },
  },
  {
    name: 'a null for the size of a page',
    ...as('clerk'),
    query: '{ residents(first: null) { edges { node { familyName } } } }',
  },
  {
    name: 'variables within an input object',
    ...as('clerk'),
    query: 'query ($name: String, $town: String) { residents(filter: { familyName: $name, locality: $town }, first: 1) { totalCount } }',
    variables: { name: 'A' },
  },
  {
    name: '__typename at each level',
    ...as('resident'),
    query: '{ __typename me { __typename household { __typename members { __typename } } } }',
  },
  { name: 'only __typename', ...as('anonymous'), query: '{ __typename }' },
  ...askedBy(['anonymous', 'clerk', 'security'], {
    name: 'introspection',
    query:
      '{ __schema { queryType { fields { name } } mutationType { fields { name } } } __type(name: "Resident") { kind fields { name type { name kind } } } }',
  }),
  {
    name: 'an unknown type',
    ...as('resident'),
    query: '{ __type(name: "Coerced") { name } kind: __type(name: "Money") { kind } }',
  },
  { name: 'introspection beside data', ...as('resident'), query: '{ __schema { queryType { name } } me { givenName } }' },
  {
    name: 'lists within lists within lists',
    ...as('guardian'),
    query: `{ me { guardianships { minor { household { members { givenName } } purchases(first: 2) { edges { node { service { name } } } }
      tickets(first: 2) { edges { node { messages { body } } } } } } } }`,
  },
];

import { cast, matters } from '../../demo/personas.ts';
import type { Purpose } from '../../src/town/shared/graphql/generated/schema.ts';

/** An operation that is repeated; it changes nothing, so every answer is the same. */
export interface SoakOperation {
  readonly name: string;
  /** Null: anonymous. */
  readonly persona: string | null;
  readonly purpose?: Purpose;
  readonly case?: string;
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

const person =
  'id givenName familyName initials birthDate ageBand email emailHint phone phoneHint address { street locality province postalCode }';
const subject = { id: cast.resident };
const clerk = { persona: 'customer-service', purpose: 'SERVICE_PROVISION' } as const;

// Reads of the access log are excluded, because these operations write to it.
export const soakOperations: readonly SoakOperation[] = [
  { name: 'myself', persona: 'resident', query: `{ me { ${person} } }` },
  {
    name: 'my household',
    persona: 'guardian',
    query: '{ me { household { id members { residentId givenName ageBand } } guardianships { areas minor { givenName birthDate } } } }',
  },
  {
    name: 'my purchases',
    persona: 'resident',
    query: 'query ($n: Int = 5) { me { purchases(first: $n) { totalCount edges { node { id } } } account { balance overdueAmount } } }',
    variables: { n: 10 },
  },
  { name: 'my tickets', persona: 'resident', query: '{ me { tickets { totalCount edges { node { id } } } } tickets { totalCount } }' },
  { name: 'somebody else', persona: 'neighbour', query: 'query ($id: ID!) { resident(id: $id) { id givenName } }', variables: subject },
  { name: 'a list', ...clerk, query: `{ residents(first: 20) { totalCount edges { node { ${person} } } } }` },
  {
    name: 'a person being served',
    ...clerk,
    case: matters.encounter,
    query: `query ($id: ID!) { resident(id: $id) { ${person} account { balance } } }`,
    variables: subject,
  },
  {
    name: 'the case',
    ...clerk,
    case: matters.encounter,
    query:
      '{ currentCase { __typename ... on Encounter { id people { ... on Resident { id givenName } ... on HouseholdMember { residentId ageBand } } } } }',
  },
  {
    name: 'a ticket',
    persona: 'support',
    purpose: 'CUSTOMER_SUPPORT',
    case: matters.ticket,
    query: 'query ($id: ID!) { ticket(id: $id) { id number messages { body } requester { givenName email } } }',
    variables: { id: matters.ticket },
  },
  {
    name: 'a request',
    persona: 'privacy-officer',
    purpose: 'RIGHTS_FULFILMENT',
    case: matters.request,
    query: `query ($id: ID!) { resident(id: $id) { ${person} } requests { totalCount } }`,
    variables: subject,
  },
  { name: 'a partner', persona: 'police', query: `query ($id: ID!) { resident(id: $id) { ${person} } }`, variables: subject },
  { name: 'another partner', persona: 'credit-agency', query: `query ($id: ID!) { resident(id: $id) { ${person} } }`, variables: subject },
  {
    name: 'visits',
    persona: 'security',
    purpose: 'WEBSITE_SECURITY',
    query: '{ webVisits(first: 10) { totalCount } webVisitStatistics { visits } }',
  },
  {
    name: 'nobody',
    persona: null,
    query: '{ me { givenName } services { totalCount edges { node { id } } } privacyStatement { version } }',
  },
  {
    name: 'gates and fragments',
    persona: 'resident',
    query:
      'query ($on: Boolean!, $off: Boolean!) { me { ...Name birthDate @include(if: $off) email @skip(if: $off) } } fragment Name on Resident { givenName @include(if: $on) familyName }',
    variables: { on: true, off: false },
  },
  { name: 'the schema', persona: 'resident', query: '{ __type(name: "Resident") { name fields { name type { name kind } } } }' },
];

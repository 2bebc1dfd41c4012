import { town } from '../../../src/town/index.ts';
import { getNamedType, isLeafType, type GraphQLObjectType } from 'graphql';
import { cast, matters } from '../../../demo/personas.ts';
import { demoCardNumber } from '../../../demo/population/card-numbers.ts';
import { buildSchema } from '../../../src/server/spine/document/build-schema.ts';
import { AgeBand } from '../../../src/town/shared/graphql/generated/schema.ts';
import { furtherNames } from '../../helpers/asking/standpoints.ts';
import { as, askedBy, type CorpusOperation } from '../operation.ts';

const { schema } = buildSchema(town);
const leafFields = (type: string): string =>
  Object.values((schema.getType(type) as GraphQLObjectType).getFields())
    .filter((field) => isLeafType(getNamedType(field.type)))
    .map(({ name }) => name)
    .join(' ');
const person = `${leafFields('Resident')} address { ${leafFields('Address')} }`;

const everyone = [
  'anonymous',
  'resident',
  'guardian',
  'distant guardian',
  'housemate',
  'neighbour',
  'clerk',
  'clerk serving',
  'clerk for payment',
  'clerk for an age',
  'support on the ticket',
  'officer on the request',
  'officer for mandates',
  'reviewer',
  'security',
  'staff administrator',
  'maintenance',
  'credit bureau',
  'collection agency',
  'police',
  'police under an expired order',
  'auditor',
] as const;

/** Residents, households and cases. */
export const people: readonly CorpusOperation[] = [
  ...askedBy(['resident', 'neighbour', 'guardian', 'clerk serving'], {
    name: 'who may look',
    query: '{ whoMayLook { id role partner { name } purpose categories need { kind number mandateKind identifiedBy openedAt closedAt } } }',
  }),
  ...askedBy(['staff administrator', 'support', 'officer', 'officer for mandates', 'reviewer', 'resident'], {
    name: 'the staff register',
    query: `query ($before: DateTime) { employees(first: 4, status: ACTIVE, hasRole: SECURITY, reviewDueBefore: $before) {
      totalCount pageInfo { hasNextPage } edges { node { ${leafFields('Employee')} } } } }`,
    variables: { before: '2027-01-01T00:00:00Z' },
  }),
  ...askedBy(['staff administrator', 'officer'], {
    name: 'the employees whose roles await an approval',
    query: '{ employees(awaitsMyApproval: true) { totalCount edges { node { id awaitedRoles } } } }',
  }),
  ...askedBy(['anonymous', 'resident', 'neighbour', 'clerk', 'support on the ticket', 'officer for mandates', 'police', 'security'], {
    name: 'a person, a ticket, a mandate and nothing by node',
    query: `{ person: node(id: "${cast.resident}") { ...Found } ticket: node(id: "${matters.ticket}") { ...Found }
      mandate: node(id: "${matters.courtOrder}") { ...Found } nothing: node(id: "${matters.encounter}") { ...Found } }
      fragment Found on Node { __typename id ... on Resident { givenName email } ... on Ticket { number subject } ... on Mandate { reference } }`,
  }),
  ...askedBy(['anonymous', 'neighbour', 'clerk', 'clerk for payment', 'support on the ticket', 'officer for mandates', 'police'], {
    name: 'the resident of a card',
    query: `{ theirs: residentByCard(cardNumber: "${demoCardNumber(cast.neighbour).replaceAll(/(.{4})/g, '$1 ')}") { id familyName cardNumber emailHint }
      protected: residentByCard(cardNumber: "${demoCardNumber(cast.protectedPerson)}") { familyName address { locality } }
      own: residentByCard(cardNumber: "${demoCardNumber(cast.clerkAsResident)}") { familyName }
      nobodys: residentByCard(cardNumber: "0000000000000000") { familyName } none: residentByCard(cardNumber: "Fairweather") { familyName } }`,
  }),
  ...askedBy(['anonymous', 'resident', 'guardian', 'resident not on record', 'clerk', 'police'], {
    name: 'me',
    query: `{ me { ${person} } }`,
  }),
  ...askedBy([...everyone, ...furtherNames], {
    name: 'a resident',
    query: `query ($id: ID!) { resident(id: $id) { ${person} } }`,
    variables: { id: cast.resident },
  }),
  ...askedBy(['guardian', 'estranged parent', 'clerk', 'police under another order', 'officer for mandates'], {
    name: 'an address-protected resident',
    query: `query ($id: ID!) { resident(id: $id) { ${person} household { id since members { residentId givenName } } } }`,
    variables: { id: cast.protectedPerson },
  }),
  ...askedBy(
    [
      'resident',
      'guardian',
      'clerk',
      'clerk serving',
      'support on the ticket',
      'officer on the request',
      'maintenance',
      'police',
      'credit bureau',
      'collection agency',
      'anonymous',
      ...furtherNames,
    ],
    {
      name: 'a page of residents',
      query: '{ residents(first: 3) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node { id familyName ageBand } } } }',
    },
  ),
  ...askedBy(['clerk', 'officer for mandates', 'guardian'], {
    name: 'two pages of residents',
    query: `query ($after: String) { residents(first: 2, after: $after, orderBy: FAMILY_NAME) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id familyName } } } }`,
    cursor: 'after',
  }),
  ...askedBy(['clerk', 'clerk serving', 'support on the ticket', 'resident'], {
    name: 'a search by name',
    query:
      'query ($filter: ResidentFilter) { residents(filter: $filter, first: 2) { totalCount edges { node { givenName familyName } } } }',
    variables: { filter: { familyName: 'B' } },
  }),
  ...askedBy(['clerk', 'officer for mandates'], {
    name: 'a search by birth date',
    query: '{ residents(filter: { birthDate: "1990-05-05" }) { totalCount } }',
  }),
  {
    name: 'a search by each age band',
    ...as('officer for mandates'),
    query: `{ ${Object.values(AgeBand)
      .map((band) => `${band}: residents(filter: { ageBand: ${band} }) { totalCount }`)
      .join(' ')} }`,
  },
  ...askedBy(['resident', 'guardian', 'housemate', 'distant guardian'], {
    name: 'the household and guardianships',
    query: `{ me { household { id since members { id residentId givenName familyName initials ageBand } }
      guardianships { id areas since minor { id givenName birthDate email address { locality } household { id } } } } }`,
  }),
  ...askedBy(['resident', 'guardian', 'distant guardian', 'clerk serving', 'officer on the request', 'police'], {
    name: 'since when somebody lives in a household',
    query: 'query ($id: ID!) { resident(id: $id) { household { since } guardianships { since } } }',
    variables: { id: cast.resident },
  }),
  {
    name: 'the case of a clerk',
    ...as('clerk serving'),
    query: `{ currentCase { __typename ... on Encounter { id purpose startedAt endedAt resident { ${person} } people { __typename givenName ... on Resident { id } ... on HouseholdMember { id residentId } } } } }`,
  },
  {
    name: 'the case of an officer',
    ...as('officer on the request'),
    query: '{ currentCase { ... on PrivacyRequest { id number kind status body requester { id givenName } } ... on Encounter { id } } }',
  },
  {
    name: 'the case of the helpdesk',
    ...as('support on the ticket'),
    query:
      '{ currentCase { ... on Ticket { id number subject requester { id email } messages { body fromStaff author { __typename } } } } }',
  },
  ...askedBy(['clerk', 'resident', 'police'], { name: 'no case', query: '{ currentCase { __typename } }' }),
  ...askedBy(['resident', 'guardian', 'clerk serving', 'neighbour'], {
    name: 'whether a minor may buy',
    query: `{ resident(id: "${cast.resident}") { purchaseCheck(serviceId: "80000000-0000-4000-8000-000000000003") { answer service { name minimumAge } } } }`,
  }),
  ...askedBy(['clerk', 'clerk serving', 'clerk for payment', 'support', 'neighbour'], {
    name: 'the open encounter',
    query: '{ openEncounter { id purpose startedAt endedAt resident { id givenName email } people { __typename } } }',
  }),
  { name: 'the case of another employee', ...as('clerk'), case: matters.otherEncounter, query: '{ currentCase { __typename } }' },
];

import { schemaSources } from '../../src/town/shared/graphql/schema-sources.ts';
import { aboutPerson, type RelationshipFact } from '../../src/engine/rows/row.ts';
import type { Row } from '../../src/town/shared/rows/row.ts';
import { town } from '../../src/town/index.ts';
import { GraphQLDateTime, GraphQLLocalDate } from 'graphql-scalars';
import { partsWithoutMail } from '../parts-without-mail.ts';
import type { MakeList } from './list.ts';

const operation = /* GraphQL */ `
  query ListResidents($first: Int) {
    residents(first: $first) {
      edges {
        node {
          id
          givenName
          familyName
          initials
          birthDate
          ageBand
          email
          phone
          mobilePhone
        }
      }
    }
  }
`;

/** Residents, with nine personal fields each. The principal is the first of them, and guardian of all others. */
export const listOfTown: MakeList = async (sizes) => {
  const rows = Array.from({ length: Math.max(...sizes) }, (_, number) => residentOf(number));
  // The form is that of town/shared/graphql/connection.ts. Cursors are not sealed, because no contender requests them.
  const edges = rows.map((row) => aboutPerson({ cursor: '', node: row }, row['id']));
  const connections = new Map(sizes.map((size) => [size, { edges: edges.slice(0, size) }]));
  return {
    sources: schemaSources(),
    plainScalars: { DateTime: GraphQLDateTime, LocalDate: GraphQLLocalDate },
    operation,
    root: { Query: { residents: (_parent: unknown, { first }: { readonly first: number }) => connections.get(first) } },
    application: town,
    partsOf: partsWithoutMail,
    // As authentication gives it for a resident.
    principal: {
      id: idOf(0),
      role: 'RESIDENT',
      partner: false,
      tokenPurposes: ['SELF_SERVICE'],
      authorityId: undefined,
      caseId: undefined,
    },
    headers: {},
    facts: new Map(rows.map((_, number) => [idOf(number), factOf(number)])),
  };
};

function residentOf(number: number): Row {
  const id = idOf(number);
  const line = String(number).padStart(4, '0');
  return aboutPerson(
    {
      id,
      givenName: `Given${number}`,
      familyName: `Family${number}`,
      initials: 'G. F.',
      birthDate: `20${10 + (number % 10)}-0${1 + (number % 9)}-15`,
      ageBand: 'FROM_6_TO_12',
      email: `person${number}@example.org`,
      phone: `+1 403 555 ${line}`,
      mobilePhone: `+1 587 555 ${line}`,
    },
    id,
  );
}

const own: RelationshipFact = { relationship: 'SELF', conditions: [] };
// Guardianships differ in areas, so that four permit tables are used instead of one. A guardian who lives with the child sees the telephone.
const guardianships: readonly RelationshipFact[] = [
  { relationship: 'GUARDIAN', conditions: ['ADULT_OF_THAT_HOUSEHOLD', 'CARE_INCLUDES_ADDRESS'] },
  { relationship: 'GUARDIAN', conditions: ['ADULT_OF_THAT_HOUSEHOLD', 'CARE_INCLUDES_ADDRESS', 'CARE_INCLUDES_SUPPORT'] },
  { relationship: 'GUARDIAN', conditions: ['ADULT_OF_THAT_HOUSEHOLD'] },
];

// As in src/town/shared/access/relationships.ts, residents with equal relationships share one object.
function factOf(number: number): RelationshipFact {
  return number === 0 ? own : guardianships[number % guardianships.length]!;
}

function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

import { aboutPerson, type RelationshipFact } from '../src/engine/rows/row.ts';
import type { Row } from '../src/town/shared/rows/row.ts';

/** Residents in memory instead of the records, the same for every contender. */
export interface Population {
  /** The principal: the first resident of the list. This person is guardian of all others in it. */
  readonly principalId: string;
  /** The value of `Query.residents`, by the number of rows requested. */
  readonly connections: ReadonlyMap<number, Row>;
  /** The principal's relationship to each resident. */
  readonly facts: ReadonlyMap<string, RelationshipFact>;
}

/** Creates the residents. @param sizes the numbers of rows that will be requested */
export function populate(sizes: readonly number[]): Population {
  const rows = Array.from({ length: Math.max(...sizes) }, (_, number) => residentOf(number));
  // The form is that of town/shared/graphql/connection.ts. Cursors are not sealed, because no contender requests them.
  const edges = rows.map((row) => aboutPerson({ cursor: '', node: row }, row['id']));
  return {
    principalId: idOf(0),
    connections: new Map(sizes.map((size) => [size, { edges: edges.slice(0, size) }])),
    facts: new Map(rows.map((_, number) => [idOf(number), factOf(number)])),
  };
}

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

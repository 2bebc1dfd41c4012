import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { askFrom, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

// neo4j/graphql#1079: a record of another person gave "Forbidden", and a record that did not exist gave an empty list. A
// client could guess which records exist.
const gateway = useGateway();

const absent = '10000000-0000-4000-8000-00000000ffff';

describe('neo4j/graphql#1079: hidden, absent and forbidden look alike', () => {
  const queries: readonly (readonly [
    query: string,
    seen: readonly [StandpointName, string],
    hidden: readonly (readonly [StandpointName, string])[],
  ])[] = [
    [
      'query ($id: ID!) { resident(id: $id) { id givenName } }',
      ['neighbour', cast.neighbour],
      [
        ['resident', cast.neighbour],
        ['housemate', cast.resident],
        ['support on the ticket', cast.neighbour],
        ['credit bureau', cast.neighbour],
        ['collection agency', cast.guardian],
        ['police', cast.protectedPerson],
        ['clerk', cast.clerkAsResident],
      ],
    ],
    [
      'query ($id: ID!) { ticket(id: $id) { number topic subject } }',
      ['neighbour', matters.otherTicket],
      [
        ['resident', matters.otherTicket],
        ['distant guardian', matters.ticket],
        ['officer on the request', matters.otherTicket],
        ['police under another order', matters.ticket],
      ],
    ],
    [
      'query ($id: ID!) { mandate(id: $id) { reference status } }',
      ['police', matters.courtOrder],
      [
        ['credit bureau', matters.courtOrder],
        ['police', matters.protectedOrder],
        ['auditor', matters.workOrder],
      ],
    ],
  ];

  test.each(queries)('%s', async (query, [who, id], hidden) => {
    const ask = (name: StandpointName, given: string) => askFrom(gateway, standpointNamed(name), query, { id: given });
    const seen = await ask(who, id);
    expect([seen.errors, Object.values(seen.data).includes(null)]).toEqual([[], false]);
    for (const [name, given] of hidden) {
      const [one, other] = [await ask(name, given), await ask(name, absent)];
      expect(one.codes).toEqual([]);
      expect(wholeResponse(one)).toBe(wholeResponse(other));
    }
  });

  test('a filter finds neither a hidden person nor an unknown one', async () => {
    const query = '{ residents(filter: { familyName: "Fairweather" }) { totalCount edges { node { id } } } }';
    const made = query.replace('Fairweather', 'Airfeatherw');
    expect((await askFrom(gateway, standpointNamed('clerk'), query)).data.residents.totalCount).toBe(1);
    for (const name of ['resident', 'guardian', 'support on the ticket', 'police', 'officer on the request'] as const) {
      const [one, other] = [await askFrom(gateway, standpointNamed(name), query), await askFrom(gateway, standpointNamed(name), made)];
      expect([one.codes, one.data.residents.totalCount]).toEqual([[], 0]);
      expect(wholeResponse(one)).toBe(wholeResponse(other));
    }
  });

  test('a forbidden field is refused before any look-up', async () => {
    const query = 'query ($id: ID!) { ticket(id: $id) { number } }';
    for (const name of ['clerk', 'security', 'police', 'anonymous'] as const) {
      const answers = await Promise.all(
        [matters.ticket, matters.otherTicket, absent].map((id) => askFrom(gateway, standpointNamed(name), query, { id })),
      );
      expect(answers[0]!.codes).toHaveLength(1);
      expect(new Set(answers.map(wholeResponse)).size).toBe(1);
    }
  });
});

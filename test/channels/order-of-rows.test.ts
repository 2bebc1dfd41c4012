import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { openSituations, type Situations } from '../helpers/situations.ts';
import { standpointNamed, type StandpointName } from '../helpers/standpoints.ts';

// The order of visible rows reveals neither hidden rows between them nor hidden values.
let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

const setResident = (id: string, what: string): string => `update recreation.resident set ${what} where id = '${id}'`;

describe('only principals who see the rows in that order notice when', () => {
  test.each<[what: string, change: string, seenBy: readonly StandpointName[]]>([
    [
      'a resident registers at another time',
      setResident(cast.resident, `registered_at = '2000-01-04 12:00:00+00'`),
      ['guardian', 'clerk', 'clerk serving', 'officer for mandates'],
    ],
    [
      // The neighbour and the protected person come between other data subjects of the same mandates.
      'people whom partners see swap their times',
      setResident(cast.neighbour, `registered_at = '2000-01-06 12:00:00+00'`) +
        ';' +
        setResident(cast.protectedPerson, `registered_at = '2000-01-01 12:00:00+00'`),
      ['clerk', 'clerk serving', 'officer for mandates'],
    ],
    [
      'another resident’s ticket is opened at another time',
      `update recreation.ticket set opened_at = '2026-06-15 12:00:00+00' where id = '${matters.otherTicket}'`,
      ['neighbour', 'support', 'support on the ticket'],
    ],
    [
      'another resident’s request is filed at another time',
      `update recreation.request set filed_at = '2026-06-15 12:00:00+00' where id = '${matters.unassignedRequest}'`,
      ['neighbour', 'officer', 'officer on the request'],
    ],
    [
      'another resident buys at another time',
      `update recreation.purchase set purchased_at = '2026-06-15 12:00:00+00' where resident_id = '${cast.neighbour}'`,
      ['neighbour'],
    ],
  ])('%s', async (_what, change, seenBy) => {
    expect(await situations.noticedBy(change)).toEqual(seenBy);
  });
});

describe('a list in a partner’s own order', () => {
  const initials = '{ residents { edges { node { initials } } } }';
  const people = [cast.resident, cast.neighbour, cast.protectedPerson];
  const order = async (name: StandpointName): Promise<readonly string[]> => {
    const whole = await situations.whole(standpointNamed(name), initials);
    return [...whole.matchAll(/"initials":"([^"]+)"/g)].map(([, found]) => found!);
  };

  test('is not the order of registration, of names or of ids, but the mandate’s', async () => {
    const named = await order('maintenance');
    expect(named.length).toBeGreaterThan(people.length);
    expect(named).not.toEqual(named.toSorted());
    // Under another mandate of the same partner, the same people come in another order.
    const other = '70000000-0000-4000-8000-0000000000aa';
    const copied = `
      insert into recreation.mandate select '${other}', kind, 'WO-X', issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at, revoked_at
        from recreation.mandate where id = '${matters.workOrder}';
      insert into recreation.mandate_subject select '${other}', resident_id from recreation.mandate_subject where mandate_id = '${matters.workOrder}';
      insert into recreation.mandate_approval select '${other}', employee_id, approved_at from recreation.mandate_approval where mandate_id = '${matters.workOrder}'`;
    const elsewhere = await situations.during(copied, async () => {
      const { data } = await situations.gateway.ask('maintenance-agent', initials, { mandate: other });
      return data.residents.edges.map(({ node }: any) => node.initials);
    });
    expect(elsewhere).not.toEqual(named);
    expect(elsewhere.toSorted()).toEqual(named.toSorted());
  });
});

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../demo/personas.ts';
import { postingKinds } from '../../src/log/store/numbering/postings.ts';
import { entryWith } from '../helpers/entries/change-entries.ts';
import { describeNoticing } from '../helpers/changes/describe-noticing.ts';
import { openSituations, type Situations } from '../helpers/asking/situations.ts';
import { standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { addStranger, stranger } from '../helpers/asking/stranger.ts';

// Rows outside the scope are not counted: the list and its totalCount are the same with them and without. The order of visible rows reveals
// neither hidden rows between them nor hidden values.
let situations: Situations;
beforeAll(async () => {
  situations = await openSituations();
});
afterAll(() => situations.gateway.close());

const early = '1999-12-31T00:00:00Z';
const late = '2026-06-14T00:00:00Z';

describe('each count goes up by one for principals who may see the row, and stays for the others:', () => {
  const counts = (field: string) => `{ ${field} { totalCount } }`;
  test.each<[field: string, seenBy: readonly StandpointName[], others: readonly StandpointName[]]>([
    [
      'residents',
      ['clerk', 'clerk serving', 'officer for mandates'],
      [
        'resident',
        'guardian',
        'housemate',
        'clerk for payment',
        'support on the ticket',
        'officer',
        'maintenance',
        'credit bureau',
        'police',
      ],
    ],
    ['accounts', ['officer for mandates'], ['resident', 'guardian', 'clerk for payment', 'officer on the request', 'collection agency']],
    ['accounts(overdue: true)', ['officer for mandates'], ['collection agency']],
    ['tickets', ['support', 'support on the ticket'], ['resident', 'guardian', 'officer on the request', 'police under another order']],
    ['requests', ['officer', 'officer on the request'], ['resident', 'neighbour']],
  ])('%s', async (field, seenBy, others) => {
    const count = async (name: StandpointName): Promise<number> => {
      const [, total] = /"totalCount":(\d+)/.exec(await situations.whole(standpointNamed(name), counts(field))) ?? [];
      return Number(total);
    };
    const before = await Promise.all([...seenBy, ...others].map(count));
    const after = await situations.during(addStranger(late), () => Promise.all([...seenBy, ...others].map(count)));
    expect(after).toEqual(before.map((total, at) => (at < seenBy.length ? total + 1 : total)));
  });
});

test('a filter that matches no visible person counts the same, whether or not it matches a hidden one', async () => {
  const counting =
    '{ residents(filter: { familyName: "Quartermain", givenName: "Z" }) { totalCount pageInfo { hasNextPage } edges { cursor } } }';
  const ask = (name: StandpointName): Promise<string> => situations.whole(standpointNamed(name), counting);
  const able: readonly StandpointName[] = ['resident', 'guardian', 'clerk', 'officer for mandates', 'police', 'credit bureau'];
  const before = await Promise.all(able.map(ask));
  const after = await situations.during(addStranger(early), () => Promise.all(able.map(ask)));
  const changed = able.filter((_name, at) => before[at] !== after[at]);
  expect(changed).toEqual(['clerk', 'officer for mandates']);
});

test('statistics are the same however the visits are spread over what is suppressed', async () => {
  const counted = `{ webVisitStatistics(by: SECTION) { value visits } }`;
  const listed = '{ webVisits(first: 100) { edges { node { section } } } }';
  const security = standpointNamed('security');
  const before = await situations.whole(security, counted);
  expect(before).toContain('"value":"/board-minutes","visits":null');
  const moved = `update web.visit set section = '/board-minutes' where section = '/careers/archive' and id in
    (select id from web.visit where section = '/careers/archive' order by id limit 3)`;
  const [list, count] = [await situations.whole(security, listed), before];
  await situations.during(moved, async () => {
    expect(await situations.whole(security, counted)).toBe(count);
    const { database } = situations.gateway;
    expect(await database.asOwner(`select count(*)::int as visits from web.visit where section = '/board-minutes'`)).toEqual([
      { visits: 7 },
    ]);
  });
  expect(list).toContain('"section"');
});

const setResident = (id: string, what: string): string => `update recreation.resident set ${what} where id = '${id}'`;

const named = `insert into recreation.mandate_subject values ('${matters.protectedOrder}', '${cast.neighbour}')`;
const approvals = [cast.privacyOfficer2, cast.privacyOfficer3].map((officer) => `('${stranger.id}', '${officer}', '2026-06-01')`);
const sealed = `insert into recreation.mandate_seal (id, mandate_id, extends, sealed_until, proposed_by, proposed_at)
  values ('${stranger.id}', '${matters.protectedOrder}', false, '2026-09-01', '${cast.privacyOfficer}', '2026-06-01');
  insert into recreation.mandate_seal_approval values ${approvals.join(', ')}`;
// A further entry about the neighbour, after all others.
const other = `jsonb_build_object('seq', (select max(seq) + 1 from access_log.entry), 'id', '${stranger.id}',
  'subjects', jsonb_build_array('${cast.neighbour}'), 'seen', null)`;
const indexed = (which: string): string => `insert into access_log.posting (subject_id, first_seq, month, kind)
  select '${cast.neighbour}', seq, month, ${postingKinds.OPEN} from access_log.entry where ${which};`;
const ofQueues: readonly StandpointName[] = ['support', 'support on the ticket', 'officer', 'officer on the request'];

describeNoticing(() => situations, {
  'one more person, with a home, a debt, a purchase, a ticket and a request, is noticed only by principals who may see all residents or queues:':
    [
      ['first in every list by registration', addStranger(early), ['clerk', 'clerk serving', ...ofQueues, 'officer for mandates']],
      [
        'last in it, and first in every list by time',
        // Beyond the page, and beyond what is counted.
        addStranger(late),
        ofQueues,
        2,
      ],
    ],
  'a person who is named in another partner’s mandate is counted for that partner alone, and seen by who administers it:': [
    ['and the person is told who may look', named, ['neighbour', 'officer for mandates', 'police under another order']],
    ['but not under a sealed order', `${named}; ${sealed}`, ['officer for mandates', 'police under another order'], 2],
  ],
  'entries about others are counted for reviewers alone:': [
    [
      'a further entry',
      `insert into access_log.entry select ${entryWith(other)} from access_log.entry where seq = 0; ${indexed(`id = '${stranger.id}'`)}`,
      ['neighbour', 'reviewer', 'auditor'],
    ],
    [
      'a further person in an entry',
      `update access_log.entry set subjects = subjects || '${cast.neighbour}'::uuid, seen = seen || 0::smallint where seq = 0; ${indexed('seq = 0')}`,
      ['neighbour', 'reviewer', 'auditor'],
      2,
    ],
  ],
  'only principals who see the rows in their order notice when': [
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
  ],
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
      insert into recreation.mandate (id, kind, reference, issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at)
      select '${other}', kind, 'WO-X', issuer, partner_id, purpose, categories, valid_from, valid_until, recorded_by, recorded_at
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

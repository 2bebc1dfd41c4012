import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { TicketTopic } from '../../../src/town/shared/graphql/generated/schema.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const support: Asked = { purpose: 'CUSTOMER_SUPPORT' };
const ask = (persona: string, wanted: string, asked: Asked = support): Promise<Answered> =>
  gateway.ask(
    persona,
    `query ($after: String) { tickets(first: 100, after: $after${wanted && `, ${wanted}`}) {
      totalCount pageInfo { hasNextPage endCursor } edges { node { id topic status openedAt assignee { id } } } } }`,
    asked,
  );
const nodes = ({ data }: Answered): readonly Record<string, any>[] => data.tickets.edges.map(({ node }: any) => node);
const idsOf = (answer: Answered): string[] => nodes(answer).map(({ id }) => id);
const stored = async (where: string): Promise<string[]> =>
  (await gateway.database.asOwner<{ id: string }>(`select id from recreation.ticket where ${where} order by opened_at desc, id desc`)).map(
    ({ id }) => id,
  );

describe('the queue of the helpdesk', () => {
  test.each([
    ['assignment: MINE', `assignee_id = '${cast.supporter}'`],
    ['assignment: UNASSIGNED', 'assignee_id is null'],
    ['assignment: ASSIGNED', 'assignee_id is not null'],
    [`assigneeId: "${cast.otherSupporter}"`, `assignee_id = '${cast.otherSupporter}'`],
    [`assigneeId: "${cast.otherSupporter.toUpperCase()}", assignment: MINE`, 'false'],
    ['assignment: null, assigneeId: null, topic: null, status: null, openedFrom: null, orderBy: null', 'true'],
    ['topic: REGISTRATION', `topic = 'REGISTRATION'`],
    ['openedFrom: "2026-06-10T00:00:00Z"', `opened_at >= '2026-06-10T00:00:00Z'`],
    ['openedUntil: "2026-06-10T00:00:00Z"', `opened_at < '2026-06-10T00:00:00Z'`],
    ['status: OPEN, topic: PAYMENT, assignment: ASSIGNED', `closed_at is null and topic = 'PAYMENT' and assignee_id is not null`],
  ])('with %s has exactly the tickets that meet it, newest first', async (wanted, where) => {
    const expected = await stored(where);
    const answer = await ask('support', wanted);
    expect(answer.errors).toEqual([]);
    expect(idsOf(answer)).toEqual(expected.slice(0, 100));
    expect(answer.data.tickets.totalCount).toBe(expected.length);
  });

  test('has tickets for each condition, so that the lists above are not empty', async () => {
    for (const where of ['assignee_id is null', `assignee_id = '${cast.supporter}'`, `opened_at >= '2026-06-10T00:00:00Z'`]) {
      expect((await stored(where)).length).toBeGreaterThan(0);
    }
    for (const topic of Object.values(TicketTopic)) expect((await stored(`topic = '${topic}'`)).length).toBeGreaterThan(0);
  });

  test('can begin with the oldest, page by page', async () => {
    const expected = (await stored(`closed_at is null`)).toReversed();
    const first = await gateway.ask(
      'support',
      '{ tickets(first: 3, status: OPEN, orderBy: OLDEST) { pageInfo { endCursor } edges { node { id } } } }',
      support,
    );
    expect(idsOf(first)).toEqual(expected.slice(0, 3));
    const after = first.data.tickets.pageInfo.endCursor;
    const next = await ask('support', 'status: OPEN, orderBy: OLDEST', { ...support, variables: { after } });
    expect(idsOf(next)).toEqual(expected.slice(3, 103));
    for (const other of ['status: OPEN', 'status: OPEN, orderBy: NEWEST', 'orderBy: OLDEST']) {
      expect((await ask('support', other, { ...support, variables: { after } })).codes).toEqual(['CURSOR_INVALID']);
    }
  });

  test('a resident cannot find out who has taken a ticket, or whether anyone has, and may choose by what the resident sees', async () => {
    const shown = nodes(await ask('support', 'assignment: MINE')).find(({ id }) => id === matters.ticket);
    expect(shown).toMatchObject({ assignee: { id: cast.supporter } });
    const own = await ask('resident', 'topic: PAYMENT, orderBy: OLDEST', {});
    expect(nodes(own)).toMatchObject([{ id: matters.ticket, assignee: null }]);
    expect(own.privacy.withheld.map(({ coordinate }: any) => coordinate)).toContain('Ticket.assignee');
    for (const [wanted, name] of [
      [`assigneeId: "${cast.supporter}"`, 'assigneeId'],
      ['assignment: UNASSIGNED', 'assignment'],
      ['assignment: null', 'assignment'],
    ] as const) {
      const { data, errors } = await ask('resident', wanted, {});
      expect(data).toEqual({ tickets: null });
      expect(errors[0]!.extensions).toEqual({ code: 'ARGUMENT_NOT_PERMITTED', coordinates: [`Query.tickets(${name}:)`] });
    }
  });

  test('names and counts no resident for who has taken a ticket', async () => {
    for (const [persona, asked, query] of [
      ['support', support, '{ tickets(first: 100) { edges { node { assignee { id givenName } } } } }'],
      ['privacy-officer', { purpose: 'RIGHTS_FULFILMENT' }, '{ requests(first: 100) { edges { node { assignee { id givenName } } } } }'],
    ] as const) {
      const { privacy } = await gateway.ask(persona, query, asked);
      await gateway.sequence();
      const named = await gateway.database.asOwner<{ id: string; employee: boolean }>(
        `select about.subject_id as id, exists (select from recreation.employee where id = about.subject_id) as employee
         from access_log.segment about join access_log.entry using (seq, month) where entry.id = $1 and about.subject_id is not null`,
        [privacy.receipt!.entry],
      );
      expect(named.length).toBeGreaterThan(0);
      expect(named.filter(({ employee }) => !employee)).toEqual([]);
      const counted = await gateway.database.asOwner(
        'select from access_log.budget_subject counted join recreation.resident on resident.id = counted.subject_id',
      );
      expect(counted).toEqual([]);
      expect(privacy.withheld).toEqual([]);
    }
  });

  test('an id that is none is refused with its coordinate', async () => {
    const { errors } = await ask('support', 'assigneeId: "Desmond"');
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['Query.tickets(assigneeId:)'] });
  });

  test('does not show an employee’s own tickets by any condition', async () => {
    const own = 'update recreation.employee set resident_id = $2 where id = $1';
    expect(idsOf(await ask('support', 'assignment: UNASSIGNED'))).toContain(matters.unassignedTicket);
    await gateway.database.asOwner(own, [cast.supporter, cast.neighbour]);
    for (const wanted of ['assignment: UNASSIGNED', 'topic: WEBSITE', 'orderBy: OLDEST']) {
      expect(idsOf(await ask('support', wanted))).not.toContain(matters.unassignedTicket);
    }
    await gateway.database.asOwner(own, [cast.supporter, null]);
  });
});

describe('colleagues', () => {
  const rights: Asked = { purpose: 'RIGHTS_FULFILMENT' };
  const query = '{ colleagues(first: 100) { totalCount edges { node { id givenName familyName } } } }';
  const people = (answer: Answered): readonly { readonly id: string; readonly givenName: string; readonly familyName: string }[] =>
    answer.data.colleagues.edges.map(({ node }: any) => node);

  test('are the employees of the helpdesk, by name, with the principal', async () => {
    const answer = await gateway.ask('support', query, support);
    expect(answer.errors).toEqual([]);
    const names = people(answer).map(({ familyName, givenName }) => `${familyName} ${givenName}`.toLowerCase());
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(expect.arrayContaining(['applegarth desmond', 'ashdown montgomery']));
    const staff = `roles @> array['SUPPORT']`;
    const rows = await gateway.database.asOwner<{ id: string }>(`select id from recreation.employee where ${staff}`);
    expect(
      people(answer)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(rows.map(({ id }) => id).toSorted());
    expect(answer.data.colleagues.totalCount).toBe(rows.length);
  });

  test('of a privacy officer are officers, and never those who review the log', async () => {
    const ids = people(await gateway.ask('privacy-officer', query, rights)).map(({ id }) => id);
    expect(ids).toEqual(expect.arrayContaining([cast.privacyOfficer, cast.privacyOfficer2, cast.privacyOfficer3]));
    for (const id of [cast.reviewer, cast.reviewer2, cast.supporter, cast.clerk]) expect(ids).not.toContain(id);
  });

  test('are gone once they have left, and all others can be given a ticket', async () => {
    const assign = 'mutation ($input: AssignTicketInput!) { assignTicket(input: $input) { ticket { assignee { id } } } }';
    const left = 'update recreation.employee set access_ended_at = $2 where id = $1';
    const before = people(await gateway.ask('support', query, support)).map(({ id }) => id);
    expect(before).toContain(cast.otherSupporter);
    await gateway.database.asOwner(left, [cast.otherSupporter, '2026-06-01']);
    const after = people(await gateway.ask('support', query, support)).map(({ id }) => id);
    expect(after).toEqual(before.filter((id) => id !== cast.otherSupporter));
    await gateway.database.asOwner(left, [cast.otherSupporter, null]);
    for (const employeeId of after) {
      const given = await gateway.ask('support', assign, {
        ...support,
        variables: { input: { ticketId: matters.unassignedTicket, employeeId } },
      });
      expect(given.data.assignTicket.ticket.assignee).toEqual({ id: employeeId });
    }
  });

  test('are named in the access entry, because employees are data subjects too', async () => {
    const { privacy } = await gateway.ask('support', query, support);
    await gateway.sequence();
    const about = await gateway.database.asOwner<{ id: string }>(
      'select subject_id as id from access_log.segment join access_log.entry using (seq, month) where entry.id = $1 and subject_id is not null',
      [privacy.receipt!.entry],
    );
    expect(about.map(({ id }) => id)).toContain(cast.otherSupporter);
  });

  test('are shown to no one else', async () => {
    const shown = [
      await gateway.ask('resident', query),
      await gateway.ask('customer-service', query, { purpose: 'SERVICE_PROVISION' }),
      await gateway.ask('privacy-officer', query, { purpose: 'MANDATE_ADMINISTRATION' }),
      await gateway.ask('reviewer', query, { purpose: 'ACCESS_REVIEW' }),
      await gateway.ask('police', query),
    ];
    for (const { data, codes } of shown) expect({ data, codes }).toEqual({ data: { colleagues: null }, codes: ['FIELD_NOT_PERMITTED'] });
    expect((await gateway.ask(null, query)).codes).toEqual(['AUTHENTICATION_REQUIRED']);
  });
});

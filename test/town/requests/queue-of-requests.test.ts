import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const rights: Asked = { purpose: 'RIGHTS_FULFILMENT' };
const ask = (persona: string, wanted: string, asked: Asked = rights): Promise<Answered> =>
  gateway.ask(
    persona,
    `query ($after: String) { requests(first: 100, after: $after${wanted && `, ${wanted}`}) {
      totalCount pageInfo { endCursor } edges { node { id kind dueOn assignee { id familyName } } } } }`,
    asked,
  );
const nodes = ({ data }: Answered): readonly Record<string, any>[] => data.requests.edges.map(({ node }: any) => node);
const idsOf = (answer: Answered): string[] => nodes(answer).map(({ id }) => id);
const stored = async (where: string, order = 'filed_at desc, id desc'): Promise<string[]> =>
  (await gateway.database.asOwner<{ id: string }>(`select id from recreation.request where ${where} order by ${order}`)).map(
    ({ id }) => id,
  );
const day = '2026-07-01';

describe('the queue of requests', () => {
  test.each([
    ['assignment: MINE', `assignee_id = '${cast.privacyOfficer}'`],
    ['assignment: UNASSIGNED', 'assignee_id is null'],
    ['assignment: ASSIGNED', 'assignee_id is not null'],
    [`assigneeId: "${cast.privacyOfficer2.toUpperCase()}"`, `assignee_id = '${cast.privacyOfficer2}'`],
    [`assigneeId: "${cast.privacyOfficer2}", assignment: MINE`, 'false'],
    ['assignment: null, assigneeId: null, kind: null, status: null, dueFrom: null, dueUntil: null, orderBy: null', 'true'],
    ['kind: ACCESS', `kind = 'ACCESS'`],
    ['kind: QUESTION, status: OPEN', `kind = 'QUESTION' and answered_at is null`],
    [`dueFrom: "${day}"`, `due_on >= '${day}'`],
    [`dueUntil: "${day}", status: OPEN`, `due_on < '${day}' and answered_at is null`],
  ])('with %s has exactly the requests that meet it, newest first', async (wanted, where) => {
    const expected = await stored(where);
    const answer = await ask('privacy-officer', wanted);
    expect(answer.errors).toEqual([]);
    expect(idsOf(answer)).toEqual(expected.slice(0, 100));
    expect(answer.data.requests.totalCount).toBe(expected.length);
  });

  test('has requests for each condition, so that the lists above are not empty', async () => {
    await gateway.database.asOwner('update recreation.request set assignee_id = $2, due_on = $3 where id = $1', [
      matters.unassignedRequest,
      cast.privacyOfficer2,
      day,
    ]);
    const each = [
      'assignee_id is null',
      `assignee_id = '${cast.privacyOfficer}'`,
      `assignee_id = '${cast.privacyOfficer2}'`,
      `kind = 'QUESTION' and answered_at is null`,
      `due_on = '${day}'`,
      `due_on > '${day}'`,
      `due_on < '${day}' and answered_at is null`,
    ];
    for (const where of each) expect([where, (await stored(where)).length]).not.toEqual([where, 0]);
    expect(idsOf(await ask('privacy-officer', `dueFrom: "${day}"`))).toContain(matters.unassignedRequest);
    expect(idsOf(await ask('privacy-officer', `dueUntil: "${day}"`))).not.toContain(matters.unassignedRequest);
    const [taken] = nodes(await ask('privacy-officer', `assigneeId: "${cast.privacyOfficer2}"`));
    expect(taken).toMatchObject({ id: matters.unassignedRequest, assignee: { id: cast.privacyOfficer2 } });
    expect(taken!.assignee.familyName).toEqual(expect.any(String));
  });

  test('can begin with what is overdue, page by page', async () => {
    const expected = await stored('answered_at is null', 'due_on, id');
    const first = await gateway.ask(
      'privacy-officer',
      '{ requests(first: 2, status: OPEN, orderBy: DUE) { pageInfo { endCursor } edges { node { id } } } }',
      rights,
    );
    expect(idsOf(first)).toEqual(expected.slice(0, 2));
    const after = first.data.requests.pageInfo.endCursor;
    const next = await ask('privacy-officer', 'status: OPEN, orderBy: DUE', { ...rights, variables: { after } });
    expect(idsOf(next)).toEqual(expected.slice(2, 102));
    for (const other of ['status: OPEN', 'status: OPEN, orderBy: NEWEST', 'orderBy: DUE']) {
      expect((await ask('privacy-officer', other, { ...rights, variables: { after } })).codes).toEqual(['CURSOR_INVALID']);
    }
  });

  test('a resident cannot find out who has taken a request, and may choose by what the resident sees', async () => {
    const shown = nodes(await ask('privacy-officer', 'assignment: MINE, kind: ACCESS')).find(({ id }) => id === matters.request);
    expect(shown).toMatchObject({ assignee: { id: cast.privacyOfficer } });
    expect(nodes(await ask('resident', 'kind: ACCESS, orderBy: DUE', {}))).toEqual([
      { id: matters.request, kind: 'ACCESS', dueOn: shown!.dueOn, assignee: null },
    ]);
    for (const [wanted, name] of [
      [`assigneeId: "${cast.privacyOfficer}"`, 'assigneeId'],
      ['assignment: UNASSIGNED', 'assignment'],
      ['assignment: null', 'assignment'],
    ] as const) {
      const { data, errors } = await ask('resident', wanted, {});
      expect(data).toEqual({ requests: null });
      expect(errors[0]!.extensions).toEqual({ code: 'ARGUMENT_NOT_PERMITTED', coordinates: [`Query.requests(${name}:)`] });
    }
  });

  test('an id or a day that is none is refused with its coordinate', async () => {
    const { errors } = await ask('privacy-officer', 'assigneeId: "Odile"');
    expect(errors[0]!.extensions).toMatchObject({ code: 'INPUT_INVALID', coordinates: ['Query.requests(assigneeId:)'] });
    expect((await ask('privacy-officer', 'dueFrom: "tomorrow"')).data).toBeUndefined();
  });

  test('does not show an officer’s own requests by any condition', async () => {
    const own = 'update recreation.employee set resident_id = $2 where id = $1';
    expect(idsOf(await ask('privacy-officer-3', 'status: OPEN'))).toContain(matters.unassignedRequest);
    await gateway.database.asOwner(own, [cast.privacyOfficer3, cast.neighbour]);
    for (const wanted of ['status: OPEN', `dueFrom: "${day}"`, 'orderBy: DUE', `assigneeId: "${cast.privacyOfficer2}"`]) {
      expect(idsOf(await ask('privacy-officer-3', wanted))).not.toContain(matters.unassignedRequest);
    }
    await gateway.database.asOwner(own, [cast.privacyOfficer3, null]);
  });
});

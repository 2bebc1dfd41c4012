import { describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../demo/personas.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import type { Answered, Asked } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const office = { purpose: 'STAFF_ADMINISTRATION' } as const;
const employee =
  'employee { id givenName familyName status roles rolesSince reviewsLog workEmail invitedAt accessEndedAt rolesConfirmedAt reviewDueAt }';

/** Makes a change of the staff as an administrator. */
function change(field: string, input: object, selected = employee, persona = 'staff-administrator'): Promise<Answered> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return gateway.ask(persona, `mutation ($input: ${type}!) { change: ${field}(input: $input) { ${selected} } }`, {
    ...office,
    variables: { input },
  });
}
const listed = async (conditions = '', persona = 'staff-administrator', asked: Asked = office): Promise<Answered> =>
  gateway.ask(persona, `{ employees(first: 100${conditions}) { totalCount edges { node { id givenName status roles } } } }`, asked);
const idsOf = ({ data }: Answered): string[] => data.employees.edges.map(({ node }: any) => node.id);
const asOwner = (text: string, values: unknown[] = []): Promise<any[]> => gateway.database.asOwner(text, values);
/** The entry of one change: its role, root fields, outcome, and what it says of its data subjects. */
async function entryOf(make: () => Promise<Answered>): Promise<any> {
  await gateway.sequence();
  await make();
  await gateway.sequence();
  const [row] = await asOwner(
    `select role, template -> 'purpose' as purpose, template -> 'rootFields' as fields, template ->> 'outcome' as outcome, subjects, views
     from access_log.full_entry order by seq desc limit 1`,
  );
  return row;
}

describe('the staff register', () => {
  test('shows every employee with roles, dates and the review that is due', async () => {
    const answer = await gateway.ask(
      'staff-administrator',
      `{ employees(first: 100) { totalCount edges { node { id givenName status roles rolesSince reviewsLog workEmail rolesConfirmedAt reviewDueAt accessEndedAt } } } }`,
      office,
    );
    expect(answer.errors).toEqual([]);
    const [{ count }] = await asOwner('select count(*)::int from recreation.employee');
    expect(answer.data.employees.totalCount).toBe(count);
    const clerk = answer.data.employees.edges.map(({ node }: any) => node).find(({ id }: any) => id === cast.clerk);
    expect(clerk).toEqual({
      id: cast.clerk,
      givenName: 'Pippa',
      status: 'ACTIVE',
      roles: ['CUSTOMER_SERVICE'],
      rolesSince: '2024-04-06T18:00:00.000Z',
      reviewsLog: false,
      workEmail: 'staff001@town.example',
      rolesConfirmedAt: '2026-05-16T18:00:00.000Z',
      reviewDueAt: '2026-11-16T18:00:00.000Z',
      accessEndedAt: null,
    });
  });

  test('finds employees by state, by role, and by the review that is overdue', async () => {
    expect(idsOf(await listed(`, hasRole: SECURITY`))).toContain(cast.securityOfficer);
    expect(idsOf(await listed(`, hasRole: SECURITY`))).not.toContain(cast.clerk);
    expect(idsOf(await listed(`, reviewDueBefore: "${testNow.toISOString()}"`))).toEqual([cast.securityOfficer]);
    expect(idsOf(await listed(', status: ENDED'))).toEqual([]);
    expect(idsOf(await listed(', status: ACTIVE'))).toContain(cast.reviewer);
  });

  test('tells an officer who answers requests, with an entry, who has which role and whose review is overdue, and no more', async () => {
    const asked = { purpose: 'RIGHTS_FULFILMENT' } as const;
    const overdue = `, status: ACTIVE, reviewDueBefore: "${testNow.toISOString()}"`;
    expect(idsOf(await listed('', 'privacy-officer', asked))).toEqual(idsOf(await listed()));
    expect(idsOf(await listed(overdue, 'privacy-officer', asked))).toEqual([cast.securityOfficer]);
    const query =
      '{ employees(first: 9, hasRole: STAFF_ADMINISTRATOR) { edges { node { roles reviewDueAt workEmail invitedAt accessEndedAt } } } }';
    const { data, privacy } = await gateway.ask('privacy-officer', query, asked);
    const [{ node }] = data.employees.edges;
    expect(node).toMatchObject({ reviewDueAt: expect.any(String), workEmail: null, invitedAt: null, accessEndedAt: null });
    expect(privacy.withheld.map(({ coordinate }) => coordinate.replace('Employee.', ''))).toEqual([
      'workEmail',
      'invitedAt',
      'accessEndedAt',
    ]);
    const { fields, subjects } = await entryOf(() => gateway.ask('privacy-officer', query, asked));
    expect([fields, subjects.toSorted()]).toEqual([['Query.employees'], [cast.staffAdministrator, cast.staffAdministrator2]]);
  });

  test.each([
    ['privacy-officer', 'MANDATE_ADMINISTRATION'],
    ['reviewer', 'ACCESS_REVIEW'],
    ['support', 'CUSTOMER_SUPPORT'],
  ] as const)('is closed to %s for %s', async (persona, purpose) => {
    expect((await listed()).data.employees.totalCount).toBeGreaterThan(10);
    const closed = await listed('', persona, { purpose });
    expect([closed.codes, closed.data]).toEqual([['FIELD_NOT_PERMITTED'], { employees: null }]);
  });

  test('does not show in a list of colleagues what else they may do', async () => {
    const { data, privacy } = await gateway.ask('support', '{ colleagues { edges { node { givenName roles workEmail } } } }', {
      purpose: 'CUSTOMER_SUPPORT',
    });
    expect(data.colleagues.edges[0].node).toEqual({ givenName: expect.any(String), roles: null, workEmail: null });
    expect(privacy.withheld.map(({ coordinate }) => coordinate)).toEqual(['Employee.roles', 'Employee.workEmail']);
  });

  test('tells an administrator nothing of residents', async () => {
    const person = `{ resident(id: "${cast.resident}") { id givenName } residents { totalCount } tickets { totalCount } }`;
    expect(
      (await gateway.ask('customer-service', `{ resident(id: "${cast.resident}") { id } }`, { purpose: 'SERVICE_PROVISION' })).data,
    ).toEqual({
      resident: { id: cast.resident },
    });
    const { data, codes } = await gateway.ask('staff-administrator', person, office);
    expect(data).toEqual({ resident: null, residents: null, tickets: null });
    expect(codes).toEqual(['FIELD_NOT_PERMITTED', 'FIELD_NOT_PERMITTED', 'FIELD_NOT_PERMITTED']);
  });
});

describe('other roles', () => {
  test('count at once, and the cases of a role that went are in the queue again', async () => {
    const queue = '{ tickets(first: 1) { totalCount } }';
    const support = () => gateway.ask('support', queue, { purpose: 'CUSTOMER_SUPPORT' });
    expect((await support()).data.tickets.totalCount).toBeGreaterThan(0);
    const { data, errors } = await change('changeEmployeeRoles', { employeeId: cast.supporter, roles: ['CUSTOMER_SERVICE'] });
    expect(errors).toEqual([]);
    expect(data.change.employee).toMatchObject({ roles: ['CUSTOMER_SERVICE'], rolesSince: testNow.toISOString() });
    expect((await support()).codes).toEqual(['ACCESS_ENDED']);
    const tickets = await asOwner('select assignee_id, closed_at from recreation.ticket where id = any($1)', [
      [matters.ticket, matters.protectedTicket],
    ]);
    expect(tickets).toEqual([
      { assignee_id: null, closed_at: null },
      { assignee_id: null, closed_at: null },
    ]);
  });

  test('that are the same leave the date, and the cases, as they are', async () => {
    const { data } = await change('changeEmployeeRoles', { employeeId: cast.otherSupporter, roles: ['SUPPORT'] });
    expect(data.change.employee.rolesSince).toBe('2024-04-06T18:00:00.000Z');
    const [{ assignee_id }] = await asOwner('select assignee_id from recreation.ticket where id = $1', [matters.otherTicket]);
    expect(assignee_id).toBe(cast.otherSupporter);
  });

  test('are refused to a reviewer of the log, who has no other duty', async () => {
    const { codes, errors } = await change('changeEmployeeRoles', { employeeId: cast.reviewer, roles: ['PRIVACY_OFFICER', 'SUPPORT'] });
    expect([codes, errors[0]!.extensions]).toEqual([['CONFLICT'], expect.objectContaining({ reason: 'REVIEWS_LOG' })]);
    const [{ roles }] = await asOwner('select roles from recreation.employee where id = $1', [cast.reviewer]);
    expect(roles).toEqual(['PRIVACY_OFFICER']);
  });
});

describe('a review of the roles', () => {
  test('moves the date until when the next one is due', async () => {
    const { data, errors } = await change('confirmEmployeeRoles', { employeeId: cast.securityOfficer, roles: ['SECURITY'] });
    expect(errors).toEqual([]);
    expect(data.change.employee).toMatchObject({ rolesConfirmedAt: testNow.toISOString(), reviewDueAt: '2026-12-15T18:00:00.000Z' });
    expect(idsOf(await listed(`, reviewDueBefore: "${testNow.toISOString()}"`))).toEqual([]);
  });

  test('confirms nothing where the roles are others than those that were shown', async () => {
    const { codes } = await change('confirmEmployeeRoles', { employeeId: cast.otherClerk, roles: ['CUSTOMER_SERVICE', 'SUPPORT'] });
    expect(codes).toEqual(['CONFLICT']);
  });
});

describe('an employee who leaves', () => {
  test('gets no further answer, no longer serves a person, and has no cases', async () => {
    const search = () =>
      gateway.ask('customer-service', `{ resident(id: "${cast.resident}") { givenName } }`, { purpose: 'SERVICE_PROVISION' });
    expect((await search()).data.resident.givenName).toBe('Peregrine');
    const { data, errors } = await change('endEmployeeAccess', { employeeId: cast.clerk });
    expect(errors).toEqual([]);
    expect(data.change.employee).toMatchObject({ status: 'ENDED', accessEndedAt: testNow.toISOString(), reviewDueAt: null });
    expect([(await search()).status, (await search()).data]).toEqual([401, undefined]);
    expect(await asOwner('select from recreation.encounter where employee_id = $1 and ended_at is null', [cast.clerk])).toHaveLength(0);
    await change('endEmployeeAccess', { employeeId: cast.privacyOfficer });
    const open = 'where assignee_id = $1 and answered_at is null and withdrawn_at is null';
    expect(await asOwner(`select from recreation.request ${open}`, [cast.privacyOfficer])).toHaveLength(0);
    expect(await asOwner('select assignee_id from recreation.request where id = $1', [matters.request])).toEqual([{ assignee_id: null }]);
  });

  test('has no ticket again that a resident goes on with', async () => {
    await asOwner('update recreation.ticket set assignee_id = $2 where id = $1', [matters.closedTicket, cast.clerk]);
    await gateway.ask('resident', `mutation { reopenTicket(input: { ticketId: "${matters.closedTicket}" }) { ticket { id } } }`);
    const [ticket] = await asOwner('select assignee_id, closed_at from recreation.ticket where id = $1', [matters.closedTicket]);
    expect(ticket).toEqual({ assignee_id: null, closed_at: null });
  });
});

describe('an administrator', () => {
  test('changes nothing of the own record', async () => {
    const own = { employeeId: cast.staffAdministrator };
    for (const [field, input] of [
      ['endEmployeeAccess', own],
      ['changeEmployeeRoles', { ...own, roles: ['STAFF_ADMINISTRATOR', 'PRIVACY_OFFICER'] }],
      ['confirmEmployeeRoles', { ...own, roles: ['STAFF_ADMINISTRATOR'] }],
    ] as const) {
      const { codes, errors } = await change(field, input);
      expect([codes, errors[0]!.extensions]).toEqual([['CONFLICT'], expect.objectContaining({ reason: 'OWN_RECORD' })]);
    }
    expect(
      (await change('confirmEmployeeRoles', { ...own, roles: ['STAFF_ADMINISTRATOR'] }, employee, 'second-staff-administrator')).errors,
    ).toEqual([]);
  });

  test('finds no employee by an id that is not on staff', async () => {
    expect((await change('endEmployeeAccess', { employeeId: cast.resident })).codes).toEqual(['NOT_FOUND']);
    expect((await change('endEmployeeAccess', { employeeId: 'x' })).codes).toEqual(['INPUT_INVALID']);
  });

  test('leaves an entry about the employee for each change, also for one that is refused', async () => {
    const confirm = { employeeId: cast.otherClerk, roles: ['CUSTOMER_SERVICE'] };
    expect(await entryOf(() => change('confirmEmployeeRoles', confirm))).toMatchObject({
      role: 'STAFF_ADMINISTRATOR',
      purpose: 'STAFF_ADMINISTRATION',
      fields: ['Mutation.confirmEmployeeRoles'],
      outcome: 'ANSWERED',
      subjects: [cast.otherClerk],
      views: [expect.objectContaining({ relationship: 'NONE', released: expect.arrayContaining(['Employee.roles']) })],
    });
    const own = await entryOf(() => change('endEmployeeAccess', { employeeId: cast.staffAdministrator }));
    expect(own).toMatchObject({ outcome: 'REFUSED', subjects: [cast.staffAdministrator] });
  });

  test('of three, ends with another at the same moment the access of one only: two stay', async () => {
    await asOwner(`update recreation.employee set roles = '{STAFF_ADMINISTRATOR}', access_ended_at = null where id = $1`, [cast.clerk]);
    // Each change takes a time between its entry and its commit, so that the other one has its entry too by then, unless it waits.
    await asOwner(`create function recreation.take_time() returns trigger language plpgsql as $$
      begin perform pg_sleep(1); return new; end $$`);
    await asOwner('create trigger take_time after insert on access_log.staged for each row execute function recreation.take_time()');
    const answers = await Promise.all([
      change('endEmployeeAccess', { employeeId: cast.clerk }),
      change('endEmployeeAccess', { employeeId: cast.staffAdministrator }, employee, 'second-staff-administrator'),
    ]);
    expect(answers.flatMap(({ codes }) => codes)).toHaveLength(1);
    const left = await asOwner(`select from recreation.employee where roles @> '{STAFF_ADMINISTRATOR}' and access_ended_at is null`);
    expect(left).toHaveLength(2);
  });
});

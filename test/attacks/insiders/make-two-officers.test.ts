import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import type { Role } from '../../../src/town/shared/graphql/generated/schema.ts';
import { invitationDigest } from '../../../src/identity/accounts/joining/invitation-code.ts';
import { sensitiveRoles } from '../../../src/town/policy/words/roles.ts';
import { asRole } from '../../helpers/database/as-role.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { codeMailedTo } from '../../helpers/identity/mailed-invitation.ts';
import { storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { sharedSchema } from '../../helpers/gateway/shared-schema.ts';
import { attacker, conflict, openStaffOffice, outcomeOf, second, staff, type StaffOffice } from '../../helpers/identity/staff-office.ts';

// The attacker is one administrator of the staff, who appoints both people of an act that needs two, or accepts an invitation of another
// person.
let office: StaffOffice;
beforeAll(async () => {
  office = await openStaffOffice();
});
afterEach(() => office.restore());
afterAll(() => office.close());

const asOwner = (text: string, values: unknown[] = []) => office.asOwner(text, values);
const change: StaffOffice['change'] = (...given) => office.change(...given);
const read: StaffOffice['read'] = (...given) => office.read(...given);
const join: StaffOffice['join'] = (...given) => office.join(...given);

describe('a role that the policy calls sensitive', () => {
  test.each(sensitiveRoles.map(({ role }) => role))(
    '%s: is of no use after an invitation until another administrator approves it',
    async (role) => {
      const id = await join([role, 'CUSTOMER_SERVICE'], 'new@town.example');
      expect(await read(id, role)).toBe('ACCESS_ENDED');
      const [account] = await asOwner('select id from identity.account where employee_id = $1', [id]);
      const capacities = await office.accounts.capacities(account.id, 'phr');
      expect(capacities.map((one) => one.role)).toEqual(['CUSTOMER_SERVICE']);
      const roles = [role];
      expect(outcomeOf(await change(attacker, 'approveEmployeeRoles', { employeeId: id, roles }))).toEqual(conflict('OWN_PROPOSAL'));
      expect(await read(id, role)).toBe('ACCESS_ENDED');
      const list = '{ employees(first: 9, awaitsMyApproval: true) { edges { node { id awaitedRoles } } } }';
      const listed = async (persona: string): Promise<unknown> => (await office.gateway.ask(persona, list, staff)).data.employees.edges;
      expect(await listed(attacker)).toEqual([]);
      expect(await listed(second)).toEqual([{ node: { id, awaitedRoles: roles } }]);
      const approved = await change(second, 'approveEmployeeRoles', { employeeId: id, roles });
      expect(approved.data.change.employee).toMatchObject({ status: 'ACTIVE', awaitedRoles: [], awaitsMyApproval: false });
      expect(approved.data.change.employee.roles.toSorted()).toEqual(['CUSTOMER_SERVICE', role].toSorted());
      expect(await read(id, role)).not.toBe('ACCESS_ENDED');
    },
  );

  test.each(sensitiveRoles.map(({ role }) => role))(
    '%s: is of no use after a change until another administrator approves it',
    async (role) => {
      const input = { employeeId: cast.otherClerk, roles: ['CUSTOMER_SERVICE', role] };
      const { data } = await change(attacker, 'changeEmployeeRoles', input);
      expect(data.change.employee).toMatchObject({ roles: ['CUSTOMER_SERVICE'], awaitedRoles: [role], awaitsMyApproval: false });
      expect(await read(cast.otherClerk, role)).toBe('ACCESS_ENDED');
      // A review of the roles is no approval.
      expect(outcomeOf(await change(attacker, 'confirmEmployeeRoles', input))).toEqual(conflict('ROLES_CHANGED'));
      expect((await change(second, 'approveEmployeeRoles', { ...input, roles: [role] })).errors).toEqual([]);
      expect(await read(cast.otherClerk, role)).not.toBe('ACCESS_ENDED');
    },
  );

  test('is not approved unseen: what was proposed since is another proposal', async () => {
    await change(attacker, 'changeEmployeeRoles', { employeeId: cast.otherClerk, roles: ['SECURITY'] });
    await change(attacker, 'changeEmployeeRoles', { employeeId: cast.otherClerk, roles: ['PRIVACY_OFFICER'] });
    const approve = (roles: readonly Role[]) => change(second, 'approveEmployeeRoles', { employeeId: cast.otherClerk, roles });
    expect(outcomeOf(await approve(['SECURITY']))).toEqual(conflict('ROLES_CHANGED'));
    expect((await approve(['PRIVACY_OFFICER'])).data.change.employee.roles).toEqual(['PRIVACY_OFFICER']);
    expect(outcomeOf(await approve(['PRIVACY_OFFICER']))).toEqual(conflict('NOTHING_TO_APPROVE'));
  });

  test('of an administrator is never approved by that administrator, and with a passkey that was just used', async () => {
    await change(second, 'changeEmployeeRoles', { employeeId: cast.staffAdministrator, roles: ['STAFF_ADMINISTRATOR', 'PRIVACY_OFFICER'] });
    const input = { employeeId: cast.staffAdministrator, roles: ['PRIVACY_OFFICER'] };
    expect(outcomeOf(await change(attacker, 'approveEmployeeRoles', input))).toEqual(conflict('OWN_RECORD'));
    const stale = { acr: 'phr', provenAt: new Date(testNow.getTime() - 400_000) };
    expect((await change(attacker, 'approveEmployeeRoles', input, { ...staff, assurance: stale })).codes).toEqual(['STEP_UP_NEEDED']);
  });
});

describe('the code of an invitation', () => {
  test('goes to the mailbox alone: no answer has it, and the gateway’s role can neither read nor choose one', async () => {
    const email = 'mailbox@town.example';
    const payload = sharedSchema.schema.getType('InvitationPayload') as { getFields?: () => object } | undefined;
    expect(Object.keys(payload!.getFields!()).toSorted()).toEqual(['codeValidUntil', 'employee']);
    const answers = [
      await change(attacker, 'inviteEmployee', { givenName: 'A', familyName: 'B', workEmail: email, roles: ['SUPPORT'] }),
      await office.gateway.ask(attacker, '{ employees(first: 100) { edges { node { id workEmail status } } } }', staff),
    ];
    const code = (await codeMailedTo(office.gateway.database, email))!;
    expect(code).toMatch(/^(?:\w{4}-){6}\w{4}$/);
    for (const { text } of answers) expect(text.replaceAll('-', '')).not.toContain(code.replaceAll('-', ''));
    const { id } = answers[0]!.data.change.employee;
    await asRole(office.gateway.database.roles.gateway, async (client) => {
      await expect(client.query('select code_hash from recreation.invitation')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('update recreation.invitation set code_hash = $1', [invitationDigest('x')])).rejects.toMatchObject({
        code: '42501',
      });
      await client.query('delete from recreation.invitation where employee_id = $1', [id]);
      const plant = client.query(`insert into recreation.invitation (employee_id, code_hash, valid_until) values ($1, $2, 'infinity')`, [
        id,
        invitationDigest('x'),
      ]);
      await expect(plant).rejects.toMatchObject({ code: '42501' });
    });
  });

  test('goes to a mailbox of the municipality, and an account of another domain accepts none', async () => {
    const invite = (workEmail: string) =>
      change(attacker, 'inviteEmployee', { givenName: 'A', familyName: 'B', workEmail, roles: ['SUPPORT'] });
    for (const address of ['x@mail.example', 'x@town.example.mail.example', 'x@sub.town.example'])
      expect(outcomeOf(await invite(address))).toEqual(['INPUT_INVALID', 'OTHER_MAIL_DOMAIN']);
    expect((await invite('X@Town.Example')).errors).toEqual([]);
    const code = (await codeMailedTo(office.gateway.database, 'X@Town.Example'))!;
    // As if the domain was given up after the invitation.
    await asOwner(`update recreation.employee set work_email = 'x@mail.example' where work_email = 'X@Town.Example'`);
    const elsewhere = await storeAccount(office.gateway.database, { email: 'x@mail.example' });
    expect(await office.accounts.acceptInvitation(elsewhere, code, 'none')).toBe(false);
    await asOwner(`update recreation.employee set work_email = 'x@town.example' where work_email = 'x@mail.example'`);
    const here = await storeAccount(office.gateway.database, { email: 'x@town.example' });
    expect(await office.accounts.acceptInvitation(here, code, 'none')).toBe(true);
  });
});

describe('two administrators', () => {
  test('must be able to act: the access of one of two is not ended, nor is the role taken away', async () => {
    const end = (employeeId: string, persona = attacker) => change(persona, 'endEmployeeAccess', { employeeId });
    expect(outcomeOf(await end(cast.staffAdministrator2))).toEqual(conflict('ADMINISTRATORS_NEEDED'));
    const demote = { employeeId: cast.staffAdministrator2, roles: ['SUPPORT'] };
    expect(outcomeOf(await change(attacker, 'changeEmployeeRoles', demote))).toEqual(conflict('ADMINISTRATORS_NEEDED'));
    // A person who is invited or awaits approval is not an administrator yet.
    const id = await join(['STAFF_ADMINISTRATOR'], 'third@town.example');
    expect(outcomeOf(await end(cast.staffAdministrator2))).toEqual(conflict('ADMINISTRATORS_NEEDED'));
    await change(second, 'approveEmployeeRoles', { employeeId: id, roles: ['STAFF_ADMINISTRATOR'] });
    // The operator disables the account of one, who is then replaced.
    await asOwner('update identity.account set disabled_at = $2 where employee_id = $1', [id, testNow]);
    expect(outcomeOf(await end(cast.staffAdministrator2))).toEqual(conflict('ADMINISTRATORS_NEEDED'));
    expect((await end(id)).errors).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { cast } from '../../../demo/personas.ts';
import { codeMailedTo } from '../../helpers/identity/mailed-invitation.ts';
import { storeAccount } from '../../helpers/identity/open-test-accounts.ts';
import { attacker, openStaffOffice, type StaffOffice } from '../../helpers/identity/staff-office.ts';

// The attacker is an employee who keeps the own record as a resident secret, so that conflicts of interest are not noticed.
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

describe('the own record as a resident', () => {
  const invited = async (email: string): Promise<{ readonly id: string; readonly code: string }> => {
    const input = { givenName: 'A', familyName: 'B', workEmail: email, roles: ['CUSTOMER_SERVICE'] };
    const { data } = await change(attacker, 'inviteEmployee', input);
    return { id: data.change.employee.id, code: (await codeMailedTo(office.gateway.database, email))! };
  };
  const recordOf = async (id: string): Promise<string | null> =>
    (await asOwner('select resident_id as record from recreation.employee where id = $1', [id]))[0].record;

  test('is unknown of a person who is on staff without an invitation: no role can be used', async () => {
    expect(await read(cast.otherClerk, 'CUSTOMER_SERVICE')).toBe('ANSWERED');
    const id = randomUUID();
    await asOwner(`insert into recreation.employee (id, given_name, family_name, roles) values ($1, 'A', 'B', '{CUSTOMER_SERVICE}')`, [id]);
    expect(await read(id, 'CUSTOMER_SERVICE')).toBe('ACCESS_ENDED');
  });

  test('is declared with the invitation, by an account that proves it, and hides that record at work', async () => {
    const email = 'clerk.at.home@town.example';
    const { id, code } = await invited(email);
    const work = await storeAccount(office.gateway.database, { email });
    const home = await storeAccount(office.gateway.database, { email: 'home@mail.example', residentId: cast.neighbour });
    const empty = await storeAccount(office.gateway.database, { email: 'empty@mail.example' });
    expect(await office.accounts.acceptInvitation(work, code, { of: 'account', accountId: empty })).toBe(false);
    expect(await office.accounts.acceptInvitation(work, code, { of: 'account', accountId: work })).toBe(false);
    expect(await office.accounts.acceptInvitation(work, code, { of: 'account', accountId: home })).toBe(true);
    expect(await recordOf(id)).toBe(cast.neighbour);
    const rows = await asOwner(
      `select staged.subjects from access_log.full_staged staged where staged.template -> 'rootFields' ->> 0 = 'accept-invitation'`,
    );
    expect(rows.map(({ subjects }) => subjects.toSorted())).toEqual([[cast.neighbour, id].toSorted()]);
  });

  test('is not denied by a person whose account has one, and is no one else’s', async () => {
    const email = 'denies@town.example';
    const { id, code } = await invited(email);
    const work = await storeAccount(office.gateway.database, { email, residentId: cast.neighbour });
    expect(await office.accounts.acceptInvitation(work, code, 'none')).toBe(false);
    const other = await storeAccount(office.gateway.database, { email: 'home@mail.example', residentId: cast.clerkAsResident });
    expect(await office.accounts.acceptInvitation(work, code, { of: 'account', accountId: other })).toBe(false);
    expect(await office.accounts.acceptInvitation(work, code, { of: 'account', accountId: work })).toBe(true);
    expect(await recordOf(id)).toBe(cast.neighbour);
    const taken = await invited('taken@town.example');
    const again = await storeAccount(office.gateway.database, { email: 'taken@town.example' });
    expect(await office.accounts.acceptInvitation(again, taken.code, { of: 'account', accountId: work })).toBe(false);
  });

  test('is connected later by who declared none, once, and never another one', async () => {
    const id = await join(['CUSTOMER_SERVICE'], 'later@town.example');
    expect(await read(id, 'CUSTOMER_SERVICE')).not.toBe('ACCESS_ENDED');
    const [{ work }] = await asOwner('select id as work from identity.account where employee_id = $1', [id]);
    const home = await storeAccount(office.gateway.database, { email: 'home@mail.example', residentId: cast.neighbour });
    const other = await storeAccount(office.gateway.database, { email: 'other@mail.example', residentId: cast.guardian });
    expect(await office.accounts.connectOwnRecord(home, home)).toBe(false);
    expect(await office.accounts.connectOwnRecord(work, home)).toBe(true);
    expect(await office.accounts.connectOwnRecord(work, other)).toBe(false);
    expect(await recordOf(id)).toBe(cast.neighbour);
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { issueToken } from '../../helpers/tokens/issuer.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { invitationDigest } from '../../../src/identity/accounts/joining/invitation-code.ts';
import { askWithToken } from '../../helpers/tokens/ask-with-token.ts';
import { testCluster, testNow } from '../../helpers/database/cluster.ts';
import { codeMailedTo } from '../../helpers/identity/mailed-invitation.ts';
import type { Answered } from '../../helpers/gateway/gateway.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';

const gateway = useGateway();

const office = { purpose: 'STAFF_ADMINISTRATION' } as const;
const employee =
  'employee { id givenName familyName status roles rolesSince reviewsLog workEmail invitedAt accessEndedAt rolesConfirmedAt reviewDueAt }';

/** Makes a change of the staff as an administrator. */
function change(field: string, input: object, selected = employee): Promise<Answered> {
  const type = `${field[0]!.toUpperCase()}${field.slice(1)}Input`;
  return gateway.ask('staff-administrator', `mutation ($input: ${type}!) { change: ${field}(input: $input) { ${selected} } }`, {
    ...office,
    variables: { input },
  });
}
const invite = (input: object = {}): Promise<Answered> =>
  change(
    'inviteEmployee',
    { givenName: 'Ione', familyName: 'Saltmarsh', workEmail: 'ione@town.example', roles: ['SUPPORT'], ...input },
    `${employee} codeValidUntil`,
  );
const asOwner = (text: string, values: unknown[] = []): Promise<any[]> => gateway.database.asOwner(text, values);
const accept = (code: string, at = testNow) =>
  asOwner(
    `select (select employee_id from recreation.accept_invitation($1, (
       select work_email from recreation.employee join recreation.invitation on employee_id = id where code_hash = $1), null, $2)) as id`,
    [invitationDigest(code), at],
  );

/** Asks as an employee of the helpdesk. */
async function askAs(subject: string, query: string): Promise<Answered> {
  const purpose = 'CUSTOMER_SUPPORT';
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  const token = await issueToken(config, { subject, role: 'SUPPORT', purposes: [purpose], now: testNow });
  return askWithToken(gateway.send, token, query, { purpose });
}

describe('an invitation', () => {
  test('puts an employee on the register, who can do nothing before accepting it', async () => {
    const { data, errors } = await invite();
    expect(errors).toEqual([]);
    const { employee: invited, codeValidUntil } = data.change;
    const code = (await codeMailedTo(gateway.database, 'ione@town.example'))!;
    expect(invited).toMatchObject({
      givenName: 'Ione',
      status: 'INVITED',
      roles: ['SUPPORT'],
      workEmail: 'ione@town.example',
      invitedAt: testNow.toISOString(),
      rolesSince: testNow.toISOString(),
    });
    expect(codeValidUntil).toBe('2026-06-22T18:00:00.000Z');
    const queue = '{ tickets(first: 1) { totalCount } }';
    const ask = () => askAs(invited.id, queue);
    expect([(await ask()).status, (await ask()).codes]).toEqual([401, ['ACCESS_ENDED']]);
    expect(await accept(code)).toEqual([{ id: invited.id }]);
    expect((await ask()).data.tickets.totalCount).toEqual(expect.any(Number));
    expect(await accept(code)).toEqual([{ id: null }]);
  });

  test('has a code that is stored as a digest, is of no use when it is too old, and is replaced by a new one', async () => {
    const { data } = await invite({ workEmail: 'two@town.example' });
    const { id } = data.change.employee;
    const code = (await codeMailedTo(gateway.database, 'two@town.example'))!;
    const [stored] = await asOwner('select code_hash from recreation.invitation where employee_id = $1', [id]);
    const letters = code.replaceAll('-', '');
    expect(letters).toMatch(/^[0-9A-HJKMNP-TV-Z]{28}$/);
    expect(stored.code_hash).toEqual(createHash('sha256').update(letters).digest());
    expect(await accept(code, new Date('2026-06-22T18:00:00Z'))).toEqual([{ id: null }]);
    expect((await change('renewInvitation', { employeeId: id }, `${employee} codeValidUntil`)).errors).toEqual([]);
    // The earlier code is of no use even before the other one is mailed.
    expect(await accept(code)).toEqual([{ id: null }]);
    const other = (await codeMailedTo(gateway.database, 'two@town.example'))!;
    expect(other).not.toBe(code);
    expect(await accept(code)).toEqual([{ id: null }]);
    expect(await accept(other.toLowerCase().replaceAll('-', ' '))).toEqual([{ id }]);
  });

  test('refuses roles that no employee has, none, and one twice', async () => {
    for (const roles of [['RESIDENT'], ['COLLECTION_AGENCY'], [], ['SUPPORT', 'SUPPORT']]) {
      expect((await invite({ workEmail: 'three@town.example', roles })).codes).toEqual(['INPUT_INVALID']);
    }
    expect(await asOwner(`select from recreation.employee where work_email = 'three@town.example'`)).toHaveLength(0);
  });

  test('is withdrawn when the access ends', async () => {
    const { data } = await invite({ workEmail: 'four@town.example' });
    const code = (await codeMailedTo(gateway.database, 'four@town.example'))!;
    await change('renewInvitation', { employeeId: data.change.employee.id });
    await change('endEmployeeAccess', { employeeId: data.change.employee.id });
    expect(await codeMailedTo(gateway.database, 'four@town.example')).toBeUndefined();
    expect(await accept(code)).toEqual([{ id: null }]);
    expect((await invite({ workEmail: 'four@town.example' })).errors).toEqual([]);
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast, matters } from '../../../demo/personas.ts';
import { claimCodeDigest } from '../../../src/identity/accounts/joining/claim-code.ts';
import { letContactsStand, secondCodeIn, takeMails } from '../../helpers/identity/claims.ts';
import { openGateway, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { realClock } from '../../helpers/time/live-today.ts';
import { openTestAccounts, storeAccount, type TestAccounts } from '../../helpers/identity/open-test-accounts.ts';
import { privacyHere } from '../../helpers/processes/privacy-here.ts';
import { settingsFor } from '../../helpers/processes/run-privacy.ts';
import { shownEntry } from '../../helpers/entries/shown-entry.ts';

// The attacker has the password of the gateway's role, writes rows in the names of employees, and has the account of one clerk.
let gateway: TestGateway;
let accounts: TestAccounts;
let asGateway: Client;
beforeAll(async () => {
  gateway = await openGateway({ clock: realClock });
  accounts = openTestAccounts(gateway.database, () => new Date());
  await gateway.database.asOwner(`update recreation.mandate set valid_until = now() + interval '1 year' where id = $1`, [
    matters.courtOrder,
  ]);
  await letContactsStand(gateway.database);
  asGateway = new Client({ connectionString: gateway.database.roles.gateway });
  await asGateway.connect();
  await storeAccount(gateway.database, { email: 'clerk@town.example', employeeId: cast.clerk, password: null });
});
afterAll(async () => {
  await asGateway.end();
  await accounts.stop();
  await gateway.close();
});

describe('an erasure that no officer proposed or approved', () => {
  const isShown = async (entry: string): Promise<boolean> => {
    const { data } = await gateway.ask('resident', '{ me { accessHistory(first: 100) { edges { node { entryId by { role } } } } } }');
    const found = data.me.accessHistory.edges.find(({ node }: any) => node.entryId === shownEntry('resident', entry));
    return typeof found?.node.by.role === 'string';
  };

  test.each([
    ['two officers', cast.privacyOfficer2, cast.privacyOfficer3],
    ['two clerks', cast.clerk, cast.otherClerk],
  ])('is not carried out in the names of %s', async (_who, one, other) => {
    const { privacy } = await gateway.ask('police', `{ resident(id: "${cast.resident}") { givenName } }`);
    await gateway.sequence();
    const read = privacy.receipt!.entry;
    expect(await isShown(read)).toBe(true);
    const id = randomUUID();
    await asGateway.query(
      `insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at)
       select $1, 'COURT_ORDER', 'KB-4000', $2, $3, array[seq], $4, now() from access_log.entry where id = $5`,
      [id, matters.request, cast.resident, one, read],
    );
    await asGateway.query('update access_log.erasure set approved_by = $2, approved_at = now() where id = $1', [id, other]);
    expect(await privacyHere(['erase-approved', '--json'], settingsFor(gateway.database))).toMatchObject({
      code: 1,
      stdout: '[]\n',
      stderr: expect.stringContaining(id),
    });
    expect(await isShown(read)).toBe(true);
    await gateway.database.asOwner('delete from access_log.erasure where id = $1', [id]);
  });
});

describe('a code that no employee handed out', () => {
  test.each([
    ['a resident', cast.neighbour, 'CUSTOMER_SERVICE'],
    ['an address-protected person', cast.protectedPerson, 'PRIVACY_OFFICER'],
  ])('gets no second one to claim the record of %s', async (_who, id, role) => {
    const code = `MADE-HERE-${role}`;
    const now = new Date();
    await asGateway.query('update recreation.employee set roles = array[$2] where id = $1', [cast.clerk, role]);
    await asGateway.query(`select identity.issue_claim_code($1, $2, $3, $4, $4::timestamptz + interval '1 day')`, [
      id,
      claimCodeDigest(code),
      cast.otherClerk,
      now,
    ]);
    // It also says that all employees are independent.
    await asGateway.query(`select identity.confirm_claim($1, $2, $3, $4, $4::timestamptz + interval '1 day')`, [id, cast.clerk, role, now]);
    const mails = await takeMails(accounts.pool, () => now);
    expect(mails.map(secondCodeIn)).toEqual(mails.map(() => undefined));
    expect(mails.map(({ to }) => to)).not.toContain('clerk@town.example');
    expect(await gateway.database.asOwner('select from identity.claim_second where hash is not null')).toEqual([]);
  });
});

import { town } from '../../../src/town/index.ts';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { cast } from '../../../demo/personas.ts';
import { anonymousPrincipal, type Principal } from '../../../src/engine/purpose/principal.ts';
import type { Purpose } from '../../../src/town/shared/graphql/generated/schema.ts';
import { checkDuty } from '../../../src/engine/purpose/declare-purpose.ts';
import { testToday, copyDatabase, testNow, type TestDatabase } from '../../helpers/database/cluster.ts';
import { policyInForce } from '../../../src/town/policy/policy.ts';
import { ownPool } from '../../helpers/database/own-pool.ts';

const anonymous = anonymousPrincipal(policyInForce);
let database: TestDatabase;
let connections: Kysely<unknown>;
/** How many statements the check has run. */
let statements = 0;
beforeAll(async () => {
  database = await copyDatabase();
  connections = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: ownPool(database.roles.gateway) }),
    log: () => void (statements += 1),
  });
});
beforeEach(() => {
  statements = 0;
});
afterAll(async () => {
  await connections.destroy();
  await database.drop();
});

const named: readonly Purpose[] = ['RIGHTS_FULFILMENT', 'MANDATE_ADMINISTRATION'];

function officer(id: string): Principal {
  return { id, role: 'PRIVACY_OFFICER', partner: false, tokenPurposes: [], authorityId: undefined, caseId: undefined };
}

const check = (who: Principal, purpose: Purpose | undefined) =>
  checkDuty(town, who, purpose, { database: connections, now: testNow, today: testToday });
const refused = (code: string) => expect.objectContaining({ code });

test('an officer who reviews the log has no other purpose', async () => {
  await check(officer(cast.reviewer), 'ACCESS_REVIEW');
  for (const purpose of named) await expect(check(officer(cast.reviewer), purpose)).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('an officer who does not review the log has every other purpose', async () => {
  for (const purpose of named) await check(officer(cast.privacyOfficer), purpose);
  await expect(check(officer(cast.privacyOfficer), 'ACCESS_REVIEW')).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('an officer who is not on staff does not review the log', async () => {
  await check(officer(cast.resident), 'RIGHTS_FULFILMENT');
  await expect(check(officer(cast.resident), 'ACCESS_REVIEW')).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('a resident on record does not review the log, and may have every other purpose', async () => {
  const put = 'update recreation.employee set resident_id = $2 where id = $1';
  await database.asOwner(put, [cast.reviewer2, cast.neighbour]);
  await database.asOwner(put, [cast.privacyOfficer2, cast.guardian]);
  for (const id of [cast.reviewer2, cast.privacyOfficer2]) {
    await expect(check(officer(id), 'ACCESS_REVIEW')).rejects.toEqual(refused('REVIEWER_ON_RECORD'));
  }
  await check(officer(cast.privacyOfficer2), 'RIGHTS_FULFILMENT');
  await expect(check(officer(cast.reviewer2), 'RIGHTS_FULFILMENT')).rejects.toEqual(refused('DUTIES_SEPARATED'));
});

test('an operation without a purpose, and a role that cannot review the log, need no statement', async () => {
  await check(officer(cast.reviewer), undefined);
  await check(anonymous, undefined);
  await check({ ...officer(cast.reviewer), role: 'SUPPORT' }, 'CUSTOMER_SUPPORT');
  await check({ ...officer(cast.privacyOfficer), role: 'SUPPORT' }, 'ACCESS_REVIEW');
  expect(statements).toBe(0);
  await check(officer(cast.reviewer), 'ACCESS_REVIEW');
  expect(statements).toBe(1);
});

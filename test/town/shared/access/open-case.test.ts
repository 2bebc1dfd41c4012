import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Kysely, PostgresDialect } from 'kysely';
import { cast, matters, personaNamed } from '../../../../demo/personas.ts';
import type { Purpose } from '../../../../src/town/shared/graphql/generated/schema.ts';
import { openCaseOf, renewEncounter } from '../../../../src/town/shared/access/open-case.ts';
import { testToday, copyDatabase, testNow, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { ownPool } from '../../../helpers/database/own-pool.ts';

let database: TestDatabase;
let connections: Kysely<unknown>;
beforeAll(async () => {
  database = await copyDatabase();
  connections = new Kysely<unknown>({
    dialect: new PostgresDialect({ pool: ownPool(database.roles.gateway) }),
  });
});
afterAll(async () => {
  await connections.destroy();
  await database.drop();
});

async function open(persona: string, purpose: Purpose, id: string, now = testNow): Promise<string | undefined> {
  const { principal, role } = personaNamed(persona);
  return (await openCaseOf({ database: connections, now, today: testToday }, { id: principal, role }, purpose, id))?.subjectId;
}

describe('a case is open only to its assignee:', () => {
  test.each<[what: string, persona: string, purpose: Purpose, own: string, foreign: string, give: string]>([
    [
      'an encounter',
      'customer-service',
      'SERVICE_PROVISION',
      matters.encounter,
      matters.otherEncounter,
      // An employee has only one open encounter, so the first one ends.
      `update recreation.encounter set ended_at = '2026-06-15' where id = $2;
       update recreation.encounter set employee_id = $3 where id = $1`,
    ],
    [
      'a ticket',
      'support',
      'CUSTOMER_SUPPORT',
      matters.ticket,
      matters.otherTicket,
      'update recreation.ticket set assignee_id = $3 where id = $1',
    ],
    [
      'a request',
      'privacy-officer',
      'RIGHTS_FULFILMENT',
      matters.request,
      matters.unassignedRequest,
      'update recreation.request set assignee_id = $3 where id = $1',
    ],
  ])('%s', async (_what, persona, purpose, own, foreign, give) => {
    expect(await open(persona, purpose, own)).toBe(cast.resident);
    expect(await open(persona, purpose, foreign)).toBeUndefined();
    // Only the assignee differs: once the case is assigned to this employee, it is open.
    const given = give.replaceAll('$1', `'${foreign}'`).replaceAll('$2', `'${own}'`);
    await database.asOwner(given.replaceAll('$3', `'${personaNamed(persona).principal}'`));
    expect(await open(persona, purpose, foreign)).toEqual(expect.any(String));
  });
});

test('an encounter ends after 20 idle minutes, and only its renewal restarts them', async () => {
  const after = (minutes: number): Date => new Date(testNow.getTime() + minutes * 60_000);
  const use = (minutes: number): Promise<string | undefined> =>
    open('customer-service', 'SERVICE_PROVISION', matters.encounter, after(minutes));
  await database.asOwner('update recreation.encounter set employee_id = $2 where id <> $1', [matters.encounter, cast.otherClerk]);
  await database.asOwner('update recreation.encounter set ended_at = null, last_active_at = $2 where id = $1', [
    matters.encounter,
    testNow,
  ]);
  const renew = (minutes: number): Promise<void> =>
    renewEncounter({ database: connections, now: after(minutes), today: testToday }, matters.encounter);
  expect(await use(19)).toBe(cast.resident);
  expect(await use(21)).toBeUndefined();
  await renew(19);
  expect(await use(38)).toBe(cast.resident);
  await renew(38);
  // A clock that is behind does not shorten the idle time.
  await renew(30);
  expect(await use(57)).toBe(cast.resident);
  expect(await use(58)).toBeUndefined();
  // A failed attempt does not reopen it.
  expect(await use(58)).toBeUndefined();
});

test('a case that has ended or is for another purpose is not open', async () => {
  expect(await open('customer-service', 'PAYMENT', matters.encounter)).toBeUndefined();
  expect(await open('support', 'CUSTOMER_SUPPORT', matters.closedTicket)).toBeUndefined();
  for (const purpose of ['ACCESS_REVIEW', 'MANDATE_ADMINISTRATION'] as const) {
    expect(await open('privacy-officer', purpose, matters.anonymousRequest)).toBeUndefined();
  }
  expect(await open('privacy-officer', 'RIGHTS_FULFILMENT', matters.anonymousRequest)).toBe(matters.anonymousRequest);
  await database.asOwner('update recreation.request set answered_at = now() where id = $1', [matters.anonymousRequest]);
  expect(await open('privacy-officer', 'RIGHTS_FULFILMENT', matters.anonymousRequest)).toBeUndefined();
});

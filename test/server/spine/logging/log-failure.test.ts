import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast } from '../../../../demo/personas.ts';
import { usualRequestLimits } from '../../../../src/platform/settings/config.ts';
import { openGateway, type Answered, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { waitsForLock } from '../../../helpers/database/waits-for-lock.ts';

let gateway: TestGateway;
beforeEach(async () => {
  // The test of many mutations asks as one principal.
  gateway = await openGateway({ requestLimits: { ...usualRequestLimits, requests: 100 } });
});
afterEach(() => gateway.close());

const me = '{ me { givenName phone } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { givenName } } }';
const input = { residentId: cast.resident, phone: '+17805550199' };

async function phone(): Promise<string> {
  const [row] = await gateway.database.asOwner<{ phone: string }>('select phone from recreation.resident where id = $1', [cast.resident]);
  return row!.phone;
}

async function entries(): Promise<number> {
  const [row] = await gateway.database.asOwner<{ count: string }>(
    'select (select count(*) from access_log.staged) + (select count(*) from access_log.entry) as count',
  );
  return Number(row!.count);
}

/** Asks while the residents are locked, and cuts the gateway's connections once so many statements wait for the lock. */
async function cutWhileWaiting(statements: number, ask: () => readonly Promise<Answered>[]): Promise<readonly Answered[]> {
  const holder = new Client({ connectionString: gateway.database.roles.owner });
  await holder.connect();
  try {
    await holder.query('begin; lock table recreation.resident in access exclusive mode');
    const asked = ask();
    await waitsForLock(gateway.database, statements);
    await gateway.database.cutGateway();
    await holder.query('commit');
    return await Promise.all(asked);
  } finally {
    await holder.end();
  }
}

describe.each([
  ['refuses the row', 'revoke insert on access_log.staged from ntk_gateway'],
  ['refuses the templates', 'revoke insert (id, text) on access_log.template from ntk_gateway'],
  ['is not there', 'drop table access_log.staged cascade'],
  ['fails a constraint', `alter table access_log.staged add check (role = 'NOBODY') not valid`],
  [
    'fails at commit',
    `create function access_log.refuse() returns trigger language plpgsql as $$ begin raise exception 'Peregrine'; end $$;
     create constraint trigger refuse after insert on access_log.staged deferrable initially deferred
       for each row execute function access_log.refuse()`,
  ],
])('the access log %s', (_name, statement) => {
  test('nothing is released', async () => {
    expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
    await gateway.database.asOwner(statement);
    const answer = await gateway.ask('resident', me);
    expect({ status: answer.status, codes: answer.codes, data: answer.data }).toEqual({
      status: 503,
      codes: ['LOG_UNAVAILABLE'],
      data: undefined,
    });
    expect(answer.text).not.toMatch(/Peregrine|extensions":\{"privacy/);
    // A read without a data subject needs no entry.
    expect((await gateway.ask('resident', '{ services { totalCount } }')).errors).toEqual([]);
  });

  test('a mutation leaves no change behind', async () => {
    const before = await phone();
    await gateway.database.asOwner(statement);
    const answer = await gateway.ask('resident', update, { variables: { input } });
    expect({ status: answer.status, codes: answer.codes, data: answer.data }).toEqual({
      status: 503,
      codes: ['LOG_UNAVAILABLE'],
      data: undefined,
    });
    expect(await phone()).toBe(before);
  });
});

test('a mutation and its entry are committed together', async () => {
  const before = await entries();
  expect((await gateway.ask('resident', update, { variables: { input } })).errors).toEqual([]);
  expect(await phone()).toBe(input.phone);
  expect(await entries()).toBe(before + 1);
});

test('a mutation that fails leaves no change and one entry', async () => {
  const before = { phone: await phone(), entries: await entries() };
  const answer = await gateway.ask('resident', update, { variables: { input: { ...input, email: 'nowhere' } } });
  expect(answer.codes).toEqual(['INPUT_INVALID']);
  expect({ phone: await phone(), entries: await entries() }).toEqual({ phone: before.phone, entries: before.entries + 1 });
});

test('nothing is released when the database fails during a request', async () => {
  const [cut] = await cutWhileWaiting(1, () => [gateway.ask('resident', me)]);
  expect(cut!.data?.me ?? null).toBeNull();
  expect(cut!.codes.length).toBeGreaterThan(0);
  for (const code of cut!.codes) expect(['DATABASE_UNAVAILABLE', 'LOG_UNAVAILABLE']).toContain(code);
  expect(cut!.headers.get('retry-after')).toBe('5');
  expect(cut!.text).not.toMatch(/terminat|connection/i);
  // The next request is answered again.
  expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
});

test('the gateway reconnects after its connections break under many mutations', async () => {
  expect((await gateway.ask('resident', update, { variables: { input } })).errors).toEqual([]);
  // There are more mutations than connections.
  const answers = await cutWhileWaiting(10, () =>
    Array.from({ length: 24 }, () => gateway.ask('resident', update, { variables: { input } })),
  );
  expect(answers.filter(({ codes }) => codes.length > 0).length).toBeGreaterThanOrEqual(10);
  expect((await gateway.ask('resident', update, { variables: { input } })).errors).toEqual([]);
});

import { describe, expect, test } from '@jest/globals';
import { usualDeadlines } from '../../../src/platform/settings/config.ts';
import { cast } from '../../../demo/personas.ts';
import { useGateway } from '../../helpers/gateway/use-gateway.ts';
import { connectRaw } from '../../helpers/asking/raw-connection.ts';
import { until } from '../../helpers/time/until.ts';
import { waitsForLock } from '../../helpers/database/waits-for-lock.ts';

// Each wait of a request has a deadline. The deadlines here are shorter than any default.
const deadlines = { ...usualDeadlines, headers: 400, body: 800, request: 1_000, mostRequests: 3 };
const gateway = useGateway({ deadlines });

const me = '{ me { givenName } }';
const bought = '{ me { givenName purchases(first: 1) { edges { node { amount } } } } }';
const update = 'mutation ($input: UpdateContactInput!) { updateContact(input: $input) { resident { givenName } } }';

async function entries(): Promise<number> {
  const [row] = await gateway.database.asOwner<{ count: number }>(
    'select ((select count(*) from access_log.staged) + (select count(*) from access_log.entry))::int as count',
  );
  return row!.count;
}

async function entriesAbout(id: string): Promise<number> {
  const of = (table: string): string => `(select count(*) from access_log.${table} where subjects @> array[$1::uuid])`;
  const [row] = await gateway.database.asOwner<{ count: number }>(`select (${of('staged')} + ${of('entry')})::int as count`, [id]);
  return row!.count;
}

/** Holds a lock until `work` has ended. @param locked a table, or a statement that locks rows */
async function whileLocked(work: () => Promise<void>, locked = 'recreation.resident'): Promise<void> {
  const name = `blocker${Math.random().toString(36).slice(2)}`;
  const lock = locked.startsWith('select') ? locked : `lock table ${locked} in access exclusive mode`;
  const locking = gateway.database.asOwner(`begin; set local application_name = '${name}'; ${lock}; select pg_sleep(60); commit`);
  locking.catch(() => undefined);
  const held = `select pid from pg_stat_activity where application_name = '${name}' and query like '%pg_sleep%' and wait_event = 'PgSleep'`;
  while ((await gateway.database.asOwner(held)).length === 0) await new Promise((done) => setTimeout(done, 20));
  try {
    await work();
  } finally {
    await gateway.database.asOwner(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = '${name}'`);
    await locking.catch(() => undefined);
  }
}

/** Sends parts of a request, each after a pause, and returns everything that the server sent before it closed. */
async function sendSlowly(parts: readonly string[], pause: number): Promise<string> {
  const { socket, received, closed } = connectRaw(gateway.url);
  const send = async (): Promise<void> => {
    for (const part of parts) {
      if (socket.destroyed) return;
      socket.write(part);
      await new Promise((done) => setTimeout(done, pause));
    }
  };
  await Promise.all([send(), closed]);
  return received();
}

describe('a slow client is cut, with a code:', () => {
  const letters = (text: string): string[] => text.split('');
  const headers = 'POST /graphql HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 400\r\n\r\n';

  test('one that sends its headers letter by letter', async () => {
    expect(await sendSlowly(letters(headers), 50)).toMatch(/^HTTP\/1\.1 408 [^]*"REQUEST_TOO_SLOW"/);
  });

  test('one that sends its body letter by letter', async () => {
    expect(await sendSlowly([headers, ...letters('{"query":"{ me { givenName } }"}')], 100)).toMatch(
      /^HTTP\/1\.1 408 [^]*"REQUEST_TOO_SLOW"/,
    );
  });

  test('what is no request at all gets a code too', async () => {
    expect(await sendSlowly(['hello\r\n\r\n'], 10)).toMatch(/^HTTP\/1\.1 400 [^]*"BODY_INVALID"/);
  });
});

test('a request that waits too long for the answers before it, on its connection, is not served', async () => {
  const authorization = `authorization: Bearer ${await gateway.token('resident')}`;
  const body = JSON.stringify({ query: me });
  const headers = `host: x\r\n${authorization}\r\ncontent-type: application/json\r\ncontent-length: ${body.length}`;
  const { socket, received } = connectRaw(gateway.url);
  const answers = (): readonly string[] => received().split('HTTP/1.1 ').slice(1);
  await whileLocked(async () => {
    socket.write(`POST /graphql HTTP/1.1\r\n${headers}\r\n\r\n${body}`.repeat(8));
    await until(() => socket.destroyed || answers().length === 8);
  });
  expect(answers().length).toBeLessThan(4);
  for (const answer of answers()) expect(answer).toMatch(/^503 [^]*"REQUEST_OVERDUE"/);
});

test('a read that takes too long is given up, and is neither answered nor logged later', async () => {
  expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
  const before = await entries();
  await whileLocked(async () => {
    const answer = await gateway.ask('resident', me);
    expect({ status: answer.status, codes: answer.codes, data: answer.data }).toEqual({
      status: 503,
      codes: ['REQUEST_OVERDUE'],
      data: undefined,
    });
    expect(answer.headers.get('retry-after')).toBe('5');
  });
  expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
  expect(await entries()).toBe(before + 1);
});

test('a read that takes too long after it found a person is logged before it is refused', async () => {
  const answered = await gateway.ask('resident', bought);
  expect(answered.data.me.givenName).toEqual(expect.any(String));
  await whileLocked(async () => {
    const before = await entriesAbout(cast.resident);
    const answer = await gateway.ask('resident', bought);
    expect({ status: answer.status, codes: answer.codes, data: answer.data }).toEqual({
      status: 503,
      codes: ['REQUEST_OVERDUE'],
      data: undefined,
    });
    expect(await entriesAbout(cast.resident)).toBe(before + 1);
  }, 'recreation.purchase');
});

test('a client that goes away after a person was found leaves an entry', async () => {
  const token = await gateway.token('resident');
  const abandoned = new AbortController();
  await whileLocked(async () => {
    const before = await entriesAbout(cast.resident);
    const asked = fetch(gateway.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: bought }),
      signal: abandoned.signal,
    });
    await waitsForLock(gateway.database);
    abandoned.abort();
    await expect(asked).rejects.toThrow('aborted');
    await until(async () => (await entriesAbout(cast.resident)) > before);
    expect(await entriesAbout(cast.resident)).toBe(before + 1);
  }, 'recreation.purchase');
});

test('a change that takes too long is undone, and is not logged later', async () => {
  const phone = async (): Promise<unknown> =>
    gateway.database.asOwner('select phone from recreation.resident where id = $1', [cast.resident]);
  const before = [await entries(), await phone()];
  await whileLocked(async () => {
    const answer = await gateway.ask('resident', update, { variables: { input: { residentId: cast.resident, phone: '+17805550155' } } });
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 503, codes: ['REQUEST_OVERDUE'] });
  });
  expect((await gateway.ask('resident', '{ services { totalCount } }')).errors).toEqual([]);
  expect([await entries(), await phone()]).toEqual(before);
});

test('a change that takes too long after it found a person is undone, and is logged before it is refused', async () => {
  const phone = async (): Promise<unknown> =>
    gateway.database.asOwner('select phone from recreation.resident where id = $1', [cast.resident]);
  const before = await phone();
  await whileLocked(async () => {
    const logged = await entriesAbout(cast.resident);
    const answer = await gateway.ask('resident', update, { variables: { input: { residentId: cast.resident, phone: '+17805550155' } } });
    expect({ status: answer.status, codes: answer.codes }).toEqual({ status: 503, codes: ['REQUEST_OVERDUE'] });
    expect(await entriesAbout(cast.resident)).toBe(logged + 1);
  }, `select from recreation.resident where id = '${cast.resident}' for update`);
  expect(await phone()).toEqual(before);
});

test('an entry that cannot be stored in time is not stored later', async () => {
  const before = await entries();
  await whileLocked(async () => {
    const answer = await gateway.ask('resident', me);
    expect({ status: answer.status, codes: answer.codes, data: answer.data }).toEqual({
      status: 503,
      codes: ['REQUEST_OVERDUE'],
      data: undefined,
    });
  }, 'access_log.staged');
  expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
  expect(await entries()).toBe(before + 1);
});

test('requests beyond the bound are refused at once, and a client that goes away gives its place back', async () => {
  const before = await entries();
  await whileLocked(async () => {
    const token = await gateway.token('resident');
    const abandoned = new AbortController();
    const init = {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ query: me }),
    };
    const asked = [0, 1, 2].map(() => fetch(gateway.url, { ...init, signal: abandoned.signal }).catch(() => undefined));
    let refused = await gateway.send(init);
    while (refused.codes[0] !== 'OVERLOADED') refused = await gateway.send(init);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    abandoned.abort();
    await Promise.all(asked);
    // The connections of the abandoned requests are closed once they are overdue.
    let codes = (await gateway.send(init)).codes;
    while (codes[0] === 'OVERLOADED') codes = (await gateway.send(init)).codes;
    expect(codes).toEqual(['REQUEST_OVERDUE']);
  });
  expect((await gateway.ask('resident', me)).data.me.givenName).toEqual(expect.any(String));
  expect(await entries()).toBe(before + 1);
});

test('a client that goes away just before its entry is stored keeps no one from an answer', async () => {
  const seen = (id: string): string => `{ resident(id: "${id}") { givenName } }`;
  const token = await gateway.token('customer-service');
  const abandoned = new AbortController();
  await whileLocked(async () => {
    const asked = fetch(gateway.url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'privacy-purpose': 'SERVICE_PROVISION' },
      body: JSON.stringify({ query: seen(cast.resident) }),
      signal: abandoned.signal,
    });
    await waitsForLock(gateway.database);
    abandoned.abort();
    await expect(asked).rejects.toThrow('aborted');
    expect((await gateway.ask(null, '{ services { totalCount } }')).errors).toEqual([]);
  }, 'access_log.budget_subject');
  const { data } = await gateway.ask('customer-service', seen(cast.guardian), { purpose: 'SERVICE_PROVISION' });
  expect(data.resident.givenName).toEqual(expect.any(String));
});

import { town } from '../../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cast, matters } from '../../../../demo/personas.ts';
import { services } from '../../../../demo/population/services.ts';
import { openOrm } from '../../../../src/platform/postgres/connections/orm.ts';
import { testNow } from '../../../helpers/database/cluster.ts';
import { openGateway, type Answered, type Asked, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { patientDeadlines } from '../../../helpers/gateway/patient-deadlines.ts';

// A repeated change answers the same and changes nothing twice, at two gateways over one database.
const hour = 60 * 60 * 1_000;
let now = testNow;
let one: TestGateway;
let other: TestGateway;
beforeAll(async () => {
  one = await openGateway({ clock: () => now });
  other = await openGateway({ clock: () => now }, one.database);
});
afterAll(async () => {
  await other.close();
  await one.close();
});

interface Repeatable {
  readonly field: string;
  readonly document: string;
  readonly input: Record<string, unknown>;
  readonly changed: Record<string, unknown>;
  readonly table: string;
}

const mutation = (field: string, type: string, asks: string): string =>
  `mutation ($input: ${type}!) { ${field}(input: $input) { ${asks} } }`;
const purchase: Repeatable = {
  field: 'purchase',
  document: mutation('purchase', 'PurchaseInput', 'purchase { id amount purchasedAt } resident { id givenName account { balance } }'),
  input: { residentId: cast.resident, serviceId: services[0]!.id },
  changed: { quantity: 2 },
  table: 'recreation.purchase',
};
const openTicket: Repeatable = {
  field: 'openTicket',
  document: mutation('openTicket', 'OpenTicketInput', 'ticket { id number subject messages { id body } requester { id } }'),
  input: { topic: 'OTHER', subject: 'A subject', body: 'A body' },
  changed: { sensitive: true },
  table: 'recreation.ticket',
};
const fileRequest: Repeatable = {
  field: 'fileRequest',
  document: mutation('fileRequest', 'FileRequestInput', 'receipt { requestId number dueOn }'),
  input: { kind: 'QUESTION', body: 'What is on record?' },
  changed: { kind: 'COMMENT' },
  table: 'recreation.request',
};

const replyToRequest: Repeatable = {
  field: 'replyToRequest',
  document: mutation('replyToRequest', 'ReplyToRequestInput', 'request { id messages { id body sentAt } requester { id } }'),
  input: { requestId: matters.request, body: 'One more thing.' },
  changed: { body: 'Another thing.' },
  table: 'recreation.request_message',
};

const ask = (gateway: TestGateway, { document, input }: Repeatable, key: string, asked: Asked & { persona?: string } = {}) =>
  gateway.ask(asked.persona ?? 'resident', document, { ...asked, variables: { input: { ...input, idempotencyKey: key } } });
const valueOf = async <Value>(expression: string): Promise<Value> =>
  (await one.database.asOwner<{ value: Value }>(`select ${expression} as value`))[0]!.value;
const rowsOf = (table: string): Promise<number> => valueOf(`(select count(*)::int from ${table})`);
const keys = (): Promise<number> => rowsOf('recreation.idempotency_key');
/** The outcomes of the entries of the newest answers. */
const outcomes = async (answers: readonly Answered[]): Promise<readonly string[]> => {
  await one.sequence();
  const ids = answers.map(({ privacy }) => privacy.receipt!.entry);
  const rows = await one.database.asOwner<{ outcome: string }>(
    `select header ->> 'outcome' as outcome from access_log.full_entry entry where id = any($1)`,
    [ids],
  );
  return rows.map(({ outcome }) => outcome);
};
/** The change is refused for its key, and nothing is shown. */
const refused = (field: string) => ({ data: { [field]: null }, extensions: { code: 'CONFLICT', reason: 'IDEMPOTENCY_KEY_REUSED' } });
const refusal = ({ data, errors }: Answered) => ({ data, extensions: errors[0]?.extensions });

describe.each([purchase, openTicket, fileRequest, replyToRequest])('$field', (change) => {
  test('made again with its key answers the same at another instance, changes nothing, and is logged as a read', async () => {
    const key = randomUUID();
    const before = await rowsOf(change.table);
    const first = await ask(one, change, key);
    expect(first.codes).toEqual([]);
    const again = await ask(other, change, key);
    expect({ data: again.data, codes: again.codes }).toEqual({ data: first.data, codes: [] });
    expect(await rowsOf(change.table)).toBe(before + 1);
    expect(again.privacy.receipt!.entry).not.toBe(first.privacy.receipt!.entry);
    expect(await outcomes([first, again])).toEqual(['ANSWERED', 'ANSWERED']);
  });

  test('made many times at once is made once, and each gets the same answer', async () => {
    const key = randomUUID();
    const before = await rowsOf(change.table);
    const answers = await Promise.all([one, other, one, other, one, other].map((gateway) => ask(gateway, change, key)));
    expect(answers.flatMap(({ codes }) => codes)).toEqual([]);
    expect(new Set(answers.map(({ data }) => JSON.stringify(data))).size).toBe(1);
    expect(await rowsOf(change.table)).toBe(before + 1);
  });

  test('with other input under a used key is refused with a reason and without data', async () => {
    const key = randomUUID();
    expect((await ask(one, change, key)).codes).toEqual([]);
    const before = await rowsOf(change.table);
    const different = { ...change, input: { ...change.input, ...change.changed } };
    expect(refusal(await ask(other, different, key))).toEqual(refused(change.field));
    expect(await rowsOf(change.table)).toBe(before);
  });

  test('that was refused leaves its key free', async () => {
    const key = randomUUID();
    const before = await keys();
    await one.database.asOwner(`alter table ${change.table} add constraint refused check (false) not valid`);
    expect((await ask(one, change, key)).codes).toEqual(['INTERNAL']);
    await one.database.asOwner(`alter table ${change.table} drop constraint refused`);
    expect(await keys()).toBe(before);
    expect((await ask(one, change, key)).codes).toEqual([]);
  });

  test('without a key is made each time, and one that is no UUID is refused', async () => {
    const before = await rowsOf(change.table);
    for (const input of [change.input, { ...change.input, idempotencyKey: null }]) {
      expect((await one.ask('resident', change.document, { variables: { input } })).codes).toEqual([]);
    }
    expect(await rowsOf(change.table)).toBe(before + 2);
    const named = await ask(one, change, 'Peregrine Castellow');
    expect(named.codes).toEqual(['INPUT_INVALID']);
    expect(named.errors[0]!.extensions.coordinates).toEqual([expect.stringMatching(/Input\.idempotencyKey$/)]);
  });
});

test('a change whose commit was the last thing that the gateway did is not made again', async () => {
  const orm = await openOrm(one.database.roles.gateway, town.entities, { deadlines: patientDeadlines });
  const fork = orm.em.fork.bind(orm.em);
  orm.em.fork = (...options) => {
    const manager = fork(...options);
    const commit = manager.commit.bind(manager);
    manager.commit = async () => {
      await commit();
      throw new Error('the process ended here');
    };
    return manager;
  };
  const dying = await openGateway({ orm, clock: () => now }, one.database);
  try {
    const key = randomUUID();
    const before = await rowsOf(purchase.table);
    const lost = await ask(dying, purchase, key);
    expect({ data: lost.data, codes: lost.codes }).toEqual({ data: undefined, codes: ['LOG_UNAVAILABLE'] });
    expect(await rowsOf(purchase.table)).toBe(before + 1);
    const again = await ask(other, purchase, key);
    expect(again.codes).toEqual([]);
    expect(again.data.purchase.purchase.amount).toBe('65.00');
    expect(await rowsOf(purchase.table)).toBe(before + 1);
  } finally {
    await dying.close();
    await orm.close(true);
  }
});

test('a key is for one field', async () => {
  const key = randomUUID();
  expect((await ask(one, openTicket, key)).codes).toEqual([]);
  expect(refusal(await ask(one, fileRequest, key))).toEqual(refused('fileRequest'));
});

test('a key is for one case', async () => {
  const key = randomUUID();
  const asked = { persona: 'support', purpose: 'CUSTOMER_SUPPORT' };
  const first = await ask(one, openTicket, key, { ...asked, case: matters.ticket });
  expect(first.data.openTicket.ticket.requester).toEqual({ id: cast.resident });
  expect(refusal(await ask(one, openTicket, key, { ...asked, case: matters.protectedTicket }))).toEqual(refused('openTicket'));
  expect((await ask(other, openTicket, key, { ...asked, case: matters.ticket })).data).toEqual(first.data);
});

test('a repeated change shows what the policy permits now, not what it permitted then', async () => {
  const key = randomUUID();
  const first = await ask(one, purchase, key, { persona: 'guardian' });
  expect(first.data.purchase.resident).toMatchObject({ id: cast.resident, givenName: 'Peregrine' });
  const care = `update recreation.guardianship set valid_until = $2 where guardian_id = $1 returning valid_until`;
  await one.database.asOwner(care, [cast.guardian, '2026-06-01']);
  try {
    const ended = await ask(other, purchase, key, { persona: 'guardian' });
    expect({ data: ended.data, codes: ended.codes }).toEqual({ data: { purchase: null }, codes: ['NOT_FOUND'] });
  } finally {
    await one.database.asOwner(care, [cast.guardian, null]);
  }
  expect((await ask(other, purchase, key, { persona: 'guardian' })).codes).toEqual([]);
});

test('a ticket whose case is no longer open is not shown again', async () => {
  const key = randomUUID();
  const asked = { persona: 'support', purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };
  expect((await ask(one, openTicket, key, asked)).data.openTicket.ticket.subject).toBe('A subject');
  const assign = 'update recreation.ticket set assignee_id = $2 where id = $1';
  await one.database.asOwner(assign, [matters.ticket, cast.otherSupporter]);
  expect((await ask(one, openTicket, key, asked)).codes).toEqual(['CASE_UNKNOWN']);
  await one.database.asOwner(assign, [matters.ticket, cast.supporter]);
});

describe('the store of keys', () => {
  test('holds no principal, input or text', async () => {
    await one.database.asOwner('delete from recreation.idempotency_key');
    await ask(one, { ...openTicket, input: { ...openTicket.input, body: 'Of Peregrine Castellow' } }, randomUUID());
    const text = await valueOf<string>('(select string_agg(stored::text, chr(10)) from recreation.idempotency_key stored)');
    expect(text).toMatch(/^\(P-[\da-f]{12},/);
    for (const known of [cast.resident, 'Peregrine', 'OTHER', 'subject', 'openTicket', 'OpenTicketInput'])
      expect(text).not.toContain(known);
  });

  test('forgets a key after 24 hours', async () => {
    const key = randomUUID();
    const first = await ask(one, purchase, key);
    const before = await rowsOf(purchase.table);
    try {
      now = new Date(testNow.getTime() + 24 * hour - 1);
      expect((await ask(one, purchase, key)).data.purchase.purchase).toEqual(first.data.purchase.purchase);
      now = new Date(testNow.getTime() + 24 * hour);
      const later = await ask(one, purchase, key);
      expect(later.data.purchase.purchase.id).not.toBe(first.data.purchase.purchase.id);
      expect(await rowsOf(purchase.table)).toBe(before + 1);
      expect(await keys()).toBe(1);
    } finally {
      now = testNow;
    }
  });

  test('keeps 1,000 keys of one principal and refuses more, and others have their own', async () => {
    const key = randomUUID();
    const first = await ask(one, purchase, key);
    await one.database.asOwner(
      `insert into recreation.idempotency_key (owner, key, input, made, made_at)
       select owner, gen_random_uuid(), input, made, made_at from recreation.idempotency_key, generate_series(1, 1000) where key = $1`,
      [key],
    );
    const full = await ask(one, purchase, randomUUID());
    expect({ data: full.data, codes: full.codes }).toEqual({ data: { purchase: null }, codes: ['TOO_MANY_REQUESTS'] });
    expect(full.headers.get('retry-after')).toBe(String(24 * 60 * 60));
    expect((await ask(other, purchase, key)).data.purchase.purchase).toEqual(first.data.purchase.purchase);
    expect((await ask(one, purchase, randomUUID(), { persona: 'guardian' })).codes).toEqual([]);
    expect((await one.ask('resident', purchase.document, { variables: { input: purchase.input } })).codes).toEqual([]);
  });
});

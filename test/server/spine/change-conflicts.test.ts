import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { cast, matters } from '../../../demo/personas.ts';
import { testCluster } from '../../helpers/database/cluster.ts';
import { openGateway, type Answered, type TestGateway } from '../../helpers/gateway/gateway.ts';
import { until } from '../../helpers/time/until.ts';

let gateway: TestGateway;
beforeEach(async () => {
  gateway = await openGateway();
});
afterEach(() => gateway.close());

const reply = (): Promise<Answered> =>
  gateway.ask('resident', 'mutation($input: ReplyToTicketInput!) { replyToTicket(input: $input) { ticket { messages { body } } } }', {
    variables: { input: { ticketId: matters.ticket, body: 'One reply.' } },
  });

const valueOf = async <Value>(expression: string): Promise<Value> =>
  (await gateway.database.asOwner<{ value: Value }>(`select ${expression} as value`))[0]!.value;
const replies = (): Promise<number> => valueOf(`(select count(*)::int from recreation.ticket_message where body = 'One reply.')`);

/** The outcomes of all access entries. */
const outcomes = (): Promise<readonly string[] | null> =>
  valueOf(`(select array_agg(header ->> 'outcome') from (
    select header from access_log.full_staged staged union all select header from access_log.full_entry entry) entries)`);

/** Makes PostgreSQL fail the first attempts to insert a row. A sequence keeps its value when a transaction is undone. */
async function failFirst(attempts: number, state: string, table: string, when: 'at once' | 'at commit'): Promise<void> {
  const [kind, end] = when === 'at once' ? ['trigger', ''] : ['constraint trigger', 'deferrable initially deferred'];
  await gateway.database.asOwner(`
    create sequence recreation.attempts;
    create function recreation.fail_first() returns trigger language plpgsql security definer as $$
      begin
        if nextval('recreation.attempts') <= ${attempts} then raise exception 'Peregrine' using errcode = '${state}'; end if;
        return new;
      end $$;
    create ${kind} fail_first after insert on ${table} ${end} for each row execute function recreation.fail_first()`);
}
const attempts = (): Promise<number> => valueOf('(select last_value::int from recreation.attempts)');

describe('a change that PostgreSQL undoes because of a conflict is made again, and logged once', () => {
  test.each([
    ['the message', '40001', 'recreation.ticket_message', 'at once'],
    ['the message', '40P01', 'recreation.ticket_message', 'at commit'],
    ['the access entry', '40P01', 'access_log.staged', 'at once'],
    ['the access entry', '40001', 'access_log.staged', 'at commit'],
    ['the message', '23505', 'recreation.ticket_message', 'at once'],
    ['the message, whose statement a pooler does not know', '26000', 'recreation.ticket_message', 'at once'],
    ['the message, whose statement a pooler knows already', '42P05', 'recreation.ticket_message', 'at once'],
  ] as const)('%s, %s', async (_name, state, table, when) => {
    await failFirst(2, state, table, when);
    const answer = await reply();
    expect({ codes: answer.codes, status: answer.status }).toEqual({ codes: [], status: 200 });
    expect(answer.data.replyToTicket.ticket.messages).toContainEqual({ body: 'One reply.' });
    expect({ replies: await replies(), attempts: await attempts(), outcomes: await outcomes() }).toEqual({
      replies: 1,
      attempts: 3,
      outcomes: ['ANSWERED'],
    });
  });
});

test('a change that meets a conflict at every attempt is refused, and its attempt is logged', async () => {
  await failFirst(1_000, '40001', 'recreation.ticket_message', 'at once');
  const { codes, status, data, text } = await reply();
  expect({ codes, status, data }).toEqual({ codes: ['CHANGE_CONFLICT'], status: 503, data: undefined });
  expect(text).not.toContain('Peregrine');
  expect({ replies: await replies(), attempts: await attempts(), outcomes: await outcomes() }).toEqual({
    replies: 0,
    attempts: 4,
    outcomes: ['FAILED'],
  });
});

test('another error of PostgreSQL is not tried again', async () => {
  await failFirst(1, '23514', 'recreation.ticket_message', 'at once');
  const { codes } = await reply();
  expect({ codes, attempts: await attempts(), replies: await replies() }).toEqual({ codes: ['INTERNAL'], attempts: 1, replies: 0 });
});

test('two changes that wait for each other: the one that PostgreSQL undoes is made again after the other', async () => {
  const { roles, asOwner, cutGateway } = gateway.database;
  const { username, pathname } = new URL(roles.gateway);
  const database = pathname.slice(1);
  const asAdministrator = new Client({ connectionString: testCluster().administrator });
  await asAdministrator.connect();
  const other = new Client({ connectionString: roles.owner });
  try {
    // PostgreSQL undoes the transaction that looks for a deadlock first.
    await asAdministrator.query(`alter role ${username} in database ${database} set deadlock_timeout = '1500ms'`);
    await asAdministrator.query(`alter role ${new URL(roles.owner).username} in database ${database} set deadlock_timeout = '1min'`);
    await cutGateway();
    await other.connect();
    await other.query('begin');
    await other.query('select from recreation.resident where id = $1 for update', [cast.resident]);
    const answer = reply();
    const isWaiting = `exists (select from pg_stat_activity
      where datname = '${database}' and usename = '${username}' and wait_event_type = 'Lock')`;
    while (!(await asAdministrator.query<{ waiting: boolean }>(`select ${isWaiting} as waiting`)).rows[0]!.waiting);
    await other.query(`update recreation.ticket set subject = 'Changed meanwhile' where id = $1`, [matters.ticket]);
    await other.query('commit');
    expect((await answer).codes).toEqual([]);
    expect({ replies: await replies(), outcomes: await outcomes() }).toEqual({ replies: 1, outcomes: ['ANSWERED'] });
    const [ticket] = await asOwner<{ subject: string }>('select subject from recreation.ticket where id = $1', [matters.ticket]);
    expect(ticket).toEqual({ subject: 'Changed meanwhile' });
    // A connection reports what it counted a little later.
    const counted = 'select from pg_stat_database where datname = current_database() and deadlocks > 0';
    await until(async () => (await asOwner(counted)).length > 0);
  } finally {
    await other.end();
    await asAdministrator.end();
  }
});

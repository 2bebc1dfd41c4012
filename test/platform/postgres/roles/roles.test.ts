import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { logRetention } from '../../../../src/town/policy/rules/log-retention.ts';
import { addressFields, contactFields } from '../../../../src/town/people/resident-columns.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';

// Clause `passwords`: each part of the software has only the privileges that it needs.
let gateway: TestGateway;
let asGateway: Client;
let asSequencer: Client;
let asEraser: Client;
let asIdentity: Client;
beforeAll(async () => {
  gateway = await openGateway();
  await gateway.ask('resident', '{ me { givenName } }');
  await gateway.sequence();
  asGateway = new Client({ connectionString: gateway.database.roles.gateway });
  asSequencer = new Client({ connectionString: gateway.database.roles.sequencer });
  asEraser = new Client({ connectionString: gateway.database.roles.eraser });
  asIdentity = new Client({ connectionString: gateway.database.roles.identity });
  await asGateway.connect();
  await asSequencer.connect();
  await asEraser.connect();
  await asIdentity.connect();
});
afterAll(async () => {
  await asGateway.end();
  await asSequencer.end();
  await asEraser.end();
  await asIdentity.end();
  await gateway.close();
});

test('the gateway’s role owns nothing and may create nothing', async () => {
  const { rows } = await asGateway.query(
    `select relname from pg_class where pg_get_userbyid(relowner) = 'ntk_gateway'
     union all select nspname from pg_namespace where pg_get_userbyid(nspowner) = 'ntk_gateway'
     union all select rolname from pg_roles where rolname in ('ntk_gateway', 'ntk_sequencer', 'ntk_eraser', 'ntk_identity') and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)`,
  );
  expect(rows).toEqual([]);
  await expect(asGateway.query('create table recreation.more (id int)')).rejects.toMatchObject({ code: '42501' });
  await expect(asGateway.query('create schema more')).rejects.toMatchObject({ code: '42501' });
  await expect(asGateway.query('set role ntk_owner')).rejects.toMatchObject({ code: '42501' });
});

test('who recorded a client of a partner, and what it may be granted, cannot be changed, and only officers change one', async () => {
  for (const column of ['id', 'recorded_by', 'recorded_at', 'name', 'categories', 'partner_id']) {
    await expect(asGateway.query(`update identity.registration set ${column} = null`)).rejects.toMatchObject({ code: '42501' });
  }
  const { rows } = await asGateway.query(
    `select table_name || '.' || column_name as may from information_schema.column_privileges
     where grantee = 'ntk_gateway' and table_schema = 'identity' and table_name ~ '^registration' and privilege_type = 'UPDATE' order by 1`,
  );
  // Keys are replaced by a proposal that another officer approves.
  expect(rows.map(({ may }) => may)).toEqual([
    'registration.approved_at',
    'registration.approved_by',
    'registration.contact',
    'registration.end_reason',
    'registration.ended_at',
    'registration.ended_by',
    'registration.former_jwks',
    'registration.former_until',
    'registration.jwks',
    'registration.jwks_uri',
    'registration.suspend_reason',
    'registration.suspended_at',
    'registration.suspended_by',
    'registration.withdrawn_keys',
    'registration_change.approved_at',
    'registration_change.approved_by',
  ]);
  await expect(asGateway.query('delete from identity.registration')).rejects.toMatchObject({ code: '42501' });
  await expect(asGateway.query('delete from identity.registration_change')).rejects.toMatchObject({ code: '42501' });
  await expect(asIdentity.query('insert into identity.registration default values')).rejects.toMatchObject({ code: '42501' });
  await expect(asIdentity.query('update identity.registration set approved_by = null')).rejects.toMatchObject({ code: '42501' });
});

test('no role of gateway or sequencer can change or delete an existing entry', async () => {
  const { rows } = await asGateway.query('select seq from access_log.entry');
  expect(rows.length).toBeGreaterThan(0);
  for (const [table, column] of [
    ['entry', 'seq'],
    ['posting', 'first_seq'],
  ]) {
    for (const client of [asGateway, asSequencer]) {
      await expect(client.query(`update access_log.${table} set ${column} = 0`)).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`delete from access_log.${table}`)).rejects.toMatchObject({ code: '42501' });
      await expect(client.query(`truncate access_log.${table}`)).rejects.toMatchObject({ code: '42501' });
    }
    await expect(asGateway.query(`insert into access_log.${table} default values`)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the gateway may update exactly the columns that a mutation writes into a resident', async () => {
  const { rows } = await asGateway.query(
    `select column_name as name from information_schema.column_privileges
     where grantee = 'ntk_gateway' and table_schema = 'recreation' and table_name = 'resident' and privilege_type = 'UPDATE'`,
  );
  const further = ['cardNumber', 'cardSince', 'contactSince'];
  // An address waits for its proof: identity.change_contact writes it.
  const { email: _email, ...direct } = contactFields;
  const written = [...Object.keys({ ...direct, ...addressFields }), ...further].map((name) =>
    name.replaceAll(/[A-Z]/g, '_$&').toLowerCase(),
  );
  // A difference is mended in src/town/people/resident-columns.ts, or by a grant in a migration.
  expect(new Set(rows.map(({ name }) => name))).toEqual(new Set(written));
});

test('the gateway can add a staged entry and a template, but not change or delete them', async () => {
  for (const statement of ['update access_log.template set text = text', 'delete from access_log.template']) {
    for (const client of [asGateway, asSequencer, asEraser]) await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
  await expect(asSequencer.query(`insert into access_log.template (id, text) values (gen_random_uuid(), '{}')`)).rejects.toMatchObject({
    code: '42501',
  });
  await expect(asGateway.query(`update access_log.staged set role = 'NOBODY'`)).rejects.toMatchObject({ code: '42501' });
  await expect(asGateway.query('delete from access_log.staged')).rejects.toMatchObject({ code: '42501' });
  await expect(asSequencer.query(`update access_log.staged set role = 'NOBODY'`)).rejects.toMatchObject({ code: '42501' });
});

test('the sequencer reads no resident’s record', async () => {
  await expect(asSequencer.query('select from recreation.resident')).rejects.toMatchObject({ code: '42501' });
});

test('the eraser erases what is approved or past its retention through functions, logs that, and does nothing else', async () => {
  const { rows } = await asEraser.query(
    `select table_name || ' ' || string_agg(privilege_type, ' ' order by privilege_type) as may from information_schema.role_table_grants
     where grantee = 'ntk_eraser' and table_name !~ '_\\d{4}_\\d{2}$' group by table_schema, table_name order by 1`,
  );
  expect(rows.map(({ may }) => may)).toEqual([
    'entry SELECT',
    'erasure SELECT',
    'full_entry SELECT',
    'migration SELECT',
    'posting SELECT',
    'segment SELECT',
    'staged INSERT',
    'template SELECT',
  ]);
  for (const statement of [
    `update access_log.entry set role = 'NOBODY'`,
    'delete from access_log.entry',
    `update access_log.posting set kind = 3`,
    'delete from access_log.posting',
    'update access_log.template set text = text',
    'select role from access_log.staged',
    `select access_log.write_anew('staged')`,
    'delete from access_log.staged',
    'update access_log.tile set data = data',
    'update access_log.checkpoint set size = 0',
    'update access_log.coverage set first_seq = 0',
    `select access_log.erase(0, 2, sha256(''))`,
    'update access_log.erasure set approved_at = now()',
    'insert into access_log.erasure default values',
    'delete from access_log.erasure',
    'drop table access_log.entry_default',
    'select from recreation.resident',
  ]) {
    await expect(asEraser.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
  // Entries that are younger than the retention stay, even if the eraser requests their range, and so does half a month.
  const month = `date_trunc('month', now() at time zone 'UTC')`;
  const prune = (from: string) => asEraser.query(`select * from access_log.prune_months((${from})::date)`);
  const { years } = logRetention;
  for (const young of [month, `${month} - interval '${years} years' + interval '1 month'`, `now() at time zone 'UTC'`]) {
    await expect(prune(young)).rejects.toMatchObject({ code: '22023' });
  }
  await expect(prune(`${month} - interval '${years + 1} years' + interval '1 day'`)).rejects.toMatchObject({ code: '22023' });
  expect((await prune(`${month} - interval '${years} years'`)).rows).toEqual([{ first_seq: null, last_seq: null }]);
});

test('the role of the authorization server reads no record and no entry of the log', async () => {
  for (const statement of ['select from recreation.resident', 'select from recreation.employee', 'select from access_log.entry']) {
    await expect(asIdentity.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the gateway reads of identities only what it needs at a request, and adds only what was used', async () => {
  const artifact = `insert into identity.artifact (id, model, payload, expires_at) values (sha256('1'), 'Grant', '{"accountId": "1"}', 'infinity')`;
  await asIdentity.query(artifact);
  expect((await asGateway.query('select id from identity.artifact')).rowCount).toBe(1);
  // A proof is used up by a function: only its first use counts.
  for (const isFirst of [true, false]) {
    const { rows } = await asGateway.query(`select identity.use_proof(sha256('1'), 'infinity') as "isFirst"`);
    expect(rows).toEqual([{ isFirst }]);
  }
  for (const statement of [
    'select payload from identity.artifact',
    'select sealed from identity.signing_key',
    'select digest from identity.replay',
    'select expires_at from identity.replay',
    `insert into identity.replay values (sha256('2'), 'infinity')`,
    artifact,
    `update identity.artifact set expires_at = 'infinity'`,
    'delete from identity.artifact',
    'update identity.signing_key set withdrawn_at = null',
    'delete from identity.replay',
  ]) {
    await expect(asGateway.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('the gateway cannot change identities or agreed terms', async () => {
  for (const statement of [
    `update recreation.resident set given_name = ''`,
    'update recreation.resident set address_protected = false',
    'delete from recreation.resident',
    `update recreation.mandate set categories = '{}'`,
    'update recreation.guardianship set valid_until = null',
    'insert into recreation.household_member select * from recreation.household_member',
    'update web.visit set browser = null',
  ]) {
    await expect(asGateway.query(statement)).rejects.toMatchObject({ code: '42501' });
  }
});

test('no role compiles its statements: that took seconds for the access history, which runs in milliseconds', async () => {
  for (const client of [asGateway, asSequencer, asEraser, asIdentity]) {
    expect((await client.query('show jit')).rows).toEqual([{ jit: 'off' }]);
  }
  expect(await gateway.database.asOwner('show jit')).toEqual([{ jit: 'off' }]);
});

test('clause telemetry: web visits have no column that could join them to a person', async () => {
  const columns = await gateway.database.asOwner<{ column_name: string }>(
    `select column_name from information_schema.columns where table_schema = 'web' and table_name = 'visit' order by column_name`,
  );
  expect(columns.map(({ column_name }) => column_name)).toEqual([
    'browser',
    'download',
    'id',
    'network_address',
    'platform',
    'section',
    'visited_at',
  ]);
  const keys = await gateway.database.asOwner(`select conname from pg_constraint where contype = 'f' and conrelid = 'web.visit'::regclass`);
  expect(keys).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { urlSettings } from '../../../src/platform/settings/settings.ts';
import { assertLeastPrivilege } from '../../../src/platform/postgres/roles/assert-least-privilege.ts';
import { readExpected } from '../../../src/platform/postgres/definitions/expected-definitions.ts';
import { databaseRoles, type DatabaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import type { ServingRole } from '../../../src/platform/postgres/roles/serving-role.ts';
import { testCluster } from '../../helpers/database/cluster.ts';
import { makeDatabase } from '../../helpers/database/run-database.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

// Roles that a DBA gave more than their work needs: each is refused, and the refusal names what to revoke. Roles belong to the
// whole server, so these have a prefix of their own.
const { administrator } = testCluster();
const directory = mkdtempSync(join(tmpdir(), 'ntk-powerful-'));
const prefix = 'powerful_';
const database = serverUrl(administrator, `${prefix}town`);
let admin: Client;
let roles: DatabaseRoles;
beforeAll(async () => {
  const settings = { DATABASE_URL: database, DATABASE_ROLE_PREFIX: prefix, DATA_DIR: directory };
  await makeDatabase(administrator, settings);
  roles = databaseRoles(readConfig({ ...settings, NODE_ENV: 'test' }), database);
  admin = new Client({ connectionString: Object.assign(new URL(administrator), { pathname: `/${prefix}town` }).href });
  await admin.connect();
});
afterAll(async () => {
  await admin.end();
  const outside = new Client({ connectionString: administrator });
  await outside.connect();
  await outside.query(`drop database ${prefix}town with (force)`);
  for (const role of ['gateway', 'sequencer', 'eraser', 'identity', 'owner']) await outside.query(`drop role ${prefix}${role}`);
  await outside.end();
  rmSync(directory, { recursive: true });
});

/** Checks the role as a start does. @returns the problems; undefined if there are none */
async function check(role: ServingRole): Promise<readonly string[] | undefined> {
  const client = new Client({ connectionString: roles[role] });
  await client.connect();
  try {
    return await assertLeastPrivilege(client, role, townDatabase).then(
      () => undefined,
      (error: { readonly problems: readonly string[] }) => error.problems,
    );
  } finally {
    await client.end();
  }
}

test('the roles that `database prepare` and `database migrate` made may do nothing more', async () => {
  expect([await check('gateway'), await check('sequencer'), await check('identity')]).toEqual([undefined, undefined, undefined]);
});

// `/ready` notices a privilege that is missing only if it is listed.
test.each(['gateway', 'sequencer', 'identity'] as const)('the rights that %s needs are those that the migrations grant', async (role) => {
  const { rows } = await admin.query<{ granted: string }>(granted, [prefix + role]);
  const needed = Object.entries(readExpected(townDatabase).rights[role]).flatMap(([name, privileges]) =>
    privileges.split(' ').map((privilege) => `${privilege} ${name}`),
  );
  expect(rows.map((row) => row.granted)).toEqual(needed.toSorted());
});

const granted = `
  select distinct lower(privilege_type) || ' ' || name collate "C" as granted from (
    select grantee, privilege_type, table_schema || '.' || table_name as name from information_schema.column_privileges
    union all select grantee, privilege_type, table_schema || '.' || table_name from information_schema.table_privileges
    union all select grantee, privilege_type, routine_schema || '.' || routine_name from information_schema.routine_privileges) as one
  where grantee = $1 and name not like 'public.%' order by granted`;

// Written by hand: `npm run definitions` would take over a grant that is too much.
test('no role that serves changes more of the log and of identities, or deletes more, than its work needs', () => {
  const changes = (role: ServingRole) =>
    Object.entries(readExpected(townDatabase).rights[role]).flatMap(([name, privileges]) => {
      const guarded = /^(access_log|identity)\./.test(name);
      const counted = privileges.split(' ').filter((one) => one === 'delete' || one === 'execute' || (guarded && one !== 'select'));
      return counted.map((privilege) => `${privilege} ${name}`);
    });
  expect(changes('gateway')).toEqual([
    'execute access_log.assert_stored',
    'insert access_log.bound_secret',
    'insert access_log.cosignature',
    'insert access_log.erasure',
    'update access_log.erasure',
    'execute access_log.spend',
    'execute access_log.spend_act',
    'insert access_log.staged',
    'insert access_log.template',
    'execute identity.change_contact',
    'execute identity.confirm_claim',
    'execute identity.contest_claim',
    'execute identity.issue_claim_code',
    'insert identity.registration',
    'update identity.registration',
    'insert identity.registration_change',
    'update identity.registration_change',
    'update identity.session',
    'execute identity.undo_claim',
    'execute identity.use_proof',
    'execute recreation.are_independent',
    'delete recreation.asked',
    'delete recreation.contact_code',
    'execute recreation.count_unserved',
    'delete recreation.idempotency_key',
    'delete recreation.identity_match',
    'delete recreation.invitation',
    'execute recreation.mail_invitation',
    'delete recreation.mailed_code',
    'execute recreation.record_payment',
    'delete recreation.request_mail',
  ]);
  expect(changes('sequencer')).toEqual([
    'insert access_log.bound_secret',
    'insert access_log.checkpoint',
    'update access_log.checkpoint',
    'insert access_log.entry',
    'execute access_log.make_months',
    'insert access_log.posting',
    'update access_log.publication',
    'delete access_log.staged',
    'insert access_log.tile',
    'update access_log.tile',
  ]);
  expect(changes('identity').filter((change) => !change.includes(' identity.'))).toEqual([
    'insert access_log.bound_secret',
    'execute access_log.is_recorded',
    'insert access_log.staged',
    'insert access_log.template',
    'execute recreation.accept_invitation',
    'execute recreation.are_independent',
    'execute recreation.connect_record',
    'execute recreation.set_invitation_code',
  ]);
});

const gateway = `${prefix}gateway`;
const sequencer = `${prefix}sequencer`;
test.each([
  ['gateway', `alter role ${gateway} createrole`, `alter role ${gateway} nocreaterole`, 'has the attribute createrole'],
  ['gateway', `grant pg_read_all_data to ${gateway}`, `revoke pg_read_all_data from ${gateway}`, 'is a member of pg_read_all_data'],
  ['gateway', `grant pg_monitor to ${gateway}`, `revoke pg_monitor from ${gateway}`, 'is a member of pg_monitor'],
  ['sequencer', `grant ${prefix}eraser to ${sequencer}`, `revoke ${prefix}eraser from ${sequencer}`, `is a member of ${prefix}eraser`],
  [
    'gateway',
    `alter table recreation.service owner to ${gateway}`,
    `alter table recreation.service owner to ${prefix}owner`,
    'owns recreation.service',
  ],
  ['gateway', `alter schema web owner to ${gateway}`, `alter schema web owner to ${prefix}owner`, 'owns the schema web'],
  [
    'gateway',
    `alter database ${prefix}town owner to ${gateway}`,
    `alter database ${prefix}town owner to ${prefix}owner; grant connect on database ${prefix}town to ${gateway}`,
    'owns the database',
  ],
  ...(
    [
      ['gateway', 'update', 'access_log.staged'],
      ['gateway', 'delete', 'access_log.staged'],
      ['gateway', 'truncate', 'access_log.staged'],
      ['gateway', 'insert', 'access_log.entry'],
      ['gateway', 'update', 'access_log.entry'],
      ['gateway', 'delete', 'access_log.entry_default'],
      ['gateway', 'delete', 'access_log.posting'],
      ['gateway', 'update', 'access_log.checkpoint'],
      ['gateway', 'update', 'access_log.bound_secret'],
      ['gateway', 'trigger', 'access_log.staged'],
      ['gateway', 'delete', 'recreation.mandate'],
      ['gateway', 'truncate', 'web.visit'],
      ['sequencer', 'update', 'access_log.staged'],
      ['sequencer', 'insert', 'access_log.staged'],
      ['sequencer', 'update', 'access_log.entry'],
      ['sequencer', 'delete', 'access_log.posting'],
      ['sequencer', 'delete', 'access_log.tile'],
      ['gateway', 'insert', 'identity.artifact'],
      ['gateway', 'delete', 'identity.replay'],
      ['identity', 'delete', 'identity.signing_key'],
      ['identity', 'delete', 'access_log.staged'],
      ['identity', 'insert', 'access_log.cosignature'],
      ['gateway', 'update', 'identity.account'],
    ] as const
  ).map(([role, privilege, table]) => {
    const name = prefix + role;
    const change = `${privilege} on ${table}`;
    return [role, `grant ${change} to ${name}`, `revoke ${change} from ${name}`, `may ${privilege} ${table}`] as const;
  }),
  [
    'gateway',
    `grant update (id) on access_log.staged to ${gateway}`,
    `revoke update (id) on access_log.staged from ${gateway}`,
    'may update access_log.staged',
  ],
  ['gateway', 'grant delete on access_log.entry to public', 'revoke delete on access_log.entry from public', 'may delete access_log.entry'],
  [
    'gateway',
    `grant execute on function access_log.prune_months to ${gateway}`,
    `revoke execute on function access_log.prune_months from ${gateway}`,
    'may execute access_log.prune_months',
  ],
  [
    'sequencer',
    `grant create on schema access_log to ${sequencer}`,
    `revoke create on schema access_log from ${sequencer}`,
    'may create in access_log',
  ],
] as const)('%s: %s', async (role, grant, revoke, what) => {
  await admin.query(grant);
  try {
    const setting = urlSettings[role];
    const [problem, ...more] = (await check(role))!;
    expect(more).toEqual([]);
    expect(problem!.startsWith(`${setting}: its role may do more than its work needs: it `)).toBe(true);
    expect(problem).toContain(what);
    expect(problem!.endsWith(`; revoke this from ${prefix}${role}, or from PUBLIC`)).toBe(true);
  } finally {
    await admin.query(revoke);
  }
});

test('a role that may do everything is refused with the first reasons and the number of the others', async () => {
  await admin.query(`alter role ${gateway} superuser`);
  const [problem] = (await check('gateway'))!;
  await admin.query(`alter role ${gateway} nosuperuser`);
  expect(problem).toMatch(/: it has the attribute superuser, may .+, may .+ and \d+ more; revoke this from /);
  expect(await check('gateway')).toBeUndefined();
});

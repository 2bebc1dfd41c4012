import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, type Pool } from 'pg';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { assertReady } from '../../../src/server/start/check/assert-ready.ts';
import { compareDefinitions, differences } from '../../../src/platform/postgres/definitions/compare-definitions.ts';
import { watchDefinitions } from '../../../src/platform/postgres/definitions/watch-definitions.ts';
import { roleNames } from '../../../src/platform/postgres/roles/role-names.ts';
import { copyDatabase, testCluster, type TestDatabase } from '../../helpers/database/cluster.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';
import { ownPool } from '../../helpers/database/own-pool.ts';

let database: TestDatabase;
let administrator: Client;
let gateway: Pool;
beforeAll(async () => {
  database = await copyDatabase();
  administrator = new Client({ connectionString: administratorUrl() });
  gateway = ownPool(database.roles.gateway, { max: 1 });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await gateway.end();
  await database.drop();
});

function administratorUrl(): string {
  const { pathname } = new URL(database.roles.owner);
  return Object.assign(new URL(testCluster().administrator), { pathname }).href;
}

/** An object as PostgreSQL shows it, the statement that makes a copy of it, and the query that shows the copy. */
interface Shown {
  readonly name: string;
  readonly relation: string;
  readonly shown: string;
  readonly made: string;
  readonly seen: string;
}

/** The differences after some statements, which are undone. */
async function after(statements: string): Promise<readonly string[]> {
  await administrator.query('begin');
  try {
    await administrator.query(statements);
    return (await compareDefinitions(administrator, roleNames(), townDatabase)).map(({ object, how }) => `${how} ${object}`);
  } finally {
    await administrator.query('rollback');
  }
}

test('the migrations make what the version says; if this fails after a new migration, run `npm run definitions`', async () => {
  expect(await after('')).toEqual([]);
});

// A dump writes each object as PostgreSQL shows it. If that is not how it is shown again, a restored database counts as altered.
test('each constraint, trigger, view and index is shown the same once it is made from how it is shown', async () => {
  const ours = `select oid from pg_class where relnamespace in ('recreation'::regnamespace, 'web'::regnamespace, 'access_log'::regnamespace, 'identity'::regnamespace)`;
  await administrator.query(`begin; set local search_path = pg_catalog, pg_temp`);
  try {
    const { rows } = await administrator.query<Shown>(`
      select conname as name, conrelid::regclass::text as relation, pg_get_constraintdef(oid) as shown,
        format('alter table %s add constraint again %s', conrelid::regclass, pg_get_constraintdef(oid)) as made,
        format('select pg_get_constraintdef(oid) as shown from pg_constraint where conrelid = %L::regclass and conname = %L', conrelid::regclass, 'again') as seen
      from pg_constraint where contype = 'c' and coninhcount = 0 and conrelid in (${ours})
      union all
      select tgname, tgrelid::regclass::text, pg_get_triggerdef(oid), regexp_replace(pg_get_triggerdef(oid), 'TRIGGER \\S+', 'TRIGGER again'),
        format('select regexp_replace(pg_get_triggerdef(oid), %L, %L) as shown from pg_trigger where tgrelid = %L::regclass and tgname = %L',
          'TRIGGER again', 'TRIGGER ' || tgname, tgrelid::regclass, 'again')
      from pg_trigger where not tgisinternal and tgparentid = 0 and tgrelid in (${ours})
      union all
      select relname, oid::regclass::text, pg_get_viewdef(oid), 'create temporary view again as ' || pg_get_viewdef(oid),
        'select pg_get_viewdef(' || quote_literal('pg_temp.again') || '::regclass) as shown'
      from pg_class where relkind = 'v' and oid in (${ours})
      union all
      select indexrelid::regclass::text, indrelid::regclass::text, pg_get_indexdef(indexrelid), regexp_replace(pg_get_indexdef(indexrelid), 'INDEX \\S+', 'INDEX again'),
        format('select regexp_replace(pg_get_indexdef(indexrelid), %L, %L) as shown from pg_index where indrelid = %L::regclass and indexrelid::regclass::text like %L',
          'INDEX again', 'INDEX ' || (parse_ident(indexrelid::regclass::text))[2], indrelid::regclass, '%.again')
      from pg_index where indrelid in (${ours}) and (indpred is not null or indexprs is not null)`);
    expect(rows.length).toBeGreaterThan(100);
    const changed: string[] = [];
    for (const { name, relation, shown, made, seen } of rows) {
      await administrator.query(`savepoint one; ${made}`);
      const [again] = (await administrator.query<{ readonly shown: string }>(seen)).rows;
      await administrator.query('rollback to savepoint one');
      if (again?.shown !== shown) changed.push(`${name} of ${relation}: ${shown} → ${again?.shown}`);
    }
    expect(changed).toEqual([]);
  } finally {
    await administrator.query('rollback');
  }
});

test.each(['search_path=aside,public', 'session_replication_role=replica', 'transform_null_equals=on'])(
  'a connection that begins with %s is noticed',
  async (setting) => {
    const client = new Client({ connectionString: administratorUrl(), options: `-c ${setting}` });
    await client.connect();
    try {
      await client.query('begin read only');
      const found = await compareDefinitions(client, roleNames(), townDatabase);
      expect(found).toMatchObject([{ object: `setting ${setting.split('=')[0]} of a connection`, how: 'ADDED' }]);
    } finally {
      await client.end();
    }
  },
);

test('a temporary function, and what an extension brings for a type of its own, make no difference', async () => {
  expect(await after(`create function pg_temp.lower(text) returns text language sql as 'select $1'`)).toEqual([]);
  const ofExtension = `create type public.loud as (said text); alter extension plpgsql add type public.loud;
    create function public.lower(public.loud) returns text language sql as 'select $1.said'; alter extension plpgsql add function public.lower(public.loud)`;
  expect(await after(ofExtension)).toEqual([]);
});

test('what the months of the log are called makes no difference, and a month that is none does', async () => {
  expect(await after('select access_log.make_months(20)')).toEqual([]);
  expect(await after('create table access_log.entry_2019_01 (like access_log.entry)')).toContain('ALTERED table access_log.entry_month');
});

test.each([
  [
    'ALTERED view access_log.about',
    `create or replace view access_log.about with (security_invoker) as ${about('where posting.kind <> 2')}`,
  ],
  ['ALTERED view access_log.about', `create or replace view access_log.about as ${about('')}`],
  ['ALTERED view access_log.about', 'grant select on access_log.about to ntk_identity'],
  [
    'ADDED trigger quiet of access_log.staged',
    `create trigger quiet before insert on access_log.staged for each row execute function recreation.email_as_set()`,
  ],
  ['ALTERED trigger email_as_set of recreation.resident', 'alter table recreation.resident disable trigger email_as_set'],
  ['ADDED rule quiet of access_log.entry', 'create rule quiet as on insert to access_log.entry do also nothing'],
  ['ALTERED table access_log.entry', 'alter table access_log.entry enable row level security'],
  ['ADDED policy few of access_log.staged', 'create policy few on access_log.staged using (role <> $$LAW_ENFORCEMENT$$)'],
  ['ALTERED table access_log.staged', 'grant delete on access_log.staged to ntk_gateway'],
  ['ALTERED table access_log.staged', 'grant select on access_log.staged to pg_monitor'],
  ['ALTERED column recreation.resident.email', 'grant update (email) on recreation.resident to ntk_sequencer'],
  ['ALTERED table access_log.tile', 'alter table access_log.tile owner to ntk_eraser'],
  ['ALTERED schema identity', 'grant usage on schema identity to ntk_sequencer'],
  ['ALTERED column access_log.staged.at', 'alter table access_log.staged alter at set default now()'],
  ['REMOVED constraint staged_at_check of access_log.staged', 'alter table access_log.staged drop constraint staged_at_check'],
  ['ADDED index access_log.more', 'create index more on access_log.template (id) where length(text) > 1'],
  ['ADDED table web.more', 'create table web.more ()'],
  ['ADDED inheritance of public.more', 'create table public.more () inherits (access_log.staged)'],
  ['ADDED function public.lower(text)', `create function public.lower(text) returns text language sql as 'select $1'`],
  ['ADDED function aside.lower(text)', `create schema aside; create function aside.lower(text) returns text language sql as 'select $1'`],
  [
    'ADDED function public.lower(text)',
    `create function public.lower(text) returns text language sql as 'select $1'; alter extension plpgsql add function public.lower(text)`,
  ],
  ['ADDED operator public.=(text,integer)', 'create operator public.= (leftarg = text, rightarg = integer, function = pg_catalog.repeat)'],
  ['ADDED event trigger more', 'create event trigger more on ddl_command_end execute function public.more()', eventFunction()],
  ['ADDED setting search_path of {gateway}', 'alter role ntk_gateway in database current set search_path = evil, pg_catalog'],
  ['ADDED schema ntk_gateway', 'create schema ntk_gateway'],
  ['ADDED default privileges of {owner}', 'alter default privileges for role ntk_owner grant select on tables to ntk_identity'],
])('%s: %s', async (difference, statement, before = '') => {
  const here = new URL(database.roles.owner).pathname.slice(1);
  const found = await after(`${before}; ${statement.replace('database current', `database ${here}`)}`);
  expect(found).toContain(difference);
});

test('a function that was dropped and created again with rights for everyone counts as altered', async () => {
  const [made] = (await administrator.query<{ text: string }>(`select pg_get_functiondef('access_log.keep_plain'::regproc) as text`)).rows;
  const name = 'ALTERED function access_log.keep_plain(regclass)';
  expect(await after(`drop function access_log.keep_plain; ${made!.text}`)).toEqual([name]);
  expect(await after(made!.text.replace("'r' then", "'p' then"))).toEqual([name]);
});

test('a process does not start over an altered database, and names what was altered', async () => {
  await administrator.query('create table access_log.more ()');
  const config = readConfig({ NODE_ENV: 'test', DATA_DIR: testCluster().dataDirectory });
  await expect(assertReady(config, 'gateway', database.roles.gateway, townDatabase)).rejects.toMatchObject({
    code: 'SCHEMA_ALTERED',
    problems: ['DATABASE_URL: table access_log.more is not of the migrations'],
  });
  await administrator.query('drop table access_log.more');
  await expect(assertReady(config, 'gateway', database.roles.gateway, townDatabase)).resolves.toBeUndefined();
});

test('a process that serves notices an altered database, and that it is as it was', async () => {
  const watch = watchDefinitions(gateway, roleNames(), townDatabase);
  await watch.look();
  expect(() => watch.assertUnaltered()).not.toThrow();
  await administrator.query('create table access_log.more ()');
  await watch.look();
  expect(() => watch.assertUnaltered()).toThrow('table access_log.more is not of the migrations');
  await administrator.query('drop table access_log.more');
  await watch.look();
  expect(() => watch.assertUnaltered()).not.toThrow();
  watch.stop();
});

test('PostgreSQL 15 names the table of each column of a view, and another table is another view', () => {
  const wanted = { 'view identity.record': 'v p {owner} SELECT id FROM recreation.resident;' };
  const on15 = (text: string): readonly unknown[] => differences(wanted, { 'view identity.record': text }, 150_010, townDatabase.schemas);
  expect(on15('v p {owner} SELECT resident.id FROM recreation.resident;')).toEqual([]);
  expect(on15('v p {owner} SELECT resident.id FROM public.resident;')).toHaveLength(1);
  expect(on15('v p {owner} SELECT resident.id FROM recreation.resident WHERE (resident.id IS NULL);')).toHaveLength(1);
  expect(
    differences(
      wanted,
      { 'view identity.record': 'v p {owner} SELECT resident.id FROM recreation.resident;' },
      160_000,
      townDatabase.schemas,
    ),
  ).toHaveLength(1);
});

function about(where: string): string {
  return `select posting.month, posting.subject_id, posting.kind, posting.authority_id, posting.first_seq, posting.first_seq + step as seq
    from access_log.posting cross join lateral unnest(array_prepend(0::smallint, posting.further)) step ${where}`;
}

function eventFunction(): string {
  return 'create function public.more() returns event_trigger language plpgsql as $$ begin end $$';
}

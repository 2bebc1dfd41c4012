import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import { stageStatement } from '../../../../src/log/store/staging/stage.ts';
import type { Entry, SubjectSegment } from '../../../../src/log/entry/entry.ts';
import { cast, matters } from '../../../../demo/personas.ts';
import { testCluster } from '../../../helpers/database/cluster.ts';
import { openGateway, type TestGateway } from '../../../helpers/gateway/gateway.ts';
import { realClock } from '../../../helpers/time/live-today.ts';
import { privacyHere } from '../../../helpers/processes/privacy-here.ts';
import { settingsFor } from '../../../helpers/processes/run-privacy.ts';

// Searches the files of PostgreSQL on disk, as an attacker who has them would.
let gateway: TestGateway;
let admin: Client;
beforeAll(async () => {
  gateway = await openGateway({ clock: realClock });
  const { pathname } = new URL(gateway.database.roles.owner);
  admin = new Client({ connectionString: Object.assign(new URL(testCluster().administrator), { pathname }).href });
  await admin.connect();
  // A segment that is used again keeps its old bytes until they are overwritten.
  await admin.query('alter system set wal_recycle = off');
  await admin.query('select pg_reload_conf()');
});
afterAll(async () => {
  await admin.query('alter system reset wal_recycle');
  await admin.query('select pg_reload_conf()');
  await admin.end();
  await gateway.close();
});

/** The files with these bytes: those of the database, and the write-ahead log. */
async function filesWith(bytes: Buffer): Promise<string[]> {
  const { rows } = await admin.query<{ file: string }>(
    `select file from (
       select 'base/' || oid || '/' || name as file from pg_database, pg_ls_dir('base/' || oid) name where datname = current_database()
       union all select 'pg_wal/' || name from pg_ls_waldir()
     ) files
     where position($1::bytea in coalesce(pg_read_binary_file(file, 0, 1 << 28, true), '')) > 0`,
    [bytes],
  );
  return rows.map(({ file }) => file);
}

/** The tables with this text in a row, as a dump would write it. */
async function tablesWith(text: string): Promise<string[]> {
  const { rows: tables } = await admin.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relkind = 'r' and relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await admin.query(`select from ${name} one where position($1 in one::text) > 0 limit 1`, [text]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

/** Ends the segment that is written, and lets PostgreSQL forget what it no longer needs. */
async function checkpoint(): Promise<void> {
  for (let times = 0; times < 2; times++) {
    await admin.query('select pg_switch_wal()');
    await admin.query('checkpoint');
  }
}

/** Lets no checkpoint free the log of writes until `work` has ended. Other suites write much, and each that drops a database makes one. */
async function whileLogOfWritesIsKept(work: () => Promise<void>): Promise<void> {
  await admin.query(`select pg_create_physical_replication_slot('erased_bytes', true)`);
  try {
    await work();
  } finally {
    await admin.query(`select pg_drop_replication_slot('erased_bytes')`);
  }
}

/** An entry about some people. @param own whether the only one read the own record */
function entryAbout(people: number, own: boolean): Entry {
  const subjects = Array.from({ length: people }, () => randomUUID());
  return entryOf('Query.residents', own ? subjects[0]! : randomUUID(), subjects);
}

function entryOf(rootField: string, principal: string, people: readonly string[]): Entry {
  const view = { relationship: 'ENCOUNTER', released: ['Resident.email'], withheld: [] };
  const subjects = people.map((id): SubjectSegment => ({ kind: 'subject', id, ...view }));
  const header = {
    id: randomUUID(),
    at: new Date().toISOString(),
    role: 'SUPPORT',
    purpose: null,
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'query',
    rootFields: [rootField],
    inputs: [],
    policyVersion: 'cd'.repeat(32),
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  return createEntry(header, [{ kind: 'principal', id: principal }, { kind: 'case', case: null, authority: null }, ...subjects]);
}

/** How often each file of the database has these bytes. */
async function countsOf(bytes: Buffer): Promise<number[]> {
  const { rows } = await admin.query<{ count: number }>(
    `select regexp_count(encode(pg_read_binary_file(file, 0, 1 << 28, true), 'hex'), $1) as count from unnest($2::text[]) file`,
    [bytes.toString('hex'), (await filesWith(bytes)).filter((file) => file.startsWith('base/'))],
  );
  return rows.map(({ count }) => count);
}

test.each([
  ['a data subject', 3, false, [3]],
  ['a data subject among so many that the row is stored elsewhere', 900, false, [500]],
  ['somebody who read the own record', 1, true, [0, 2]],
])(
  'erasing the part of %s leaves no byte of its salts in tables, indexes, the log of writes and a dump, and the id in the new entry alone',
  async (_who, people, own, ordinals) => {
    const entry = entryAbout(people, own);
    const { id } = entry.segments[ordinals[0]!] as SubjectSegment;
    const salts = ordinals.map((ordinal) => Buffer.from(entry.salts.subarray(16 * ordinal, 16 * ordinal + 16)));
    const kept = Buffer.from(entry.salts.subarray(16, 32));
    const raw = Buffer.from(id.replaceAll('-', ''), 'hex');
    const traces = async (): Promise<string[]> => {
      const found: string[] = [];
      for (const salt of salts) found.push(...(await filesWith(salt)), ...(await tablesWith(salt.toString('hex'))));
      return found;
    };
    await whileLogOfWritesIsKept(async () => {
      const { text, values } = stageStatement([entry]);
      await gateway.database.asOwner(text, values);
      await gateway.sequence();
      await admin.query('checkpoint');
      const before = (await traces()).join(' ');
      for (const place of ['base/', 'pg_wal/', 'access_log.entry']) expect(before).toContain(place);
    });
    await gateway.database.asOwner(
      `insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at, approved_by, approved_at)
       select gen_random_uuid(), 'COURT_ORDER', '', $1, $2, array[seq], $3, now(), $4, now() from access_log.entry where id = $5`,
      [matters.request, id, cast.privacyOfficer, cast.privacyOfficer2, entry.header.id],
    );
    const { text, values } = stageStatement([
      entryOf('Mutation.proposeErasure', cast.privacyOfficer, [id]),
      entryOf('Mutation.approveErasure', cast.privacyOfficer2, [id]),
    ]);
    await gateway.database.asOwner(text, values);

    const { code, stdout, stderr } = await privacyHere(['erase-approved', '--json'], settingsFor(gateway.database));
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)[0].erased).toHaveLength(ordinals.length);
    await gateway.sequence();
    // The first reading of rows can mark them, which writes their pages once more.
    await traces();
    await checkpoint();
    expect(await traces()).toEqual([]);
    // Three entries tell of the erasure: as they were staged, as far as that is not overwritten, as they were numbered, in the index by data
    // subject, and in PostgreSQL's index of it.
    const counts = await countsOf(raw);
    expect([counts.length, Math.max(...counts)]).toEqual([4, 3]);
    expect((await filesWith(Buffer.from(id))).filter((file) => file.startsWith('base/'))).toEqual([]);
    expect((await tablesWith(id)).map((name) => name.replace(/_\d{4}_\d\d$/, '')).toSorted()).toEqual([
      'access_log.entry',
      'access_log.posting',
    ]);
    // The search would find what is left.
    expect(await filesWith(kept)).toEqual([expect.stringMatching(/^base\//)]);
    expect((await privacyHere(['verify-log'], settingsFor(gateway.database))).code).toBe(0);
  },
);

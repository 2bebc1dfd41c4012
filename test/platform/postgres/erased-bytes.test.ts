import { town } from '../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createEntry } from '../../../src/log/store/staging/create-entry.ts';
import { openGroupCommit } from '../../../src/log/store/staging/group-commit.ts';
import { startSequencer } from '../../../src/log/store/numbering/sequencer.ts';
import { carryOut, readApproved } from '../../../src/cli/log/change/carry-out.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { startEmbedded, type Embedded } from '../../../src/platform/postgres/embedded/start-embedded.ts';
import { openLogKeys } from '../../../src/log/store/publication/log-key-store.ts';
import { migrate } from '../../../src/platform/postgres/migrations/migrate.ts';
import { prepareDatabase } from '../../../src/platform/postgres/prepare/prepare.ts';
import { databaseRoles, type DatabaseRoles } from '../../../src/platform/postgres/roles/roles.ts';
import { serverUrl } from '../../../src/platform/postgres/connections/server.ts';
import { remembered } from '../../helpers/log/remembered.ts';
import { townDatabase } from '../../../src/town/shared/database/database.ts';

const directory = mkdtempSync(join(tmpdir(), 'ntk-erased-'));
const config = readConfig({ NODE_ENV: 'test', DATA_DIR: join(directory, 'data') });
let embedded: Embedded;
let roles: DatabaseRoles;
let administrator: Client;

beforeAll(async () => {
  chmodSync(directory, 0o711);
  embedded = await startEmbedded(config.dataDirectory);
  const url = serverUrl(embedded.url, 'town');
  await prepareDatabase(embedded.url, config, url);
  roles = databaseRoles(config, url);
  await migrate(roles.owner, townDatabase.migrations);
  administrator = new Client({ connectionString: Object.assign(new URL(embedded.url), { pathname: '/town' }).href });
  await administrator.connect();
});
afterAll(async () => {
  await administrator.end();
  await embedded.stop();
  rmSync(directory, { recursive: true });
});

/** The files of the data directory that hold these bytes. */
function filesWith(bytes: Buffer): string[] {
  const entries = readdirSync(config.dataDirectory, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.filter((file) => contentOf(file).includes(bytes));
}

/** The bytes of a file; empty for a file that PostgreSQL has just removed. */
function contentOf(file: string): Buffer {
  try {
    return readFileSync(file);
  } catch (error) {
    expect(error).toMatchObject({ code: 'ENOENT' });
    return Buffer.alloc(0);
  }
}

/** Finishes a checkpoint after which no earlier part of the write-ahead log is needed. */
async function checkpoint(): Promise<void> {
  await administrator.query('select pg_switch_wal()');
  await administrator.query('checkpoint');
}

async function stage(subjects: readonly string[], principal: string, rootField = 'Query.residents'): Promise<string> {
  const header = {
    id: randomUUID(),
    at: new Date().toISOString(),
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'query',
    rootFields: [rootField],
    inputs: [],
    policyVersion: '1',
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  const view = { relationship: 'NONE', released: ['Resident.email'], withheld: [] };
  const entry = createEntry(header, [
    { kind: 'principal', id: principal },
    { kind: 'case', case: null, authority: null },
    ...subjects.map((id) => ({ kind: 'subject', id, ...view }) as const),
  ]);
  const appends = openGroupCommit(
    roles.gateway,
    () => [],
    town.access,
    () => undefined,
  );
  try {
    await appends.append(entry);
  } finally {
    await appends.stop();
  }
  return header.id;
}

/** An erasure as two officers agreed on it. */
async function approve(number: string, person: string): Promise<void> {
  const [request, proposer, approver] = [randomUUID(), randomUUID(), randomUUID()];
  await administrator.query(
    `insert into recreation.employee (id, given_name, family_name, roles) values ($1, 'A', 'B', '{PRIVACY_OFFICER}'), ($2, 'C', 'D', '{PRIVACY_OFFICER}')`,
    [proposer, approver],
  );
  await administrator.query(
    `insert into recreation.request (id, number, kind, body, filed_at, due_on) values ($1, $2, 'QUESTION', '', now(), now())`,
    [request, request],
  );
  await administrator.query(
    `insert into access_log.erasure (id, rule, reason, request_id, person_id, numbers, proposed_by, proposed_at, approved_by, approved_at)
     values (gen_random_uuid(), 'COURT_ORDER', '', $1, $2, array[$3::bigint], $4, now(), $5, now())`,
    [request, person, number, proposer, approver],
  );
  // Their entries are not numbered yet, like that of the erasure.
  await stage([person], proposer, 'Mutation.proposeErasure');
  await stage([person], approver, 'Mutation.approveErasure');
}

test.each<[string, 'subject' | 'principal']>([
  ['a data subject', 'subject'],
  ['somebody who read the own record', 'principal'],
])('after the erasure of %s, no file of PostgreSQL holds the salts, and only the new entries the id', async (_who, erased) => {
  const [person, reader, others] = [randomUUID(), randomUUID(), Array.from({ length: 20 }, () => randomUUID())];
  const keys = openLogKeys(config, config.logOrigin);
  const start = () => startSequencer(roles.sequencer, town.postings, keys, remembered(), () => undefined);
  const sequencer = start();
  // Once in a batch with other entries, which stay.
  // Entries that are staged later reuse the space of the first.
  for (const other of others) await stage([other], randomUUID());
  const id = erased === 'subject' ? await stage([...others, person], reader) : await stage([person], person);
  await sequencer.run();
  await sequencer.stop();
  const { rows: places } = await administrator.query<{ seq: string }>('select seq from access_log.entry where id = $1', [id]);
  await approve(places[0]!.seq, person);
  await administrator.query('analyze');
  await administrator.query('checkpoint');

  const ordinals = erased === 'subject' ? [22] : [0, 2];
  const { rows } = await administrator.query<{ salt: Buffer }>(
    'select salt from access_log.segment join access_log.entry using (seq, month) where id = $1 and ordinal = any($2)',
    [id, ordinals],
  );
  const salts = rows.map(({ salt }) => salt);
  const bytes = Buffer.from(person.replaceAll('-', ''), 'hex');
  // Tables and the write-ahead log.
  for (const needle of [...salts, bytes]) expect(filesWith(needle).length).toBeGreaterThan(1);

  const eraser = new Client({ connectionString: roles.eraser });
  await eraser.connect();
  const [approved] = await readApproved(eraser);
  await eraser.query('begin');
  const done = await carryOut(town, eraser, approved!, new Date());
  expect(done!.erased).toEqual(ordinals.map((ordinal) => `${places[0]!.seq}/${ordinal}`));
  await eraser.query('commit');
  await eraser.end();
  // Dead rows in the tables of the log itself must be gone even before a vacuum.
  await administrator.query('analyze');
  await administrator.query('vacuum pg_statistic');
  await checkpoint();

  for (const salt of salts) {
    expect(filesWith(salt)).toEqual([]);
    expect(filesWith(Buffer.from(salt.toString('hex')))).toEqual([]);
  }
  // The entries of the erasure are not numbered yet: they are in the table of staged entries and in the write-ahead log, and tell the person.
  const { rows: staged } = await administrator.query<{ file: string }>(`select pg_relation_filepath('access_log.staged') as file`);
  const ofNewEntries = (file: string): boolean => file.includes('pg_wal') || file.endsWith(staged[0]!.file);
  expect(filesWith(bytes).filter((file) => !ofNewEntries(file))).toEqual([]);
  expect(filesWith(Buffer.from(person)).filter((file) => !ofNewEntries(file))).toEqual([]);
  const next = start();
  await next.run();
  await next.stop();
  // All others are still there, and found.
  const { rows: left } = await administrator.query('select from access_log.about join access_log.entry using (seq, month) where id = $1', [
    id,
  ]);
  expect(left).toHaveLength(erased === 'subject' ? 20 : 0);
  expect((await administrator.query('select from access_log.about where subject_id = $1', [person])).rows).toHaveLength(3);
});

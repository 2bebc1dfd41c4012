import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { createEntry } from '../../src/access-log/create-entry.ts';
import { openGroupCommit } from '../../src/access-log/group-commit.ts';
import { startSequencer } from '../../src/access-log/sequencer.ts';
import { eraseOne } from '../../src/cli/privacy/change-log/erase-one.ts';
import { readConfig } from '../../src/config.ts';
import { startEmbedded, type Embedded } from '../../src/database/embedded/start-embedded.ts';
import { openLogKeys } from '../../src/database/log-key-store.ts';
import { migrate } from '../../src/database/migrate.ts';
import { prepareDatabase } from '../../src/database/prepare/prepare.ts';
import { databaseRoles, type DatabaseRoles } from '../../src/database/roles.ts';
import { serverUrl } from '../../src/database/server.ts';
import { remembered } from '../helpers/remembered.ts';

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
  await migrate(roles.owner);
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

/** The bytes of a file; none of one that PostgreSQL has just removed. */
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

async function stage(subjects: readonly string[], principal: string): Promise<string> {
  const header = {
    id: randomUUID(),
    at: new Date().toISOString(),
    role: 'CUSTOMER_SERVICE',
    purpose: 'SERVICE_PROVISION',
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'query',
    rootFields: ['Query.residents'],
    inputs: [],
    policyVersion: '1',
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  const view = { relationship: 'NONE', released: ['Resident.email'], withheld: [] };
  const entry = createEntry(header, [
    { kind: 'principal', id: principal },
    { kind: 'case', case: null, mandate: null },
    ...subjects.map((id) => ({ kind: 'subject', id, ...view }) as const),
  ]);
  const appends = openGroupCommit(
    roles.gateway,
    () => [],
    () => undefined,
  );
  try {
    await appends.append(entry);
  } finally {
    await appends.stop();
  }
  return header.id;
}

test.each<[string, 'subject' | 'principal']>([
  ['a data subject', 'subject'],
  ['the principal', 'principal'],
])('after the erasure of %s, no file of PostgreSQL holds the salt or the id', async (_who, erased) => {
  const [person, principal, others] = [randomUUID(), randomUUID(), Array.from({ length: 20 }, () => randomUUID())];
  const keys = openLogKeys(config, config.logOrigin);
  const sequencer = startSequencer(roles.sequencer, keys, remembered(), () => undefined);
  // Once in a batch with other entries about the person, which stay; so the id is looked for where it is in one entry.
  const id = await stage([...others, person], principal);
  for (const other of others) await stage([other], randomUUID());
  await sequencer.run();
  await administrator.query('analyze');
  await administrator.query('checkpoint');

  const [gone, ordinal] = erased === 'subject' ? [person, 22] : [principal, 0];
  const { rows } = await administrator.query<{ salt: Buffer }>(
    'select salt from access_log.opened join access_log.entry using (seq, month) where id = $1 and ordinal = $2',
    [id, ordinal],
  );
  const needles = [rows[0]!.salt, Buffer.from(gone.replaceAll('-', ''), 'hex')];
  // Tables and the write-ahead log.
  for (const needle of needles) expect(filesWith(needle).length).toBeGreaterThan(2);

  const eraser = new Client({ connectionString: roles.eraser });
  await eraser.connect();
  await eraser.query('begin');
  expect(await eraseOne(eraser, [id], erased === 'subject' ? person : undefined, new Date())).toMatchObject({ ordinal });
  await eraser.query('commit');
  await eraser.end();
  await sequencer.run();
  await sequencer.stop();
  await administrator.query('vacuum analyze');
  await checkpoint();

  for (const needle of needles) {
    expect(filesWith(needle)).toEqual([]);
    expect(filesWith(Buffer.from(needle.toString('hex')))).toEqual([]);
  }
  expect(filesWith(Buffer.from(gone))).toEqual([]);
  // All others are still there, and found.
  const { rows: left } = await administrator.query('select from access_log.about join access_log.entry using (seq, month) where id = $1', [
    id,
  ]);
  expect(left).toHaveLength(erased === 'subject' ? 20 : 21);
});

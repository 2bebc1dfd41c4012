import { town } from '../../../../src/town/index.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import { openGroupCommit, type GroupCommit, StoredTemplates } from '../../../../src/log/store/staging/group-commit.ts';
import type { Entry } from '../../../../src/log/entry/entry.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { captureStatements } from '../../../helpers/values/statements.ts';

let database: TestDatabase;
let appends: GroupCommit;
beforeAll(async () => (database = await copyDatabase()));
afterAll(() => database.drop());
beforeEach(() => {
  appends = openGroupCommit(
    database.roles.gateway,
    () => [],
    town.access,
    () => undefined,
  );
});
afterEach(() => appends.stop());

function anEntry(released: readonly string[], role = 'SUPPORT'): Entry {
  const header = {
    id: randomUUID(),
    at: '2026-06-15T18:00:00.000Z',
    role,
    purpose: 'CUSTOMER_SUPPORT',
    authority: null,
    operationHash: 'ab'.repeat(32),
    operationType: 'query',
    rootFields: [],
    inputs: [],
    policyVersion: '1',
    statementVersion: '1',
    outcome: 'ANSWERED',
  } as const;
  const subject = { kind: 'subject', id: randomUUID(), relationship: 'NONE', released, withheld: [] } as const;
  return createEntry(header, [{ kind: 'principal', id: null }, { kind: 'case', case: null, authority: null }, subject]);
}

/** How many templates each statement brought along that staged an entry. */
async function broughtBy(work: () => Promise<void>): Promise<number[]> {
  const captured = captureStatements(database.roles.gateway);
  try {
    await work();
  } finally {
    captured.stop();
  }
  return captured.statements
    .filter(({ text }) => text.includes('insert into access_log.staged'))
    .map(({ values }) => values.findLast((value): value is unknown[] => Array.isArray(value))!.length);
}

async function isWhole({ header }: Entry): Promise<boolean> {
  const [row] = await database.asOwner<{ whole: boolean }>(
    'select template is not null and views is not null as whole from access_log.full_staged where id = $1',
    [header.id],
  );
  return row!.whole;
}

test('a connection brings a template once, and every entry has its own', async () => {
  const entries = [anEntry(['Resident.email']), anEntry(['Resident.email']), anEntry(['Resident.phone'])];
  expect(
    await broughtBy(async () => {
      for (const entry of entries) await appends.append(entry);
    }),
  ).toEqual([2, 0, 1]);
  for (const entry of entries) expect(await isWhole(entry)).toBe(true);
});

test('a template of an entry that was not stored is brought again', async () => {
  const released = ['Resident.givenName'];
  await appends.append(anEntry(['Resident.email']));
  const brought = await broughtBy(async () => {
    await expect(appends.append(anEntry(released, 'nobody'))).rejects.toMatchObject({ code: '23514' });
    await appends.append(anEntry(released));
  });
  expect(brought).toEqual([2, 1]);
});

test('templates are remembered for a connection and for a minute', () => {
  const stored = new StoredTemplates();
  const [one, other] = [{}, {}];
  stored.of(one, 0).add('a');
  expect([...stored.of(one, 59_999)]).toEqual(['a']);
  expect([...stored.of(other, 0)]).toEqual([]);
  expect([...stored.of(one, 60_000)]).toEqual([]);
});

import { town } from '../../../../src/town/index.ts';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createEntry } from '../../../../src/log/store/staging/create-entry.ts';
import type { Entry, SubjectSegment } from '../../../../src/log/entry/entry.ts';
import { openGroupCommit, type GroupCommit } from '../../../../src/log/store/staging/group-commit.ts';
import { createReceipts, type MakeReceipts } from '../../../../src/log/store/publication/make-receipts.ts';
import { verifyReceipt } from '../../../../src/log/proofs/receipt.ts';
import { createSigner } from '../../../../src/log/keys/signer.ts';
import { Client } from 'pg';
import { Deadline } from '../../../../src/platform/time/deadline.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { until } from '../../../helpers/time/until.ts';

const origin = 'test.example/log';
const signer = createSigner(origin, generateKeyPairSync('ed25519').privateKey);
const keys = [{ verifier: signer.verifier, first: 0n, last: undefined }];
const makeReceipts = createReceipts(
  origin,
  () => signer,
  () => 1_800_000_000_000,
);
let database: TestDatabase;
let groups: number[];
let appends: GroupCommit;
beforeEach(async () => {
  database = await copyDatabase();
  groups = [];
  const counted: MakeReceipts = (entries) => {
    groups.push(entries.length);
    return makeReceipts(entries);
  };
  appends = openGroupCommit(database.roles.gateway, counted, town.access, () => undefined);
});
afterEach(async () => {
  await appends.stop();
  await database.drop();
});

function anEntry(subjectId: string = randomUUID()): Entry {
  const subject: SubjectSegment = { kind: 'subject', id: subjectId, relationship: 'NONE', released: ['Resident.email'], withheld: [] };
  return createEntry(
    {
      id: randomUUID(),
      at: '2026-06-15T18:00:00.000Z',
      role: 'SUPPORT',
      purpose: 'CUSTOMER_SUPPORT',
      authority: null,
      operationHash: 'ab'.repeat(32),
      operationType: 'query',
      rootFields: [],
      inputs: [],
      policyVersion: '1',
      statementVersion: '1',
      outcome: 'ANSWERED',
    },
    [{ kind: 'principal', id: null }, { kind: 'case', case: null, authority: null }, subject],
  );
}

/** The ids of the staged entries, and the number of transactions that staged them. */
async function staged(): Promise<{ ids: string[]; transactions: number }> {
  const [row] = await database.asOwner<{ ids: string[]; transactions: number }>(
    'select array_agg(id::text order by id) as ids, count(distinct xmin::text)::int as transactions from access_log.staged',
  );
  return { ids: row!.ids ?? [], transactions: row!.transactions };
}

const idsOf = (entries: readonly Entry[]): string[] => entries.map(({ header }) => header.id).toSorted();

test('a single entry is committed at once, and its receipt follows the commit', async () => {
  const entry = anEntry();
  const receipt = await appends.append(entry);
  expect(await staged()).toEqual({ ids: [entry.header.id], transactions: 1 });
  expect(receipt).toMatchObject({ entry: entry.header.id, leafHash: entry.leafHash, promise: { size: 1, index: 0, proof: [] } });
  expect(verifyReceipt(receipt, keys, origin).time).toBe(1_800_000_000_000);
});

test('entries that arrive during a commit share the next one and its promise, up to the limit', async () => {
  const entries = Array.from({ length: 300 }, () => anEntry());
  const receipts = await Promise.all(entries.map((entry) => appends.append(entry)));
  expect(groups).toEqual([1, 128, 128, 43]);
  expect(await staged()).toEqual({ ids: idsOf(entries), transactions: 4 });
  expect(new Set(receipts.map(({ promise }) => promise.signed)).size).toBe(4);
  for (const [at, receipt] of receipts.entries()) {
    expect(receipt.entry).toBe(entries[at]!.header.id);
    verifyReceipt(receipt, keys, origin);
  }
});

test('after a shared commit fails, each entry is tried alone, and only the bad entry fails', async () => {
  const good = Array.from({ length: 5 }, () => anEntry());
  const entries = [...good.slice(0, 3), anEntry('nobody'), ...good.slice(3)];
  const settled = await Promise.allSettled(entries.map((entry) => appends.append(entry)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected', 'fulfilled', 'fulfilled']);
  expect(groups).toEqual([1, 5, 1, 1, 1, 1, 1]);
  expect((await staged()).ids).toEqual(idsOf(good));
  for (const outcome of settled) if (outcome.status === 'fulfilled') verifyReceipt(outcome.value, keys, origin);
});

test('a failure at the commit itself does not fail the other entries', async () => {
  const [first, bad, ...others] = Array.from({ length: 5 }, () => anEntry());
  await database.asOwner(
    `create function access_log.refuse() returns trigger language plpgsql as $$ begin
       if new.id = '${bad!.header.id}' then raise exception 'refused'; end if; return null; end $$;
     create constraint trigger refuse after insert on access_log.staged deferrable initially deferred
       for each row execute function access_log.refuse()`,
  );
  const settled = await Promise.allSettled([first!, bad!, ...others].map((entry) => appends.append(entry)));
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled']);
  expect((await staged()).ids).toEqual(idsOf([first!, ...others]));
});

test('an entry whose request is over, such as that of a client that went away, is dropped, and the next ones are stored', async () => {
  const over = new Deadline(60_000);
  over.cancel();
  await expect(appends.append(anEntry(), over)).rejects.toMatchObject({ code: 'REQUEST_OVERDUE' });
  const entries = [anEntry(), anEntry()];
  await Promise.all(entries.map((entry) => appends.append(entry)));
  expect((await staged()).ids).toEqual(idsOf(entries));
  expect(appends.waiting()).toBe(0);
});

test('an entry with unknown outcome is not retried and gets no receipt', async () => {
  await appends.append(anEntry());
  const cut = await whileLocked(async () => {
    const all = [1, 2, 3].map(() => appends.append(anEntry()).catch((error: { code?: string }) => error.code));
    await cutOff(2);
    expect(await all[0]).toBe('57P01');
    return all;
  });
  // The waiting entries were not sent yet: they are committed over a new connection.
  expect(await Promise.all(cut.slice(1))).toEqual([
    expect.objectContaining({ entry: expect.any(String) }),
    expect.objectContaining({ entry: expect.any(String) }),
  ]);
  expect(groups).toEqual([1, 1, 2]);
  expect((await staged()).ids).toHaveLength(3);
});

test('a shared commit with unknown outcome is not retried, because an entry could be stored twice', async () => {
  const codes = await whileLocked(async () => {
    const all = [1, 2, 3].map(() => appends.append(anEntry()).catch((error: { code?: string }) => error.code));
    // The first entry waits for the lock alone. The others share the next commit, which starts when the first connection is cut.
    await cutOff(1);
    expect(await all[0]).toBe('57P01');
    await cutOff(2);
    return Promise.all(all);
  });
  expect(codes).toEqual(['57P01', '57P01', '57P01']);
  expect(groups).toEqual([1, 2]);
  expect((await staged()).ids).toEqual([]);
});

/** Holds a lock on the staged entries until `work` has ended. */
async function whileLocked<Result>(work: () => Promise<Result>): Promise<Result> {
  const holder = new Client({ connectionString: database.roles.owner });
  await holder.connect();
  try {
    await holder.query('begin; lock table access_log.staged in access exclusive mode');
    return await work();
  } finally {
    await holder.end();
  }
}

/** Cuts the connections once so many groups were begun and the last waits for the lock. */
async function cutOff(group: number): Promise<void> {
  await until(async () => groups.length >= group && (await blocked()) > 0);
  await database.cutGateway();
}

/** The number of the gateway's statements that wait for a lock. */
async function blocked(): Promise<number> {
  const [row] = await database.asOwner<{ count: number }>(
    `select count(*)::int as count from pg_locks join pg_stat_activity using (pid) where not granted and usename = 'ntk_gateway' and datname = current_database()`,
  );
  return row!.count;
}

test('appends are refused while staging is impossible, and work again afterwards', async () => {
  await database.asOwner('revoke insert on access_log.staged from ntk_gateway');
  const settled = await Promise.allSettled([anEntry(), anEntry(), anEntry()].map((entry) => appends.append(entry)));
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
  await database.asOwner('grant insert on access_log.staged to ntk_gateway');
  await appends.append(anEntry());
  expect((await staged()).ids).toHaveLength(1);
});

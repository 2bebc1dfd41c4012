import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { postingKinds } from '../../../src/log/store/numbering/postings.ts';
import { eraseSegments } from '../../helpers/entries/change-entries.ts';
import { copyDatabase, type TestDatabase } from '../../helpers/database/cluster.ts';
import { storeEntries, type LoggedEntry } from '../../helpers/entries/store-entries.ts';

const { OPEN, OWN, ORDERED, CHECKED } = postingKinds;
const [person, other, police, order] = Array.from({ length: 4 }, () => randomUUID()) as [string, string, string, string];

let database: TestDatabase;
let client: Client;
beforeEach(async () => {
  database = await copyDatabase();
  client = new Client({ connectionString: database.roles.owner });
  await client.connect();
});
afterEach(async () => {
  await client.end();
  await database.drop();
});

function anEntry(seq: number, role: string, principal: string, mandate: string | null, subjects: readonly string[]): LoggedEntry {
  return {
    month: '2026-06-01',
    seq,
    id: randomUUID(),
    header: { at: '2026-06-15T18:00:00.000Z', role, purpose: 'SELF_SERVICE', rootFields: ['Query.me'], outcome: 'ANSWERED' },
    views: [{ relationship: 'SELF', released: ['Resident.email'], withheld: [] }],
    principal: { id: principal },
    matter: { case: null, authority: mandate },
    subjects: subjects.map((id) => ({ id, seen: 0 })),
  };
}

/** The content of the index: the person, the kind, the mandate and the numbers of each posting. */
async function postings(): Promise<unknown[][]> {
  const { rows } = await client.query<{ found: unknown[] }>(
    `select jsonb_build_array(subject_id, kind, authority_id, jsonb_agg(seq order by seq)) as found from access_log.about
     group by subject_id, kind, authority_id, first_seq`,
  );
  return rows.map(({ found }) => found);
}
const same = (found: unknown[][]) => expect.arrayContaining(found) as unknown;

const read = (numbers: readonly number[], subjects: readonly string[]): Promise<void> =>
  storeEntries(
    client,
    numbers.map((seq) => anEntry(seq, 'RESIDENT', person, null, subjects)),
  );
const erase = (seq: number, ordinal: number): Promise<void> => eraseSegments(database, `select ${seq} as seq, ${ordinal} as ordinal`);

test.each([0, 1, 2])('an erased data subject is taken from a posting with several entries: number %d', async (number) => {
  await read([0, 1, 2], [person, other]);
  expect(await postings()).toEqual(same([[person, OWN, null, [0, 1, 2]]]));
  await erase(number, 2);
  const left = [0, 1, 2].filter((one) => one !== number);
  const found = await postings();
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    same([
      [person, OWN, null, left],
      [other, OPEN, null, [0, 1, 2]],
    ]),
  );
});

test('the last entry of a posting takes the posting with it', async () => {
  await read([0], [person, other]);
  await erase(0, 2);
  expect(await postings()).toEqual([[other, OPEN, null, [0]]]);
});

test('the index no longer tells that a person whose segment as principal is erased read the own record', async () => {
  await read([0, 1], [person, other]);
  await erase(1, 0);
  const found = await postings();
  expect(found).toHaveLength(3);
  expect(found).toEqual(
    same([
      [person, OWN, null, [0]],
      [person, OPEN, null, [1]],
      [other, OPEN, null, [0, 1]],
    ]),
  );
});

test('an entry whose mandate is erased must be checked, and its postings no longer name the mandate', async () => {
  await storeEntries(
    client,
    [0, 1].map((seq) => anEntry(seq, 'LAW_ENFORCEMENT', police, order, [person])),
  );
  expect(await postings()).toEqual([[person, ORDERED, order, [0, 1]]]);
  await erase(0, 1);
  const found = await postings();
  expect(found).toHaveLength(2);
  expect(found).toEqual(
    same([
      [person, ORDERED, order, [1]],
      [person, CHECKED, null, [0]],
    ]),
  );
});

test('an erased segment, and one that never was, cannot be erased', async () => {
  await read([0], [person, other]);
  await erase(0, 2);
  for (const [number, ordinal] of [
    [0, 2],
    [0, 4],
    [0, -1],
    [1, 0],
  ]) {
    const [row] = await database.asOwner<{ done: boolean }>(`select access_log.erase(${number}, ${ordinal}, sha256('')) as done`);
    expect(row).toEqual({ done: false });
  }
  const [bare] = await database.asOwner<{ done: boolean }>(`select access_log.erase(0, 3, 'short') as done`);
  expect(bare).toEqual({ done: false });
});

import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { assertContinues, extendTree, openTree } from '../../../../src/log/store/numbering/extend-tree.ts';
import { copyDatabase, type TestDatabase } from '../../../helpers/database/cluster.ts';
import { newSigner } from '../../../helpers/log/synthetic-bundle.ts';

const signer = newSigner();
const origin = signer.verifier.name;
const signersOf = () => [signer];

let underWay = 0;
let most = 0;
let database: TestDatabase;
let client: Client;
beforeAll(async () => {
  database = await copyDatabase();
  client = new Client({ connectionString: database.roles.sequencer });
  await client.connect();
  // The driver queues statements that come while another is under way, and says that its next version will not.
  const send = client.query.bind(client) as (...given: readonly unknown[]) => Promise<unknown>;
  client.query = (async (...given: readonly unknown[]) => {
    underWay += 1;
    most = Math.max(most, underWay);
    try {
      return await send(...given);
    } finally {
      underWay -= 1;
    }
  }) as unknown as typeof client.query;
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** @returns the signed note of the tree of that size */
async function growTo(size: number): Promise<string> {
  const tree = await openTree(client, origin, signersOf);
  const leaves = Array.from({ length: size - Number(tree.edge.size) }, (_, at) => createHash('sha256').update(`${size} ${at}`).digest());
  return extendTree(client, tree, leaves, origin, signersOf);
}

test('a tree continues each of its earlier checkpoints, and the client runs one statement at a time', async () => {
  const notes: string[] = [];
  // Tiles that are partial and full, in one to three levels.
  for (const size of [1, 255, 256, 257, 65_535, 65_536, 65_537, 65_793, 66_000]) notes.push(await growTo(size));
  const tree = await openTree(client, origin, signersOf);
  for (const note of notes) await assertContinues(client, tree, note);
  expect(most).toBe(1);
});

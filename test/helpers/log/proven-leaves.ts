import { expect } from '@jest/globals';
import { verifyCheckpoint } from '../../../src/log/keys/log-keys.ts';
import { verifyInclusion } from '../../../src/log/proofs/proof.ts';
import { inclusionProof } from '../../../src/log/proofs/tree-proofs.ts';
import type { TestGateway } from '../gateway/gateway.ts';
import { storedTiles } from './stored-tiles.ts';

/** The stored leaves, each proven against the checkpoint. */
export async function provenLeaves(gateway: TestGateway): Promise<string[]> {
  const [checkpoint] = await gateway.database.asOwner<{ note: string }>('select note from access_log.checkpoint');
  const { size, root } = verifyCheckpoint(checkpoint!.note, gateway.logKeys.keys());
  const rows = await gateway.database.asOwner<{ seq: string; hash: Buffer }>(
    `select seq, sha256('\\x00'::bytea || substring(data from (34 * (seq % 256) + 3)::int for 32)) as hash
     from access_log.entry join access_log.tile on level = -1 and index = seq / 256 order by seq`,
  );
  expect(BigInt(rows.length)).toBe(size);
  const read = await storedTiles(gateway.database);
  for (const { seq, hash } of rows) {
    const index = BigInt(seq);
    verifyInclusion({ index, size, leafHash: hash, proof: await inclusionProof(index, size, read), root });
  }
  return rows.map(({ hash }) => hash.toString('hex'));
}

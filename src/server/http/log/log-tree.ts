import type { LogTree } from '../../../engine/request-context.ts';
import { encodeBase64 } from '../../../log/encoding/base64.ts';
import { parseDecimal } from '../../../log/encoding/decimal.ts';
import { LogError } from '../../../log/encoding/log-error.ts';
import { readCheckpoint, tilesOf } from '../../../log/store/publication/read-tree.ts';
import { formatProof } from '../../../log/proofs/tlog-proof.ts';
import { consistencyProof, inclusionProof } from '../../../log/proofs/tree-proofs.ts';

/** The access log's tree, for resolvers. */
export const logTree: LogTree = {
  async checkpoint(database) {
    return (await readCheckpoint(database))?.note ?? null;
  },
  async inclusionProof(database, number) {
    // The checkpoint is read after the number: a numbered entry is in the tree of every later checkpoint.
    const checkpoint = await readCheckpoint(database);
    if (!checkpoint) throw new LogError('LOG_SIZE_INVALID');
    const index = BigInt(number);
    const hashes = await inclusionProof(index, checkpoint.size, tilesOf(database));
    return formatProof({ index, hashes, checkpointNote: checkpoint.note });
  },
  async consistencyProof(database, from, to) {
    const [size1, size2, newest] = [parseDecimal(from), parseDecimal(to), await readCheckpoint(database)];
    if (size1 === undefined || size2 === undefined || !newest || size1 < 1n || size1 > size2 || size2 > newest.size) return undefined;
    return (await consistencyProof(size1, size2, tilesOf(database))).map(encodeBase64);
  },
};

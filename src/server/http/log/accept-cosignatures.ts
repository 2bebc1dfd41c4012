import { sql, type Database } from '../../../platform/sql/sql.ts';
import { verifyCosignatures } from '../../../log/keys/cosignature.ts';
import { LogError } from '../../../log/encoding/log-error.ts';
import { verifyCheckpoint } from '../../../log/keys/log-keys.ts';
import { claimedKeys, parseNote, signNote } from '../../../log/keys/note.ts';
import type { TreeWatch } from '../../../log/store/publication/watch-tree.ts';
import { readCheckpoint, tilesOf } from '../../../log/store/publication/read-tree.ts';
import { rootOf } from '../../../log/proofs/tree-proofs.ts';
import type { Verifier } from '../../../log/keys/verifier.ts';
import type { LogKeyStore } from '../../../log/store/publication/log-key-store.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';

/**
 * Stores the witnesses' cosignatures of a checkpoint of this log (C2SP tlog-cosignature). Lines of unknown witnesses are
 * ignored, and a checkpoint that is not this log's is refused, so that strangers can't fill the disk.
 * @param note the log's checkpoint with the witnesses' lines
 * @param tree learns of a checkpoint that is larger than the log
 * @throws PrivacyError COSIGNATURE_INVALID
 */
export async function acceptCosignatures(
  database: Database,
  logKeys: LogKeyStore,
  witnesses: readonly Verifier[],
  note: string,
  tree?: Pick<TreeWatch, 'remind'>,
): Promise<void> {
  const { size, root, times, lines } = verified(note, logKeys, witnesses);
  const newest = await readCheckpoint(database);
  // The witness got it from this log, so the log has lost the entries beyond its own size.
  if (times.length > 0 && size > (newest?.size ?? 0n)) tree?.remind({ origin: logKeys.origin, size, root });
  if (!newest || size > newest.size || times.length === 0) throw new PrivacyError('COSIGNATURE_INVALID');
  if (Buffer.compare(await rootOf(size, tilesOf(database)), root) !== 0) throw new PrivacyError('COSIGNATURE_INVALID');
  const { text } = parseNote(note);
  const signed = signNote(text, logKeys.signersOf(size));
  for (const { witness, time } of times) {
    await sql`
      insert into access_log.cosignature (size, witness, time, note, line)
      values (${size}, ${witness.vkey}, ${time}, ${signed}, ${lines.get(witness)!})
      on conflict (size, witness) do nothing`.execute(database);
  }
}

function verified(note: string, logKeys: LogKeyStore, witnesses: readonly Verifier[]) {
  try {
    const { size, root } = verifyCheckpoint(note, logKeys.keys(), logKeys.origin);
    const { signatures } = parseNote(note);
    const times = verifyCosignatures(note, witnesses);
    // A witness can have several lines. This is the one with the stored time: the 8 bytes before the signature.
    const lineOf = ({ witness, time }: (typeof times)[number]): string =>
      signatures.find((line) => claimedKeys(line, [witness]).length > 0 && Buffer.from(line.signature).readBigUInt64BE() === time)!.line;
    const lines = new Map(times.map((one) => [one.witness, lineOf(one)]));
    return { size, root, times, lines };
  } catch (error) {
    if (error instanceof LogError) throw new PrivacyError('COSIGNATURE_INVALID');
    throw error;
  }
}

import { mostListed } from '../finding-list.ts';
import type { LogSource } from '../source/log-source.ts';
import type { WitnessedTree } from '../trees/older-trees.ts';
import type { VerifyOptions } from '../verification.ts';

/** Lists what this source and these options could not prove, one sentence each. */
export function listUnproven(
  source: LogSource,
  { since, receipts = [] }: VerifyOptions,
  read: 'WHOLE' | 'PART' | undefined,
  // Witnesses that signed. A known witness without a signature proves nothing: a false copy of the log omits its line.
  witnessed: readonly WitnessedTree[],
): string[] {
  const sentences: string[] = [];
  if (!read) sentences.push('There is no valid checkpoint and no stored size, so no tree was read.');
  if (read === 'PART') sentences.push(`Reading stopped after ${mostListed} findings: the root and the earlier trees were not compared.`);
  if (!source.entries) sentences.push('This source has only the tree: entries, segments and the index by data subject were not verified.');
  if (since === undefined && witnessed.length === 0) {
    sentences.push('That the log was not rolled back and has no second history: give an older checkpoint or a witness that cosigned it.');
  }
  if (receipts.length === 0) sentences.push('That every promised entry is in the tree: give receipts.');
  else if (witnessed.length === 0)
    sentences.push('That no promised entry came late: checkpoints have no time. Give a witness that cosigned them.');
  return sentences;
}

import { mostListed } from '../finding-list.ts';
import type { LogSource } from './log-source.ts';
import type { WitnessedTree } from './older-trees.ts';
import type { VerifyOptions } from './verification.ts';

/** What could not be shown with this source and these options, a sentence each. */
export function listUnproven(
  source: LogSource,
  { since, receipts = [] }: VerifyOptions,
  read: 'WHOLE' | 'PART' | undefined,
  // A witness who is known but has signed nothing here shows nothing: whoever serves a false copy leaves the line out.
  witnessed: readonly WitnessedTree[],
): string[] {
  const sentences: string[] = [];
  if (!read) sentences.push('No checkpoint that holds says what tree there is: nothing under it was read.');
  if (read === 'PART')
    sentences.push(`After ${mostListed} findings it was not read further: neither its root nor what it continues was compared.`);
  if (!source.entries)
    sentences.push('This source shows the tree alone: entries, openings and the index by data subject were not verified.');
  if (since === undefined && witnessed.length === 0) {
    sentences.push('That the log was not rolled back, and has no second history, shows only against an older checkpoint or a witness.');
  }
  if (receipts.length === 0) sentences.push('That every promised entry is in the tree shows only against receipts.');
  else if (witnessed.length === 0)
    sentences.push("Checkpoints hold no time: that a promised entry came late shows only against a witness's time.");
  return sentences;
}

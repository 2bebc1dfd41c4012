import type { LogSource } from './log-source.ts';
import type { VerifyOptions } from './verification.ts';

/** What could not be shown with this source and these options, a sentence each. */
export function notShown(source: LogSource, { since, witnesses = [], receipts = [] }: VerifyOptions, read: boolean): string[] {
  const sentences: string[] = [];
  if (!read) sentences.push('No checkpoint that holds says what tree there is: nothing under it was read.');
  if (!source.entries)
    sentences.push('This source shows the tree alone: entries, openings and the index by data subject were not verified.');
  if (since === undefined && witnesses.length === 0) {
    sentences.push('That the log was not rolled back, and has no second history, shows only against an older checkpoint or a witness.');
  }
  if (receipts.length === 0) sentences.push('That every promised entry is in the tree shows only against receipts.');
  else if (witnesses.length === 0)
    sentences.push("Checkpoints hold no time: that a promised entry came late shows only against a witness's time.");
  return sentences;
}

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpoint } from '../transparency-log/checkpoint.ts';
import { parseNote } from '../transparency-log/note.ts';
import type { LastSigned } from '../access-log/sequencer.ts';

/** Where the checkpoint that was signed last is kept, for the sequencer and for whoever verifies. */
export function lastSignedFile(dataDirectory: string): string {
  return join(dataDirectory, 'log-checkpoint.txt');
}

/**
 * Opens the memory of what was signed last, in the data directory that all instances share. Whoever puts an
 * older state of the database back must take the file away, and says with that that the log is another one.
 */
export function openLastSigned(dataDirectory: string): LastSigned {
  const file = lastSignedFile(dataDirectory);
  const read = (): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  return {
    read,
    write(note) {
      // Of two sequencers that signed one after the other, either may come here first.
      const before = read();
      if (before !== undefined && sizeOf(before) >= sizeOf(note)) return;
      const beside = `${file}.${process.pid}`;
      writeFileSync(beside, note);
      renameSync(beside, file);
    },
  };
}

function sizeOf(note: string): bigint {
  return parseCheckpoint(parseNote(note).text).size;
}

import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCheckpoint } from '../../tree/checkpoint.ts';
import { parseNote } from '../../keys/note.ts';
import type { LastSigned } from './sequencer.ts';

/** The file that holds the last signed checkpoint, for the sequencer and for verifiers. */
export function lastSignedFile(dataDirectory: string): string {
  return join(dataDirectory, 'log-checkpoint.txt');
}

/**
 * Opens the record of the last signed checkpoint, in the data directory that all instances share. An operator who
 * restores an older backup must remove the file. This declares that a new history begins.
 */
export function openLastSigned(dataDirectory: string): LastSigned {
  const file = lastSignedFile(dataDirectory);
  const read = (): string | undefined => (existsSync(file) ? readFileSync(file, 'utf8') : undefined);
  return {
    read,
    write(note) {
      mkdirSync(dataDirectory, { recursive: true });
      // Two sequencers that signed one after the other may write in either order.
      const earlier = read();
      if (earlier !== undefined && sizeOf(earlier) >= sizeOf(note)) return;
      const temporary = `${file}.${process.pid}`;
      writeFileSync(temporary, note);
      renameSync(temporary, file);
    },
  };
}

function sizeOf(note: string): bigint {
  return parseCheckpoint(parseNote(note).text).size;
}

import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A wrong state of the files or the database, and how to leave it. */
export interface Wrong {
  readonly make: () => Promise<void> | void;
  readonly undo: () => Promise<void> | void;
}

/** A file that holds another text, or is gone. */
export function withText(file: string, text: string | undefined): Wrong {
  let kept: string;
  return {
    make: () => {
      kept = readFileSync(file, 'utf8');
      if (text === undefined) rmSync(file);
      else writeFileSync(file, text);
    },
    undo: () => writeFileSync(file, kept, { mode: 0o600 }),
  };
}

/** Every file of a directory: path and digest, sorted. */
export function filesIn(directory: string): readonly (readonly [path: string, digest: string])[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .filter((path) => statSync(join(directory, path)).isFile())
    .map((path) => [
      path,
      createHash('sha256')
        .update(readFileSync(join(directory, path)))
        .digest('hex'),
    ]);
}

/** A checkpoint of a log with a million entries. */
export const largerLog = `need-to-know.example/log\n1000000\n${randomBytes(32).toString('base64')}\n\n— need-to-know.example/log ${randomBytes(68).toString('base64')}\n`;

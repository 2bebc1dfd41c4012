import { readFileSync, rmSync, writeFileSync } from 'node:fs';

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

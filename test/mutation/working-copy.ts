import { cpSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A copy of the repository in which files can be changed safely. */
export interface WorkingCopy {
  readonly root: string;
  /** Writes a file's text; the path is relative to the repository. */
  write(file: string, text: string): void;
  remove(): void;
}

/** Packages of benchmarks and comparisons are no part of it. */
const isOwn = (path: string): boolean => !path.endsWith('/node_modules');
const left: readonly string[] = ['.git', 'node_modules', '.data'];

/**
 * Copies the repository into a temporary folder. Installed packages are linked, not copied.
 * @param from the root of the repository or of another copy
 */
export function copyRepository(from: string): WorkingCopy {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ntk-mutate-')));
  for (const name of readdirSync(from)) {
    if (!left.includes(name)) cpSync(join(from, name), join(root, name), { recursive: true, filter: isOwn });
  }
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
  // Jest caches files by modification time, so no two writes may have the same time.
  let time = Math.floor(Date.now() / 1000);
  return {
    root,
    write(file, text) {
      writeFileSync(join(root, file), text);
      time += 1;
      utimesSync(join(root, file), time, time);
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Sources } from './anchor/sources.ts';

/** A copy of the working tree in a temporary folder, in which sabotages are made. */
export interface Copy {
  readonly root: string;
  readonly sources: Sources;
  has(file: string): boolean;
  read(file: string): string;
  write(file: string, text: string): void;
  remove(): void;
}

/**
 * The files of the working tree that git tracks or does not ignore.
 * @throws Error if git cannot list them
 */
export function listFiles(root: string): readonly string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  // git also lists a file that is deleted but not yet committed.
  return [...new Set(listed.split('\0'))].filter((file) => file !== '' && existsSync(join(root, file)));
}

/**
 * Copies the files of the working tree; installed packages are linked.
 * @param from the repository's root
 * @throws Error if git cannot list the files
 */
export function copyTree(from: string): Copy {
  const files = listFiles(from);
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'ntk-sabotage-')));
  for (const file of files) {
    mkdirSync(dirname(join(root, file)), { recursive: true });
    copyFileSync(join(from, file), join(root, file));
  }
  symlinkSync(join(from, 'node_modules'), join(root, 'node_modules'));
  const read = (file: string): string => readFileSync(join(root, file), 'utf8');
  return {
    root,
    sources: new Sources(files, read),
    has: (file) => existsSync(join(root, file)),
    read,
    write: (file, text) => writeFileSync(join(root, file), text),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

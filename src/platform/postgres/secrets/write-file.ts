import { chownSync, mkdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file, flushed to disk. Where the administrator of the machine writes (root), the file belongs to the owner of its
 * folder: a command in the gateway's data directory must not leave a file there that the gateway cannot read.
 * @param mode the permissions of a new file
 */
export function writeFileFor(file: string, text: string, mode: number): void {
  writeFileSync(file, text, { mode, flush: true });
  giveToOwnerOf(dirname(file), file);
}

/** The same, and a reader sees all of the old text or all of the new. A crash loses neither. */
export function replaceFile(file: string, text: string, mode: number): void {
  const next = `${file}.${process.pid}`;
  writeFileFor(next, text, mode);
  renameSync(next, file);
}

/** Makes a folder unless it exists. It belongs to the owner of the folder that it is in, like a file of `writeFileFor`. */
export function makeFolderFor(folder: string, mode?: number): void {
  const made = mkdirSync(folder, { recursive: true, ...(mode === undefined ? {} : { mode }) });
  if (made !== undefined) giveToOwnerOf(dirname(folder), folder);
}

function giveToOwnerOf(folder: string, path: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (statSync(path).uid !== uid) chownSync(path, uid, gid);
}

import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A small disk in memory that can be filled completely. */
export interface Disk {
  readonly path: string;
  fill(): void;
  empty(): void;
  unmount(): void;
}

const mebibyte = 1024 * 1024;

/**
 * Mounts a disk.
 * @param directory is created if it is missing
 * @throws Error if this account may not mount
 */
export function mountDisk(directory: string, mebibytes: number): Disk {
  mkdirSync(directory, { recursive: true, mode: 0o755 });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0755`, 'tmpfs', directory], { stdio: ['ignore', 'ignore', 'pipe'] });
  const ballast = join(directory, 'ballast');
  return {
    path: directory,
    fill: () => {
      const file = openSync(ballast, 'w');
      // Whole mebibytes first, then the rest in pages.
      for (const piece of [Buffer.alloc(mebibyte), Buffer.alloc(4096)]) while (hasTaken(file, piece));
      closeSync(file);
      if (statfsSync(directory).bavail > 0) throw new Error('The disk could not be filled.');
    },
    empty: () => rmSync(ballast, { force: true }),
    // Lazy unmount: a process with an open file there must not block the end of the command.
    unmount: () => void execFileSync('umount', ['-l', directory], { stdio: 'ignore' }),
  };
}

function hasTaken(file: number, piece: Buffer): boolean {
  try {
    return writeSync(file, piece) === piece.length;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
    throw error;
  }
}

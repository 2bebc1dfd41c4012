import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { mostBytes, type ReadPath } from './tiles-source.ts';
import { unreadable } from '../options/unreadable.ts';

/** Reads paths of a log that is stored as files. */
export function readDirectory(directory: string): ReadPath {
  return async (path) => {
    const file = join(directory, path);
    // Opening a pipe without a writer would block forever.
    const handle = await open(file, constants.O_RDONLY | constants.O_NONBLOCK).catch((error: NodeJS.ErrnoException) => {
      if (['ENOENT', 'ENOTDIR'].includes(error.code ?? '')) return undefined;
      throw error;
    });
    if (!handle) return undefined;
    try {
      const status = await handle.stat();
      // A device may be endless.
      if (!status.isFile()) throw unreadable(`--from has something at ${path} that is no file`);
      const bytes = Buffer.alloc(Math.min(status.size, mostBytes + 1));
      const { bytesRead } = await handle.read(bytes, 0, bytes.length, 0);
      return bytes.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  };
}

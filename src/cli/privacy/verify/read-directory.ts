import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ReadPath } from './tiles-source.ts';

/** Reads paths of a log that is kept as files. */
export function readDirectory(directory: string): ReadPath {
  return async (path) => {
    try {
      return await readFile(join(directory, path));
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
      throw error;
    }
  };
}

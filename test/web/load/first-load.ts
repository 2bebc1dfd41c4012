import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, type Manifest } from './built-chunks.ts';

/** The chunks that the first page of a resident loads, in a language. */
export function firstLoadOfResident(manifest: Manifest, language: string): readonly string[] {
  const pages = readFileSync(new URL('../../../web/src/resident/pages.ts', import.meta.url), 'utf8');
  const [, first] = /path: '\/',.*import\('\.\/([^']+)'\)/.exec(pages) ?? [];
  if (first === undefined) throw new Error('web/src/resident/pages.ts has no page at /');
  return filesOf(manifest, [
    'index.html',
    `../locales/${language}/web/shared.po`,
    'src/resident/pages.ts',
    `../locales/${language}/web/resident.po`,
    `src/resident/${first}`,
    'src/resident/printable/printable.tsx',
    // Loaded once the first page is there.
    'src/session/watch-session.ts',
  ]);
}

/** Bytes of files of the built pages, as they are sent with gzip. */
export function zippedBytes(folder: string, files: readonly string[]): number {
  return files.reduce((sum, file) => sum + statSync(join(folder, `${file}.gz`)).size, 0);
}

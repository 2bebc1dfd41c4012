import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { TestFile } from './coverage-of.ts';

/** Where the tests of this repository are. */
export const testFolder = fileURLToPath(new URL('../../../../test/', import.meta.url));

/**
 * Reads all test files of a folder, sorted by name.
 * @throws {PrivacyError} SETTING_INVALID: the folder cannot be read
 */
export function readTests(folder: string): readonly TestFile[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.test.ts'))
      .toSorted()
      .map((name) => ({ name, source: readFileSync(join(folder, name), 'utf8') }));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw new PrivacyError('SETTING_INVALID', { problems: [`--tests: the folder can’t be read (${code})`] });
  }
}

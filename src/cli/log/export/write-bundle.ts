import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SignedBundle } from '../../../log/bundle/bundle.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { MadeBundle } from './make-bundle.ts';

/**
 * Creates the directory of a bundle, readable only by the current user.
 * @throws {PrivacyError} SETTING_INVALID: it is not empty, or cannot be created
 */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (readdirSync(directory).length === 0) return;
  } catch {
    // It is a file, or must not be created: either way another name is needed.
  }
  throw new PrivacyError('SETTING_INVALID', { problems: ['--out: a directory that is empty, or can be made'] });
}

/** Writes a bundle, its checkpoint and its tiles (C2SP tlog-tiles). `bundle.json` comes last: if it is there, all is. */
export function writeBundle(directory: string, { checkpoint, tiles }: MadeBundle, signed: SignedBundle): void {
  const write = (path: string, data: string | Uint8Array): void => {
    const file = join(directory, path);
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, data, { mode: 0o600 });
  };
  write('checkpoint', checkpoint);
  for (const [path, bytes] of tiles) write(path, bytes);
  write('bundle.json', `${JSON.stringify(signed)}\n`);
}

import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SignedBundle } from '../../../transparency-log/bundle/bundle.ts';
import { PrivacyError } from '../../../errors.ts';
import type { MadeBundle } from './make-bundle.ts';

/**
 * Makes the directory of a bundle; nobody else on this machine may look in.
 * @throws PrivacyError SETTING_INVALID where there is something in it, or where it can't be made
 */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    if (readdirSync(directory).length === 0) return;
  } catch {
    // A file of that name, or no right to make it: either way it is another name that is needed.
  }
  throw new PrivacyError('SETTING_INVALID', { problems: ['--out: a directory that is empty, or can be made'] });
}

/** Writes a bundle, its checkpoint and its tiles (C2SP tlog-tiles); `bundle.json` last, so that it stands for the whole. */
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

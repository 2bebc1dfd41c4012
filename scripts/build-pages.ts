import { globSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { Command } from 'commander';
import { referenceSources, writeReference } from './build-pages/write-reference.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const built = join(root, 'web/dist');
/** The sources of the pages. */
const sources = [
  'web/src',
  'web/index.html',
  'web/developer.html',
  'web/vite.config.ts',
  'web/vite',
  'lingui.config.ts',
  'locales',
  'src/identity/pages/layout/tokens.css',
  'client/src',
  'package-lock.json',
  ...referenceSources,
];

/** Builds the pages of `web/` into `web/dist`: hashed files with compressed copies next to them, and the documents that the gateway trusts. */
export async function buildPages(): Promise<void> {
  // Loaded only now: an installation without the packages of development serves pages that were built before.
  const { build } = await import('vite');
  writeReference(root);
  // A gateway that serves the pages meanwhile goes on with the old ones.
  const outDir = `${built}.${process.pid}`;
  try {
    await build({ configFile: join(root, 'web/vite.config.ts'), logLevel: 'error', build: { outDir, emptyOutDir: true } });
    const assets = join(outDir, 'assets');
    await Promise.all(readdirSync(assets).map((name) => compress(join(assets, name))));
    writeFileSync(join(outDir, 'persisted-documents.json'), JSON.stringify(documents(), null, 2));
    rmSync(built, { recursive: true, force: true });
    renameSync(outDir, built);
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}

/** Whether the pages were never built, or something that they are made of is newer. */
export function isStale(): boolean {
  const made = statSync(join(built, 'index.html'), { throwIfNoEntry: false })?.mtimeMs;
  return made === undefined || sources.some((source) => newestIn(join(root, source)) > made);
}

async function compress(file: string): Promise<void> {
  const bytes = readFileSync(file);
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }));
}

/** The documents of all roles. */
function documents(): Readonly<Record<string, string>> {
  const files = globSync('web/src/*/generated/persisted-documents.json', { cwd: root });
  return Object.assign({}, ...files.toSorted().map((file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as object));
}

function newestIn(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

// `npm run -s build`; `npm start` runs it with --if-stale before.
if (import.meta.main)
  await new Command('build')
    .description('Builds the pages into web/dist.\nExit codes: 0 built or fresh, 1 failed.')
    .option('--if-stale', 'does nothing if they are newer than what they are made of')
    .action(async ({ ifStale }: { readonly ifStale?: boolean }) => {
      if (ifStale && !isStale()) return;
      process.stdout.write('building the pages\n');
      await buildPages();
    })
    .parseAsync();

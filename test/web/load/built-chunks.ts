import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { partFolders } from '../../../web/role-folders.ts';

/** A chunk as Vite's manifest lists it, by its source or name. */
interface Chunk {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** The chunks of the built pages. */
export type Manifest = Readonly<Record<string, Chunk>>;

/** The sources of the chunks: paths in `web/`, by file. */
export type Modules = Readonly<Record<string, readonly string[]>>;

/** @param folder of the built pages */
export function readBuilt(folder: string): { readonly manifest: Manifest; readonly modules: Modules } {
  const read = (name: string): unknown => JSON.parse(readFileSync(join(folder, '.vite', name), 'utf8'));
  return { manifest: read('manifest.json') as Manifest, modules: read('modules.json') as Modules };
}

/** The script files that a browser loads for these chunks: their own, and those that they import before they run. */
export function filesOf(manifest: Manifest, chunks: readonly string[]): readonly string[] {
  return walk(manifest, chunks, ({ imports = [] }) => imports);
}

/**
 * The files that the browser of a person in a role can load: everything that is imported at any time, without the start of another role's
 * pages.
 */
export function filesOfRole(manifest: Manifest, role: string, parts: readonly string[] = partFolders): readonly string[] {
  const others = parts.filter((folder) => folder !== role).map((folder) => `src/${folder}/pages.ts`);
  return walk(manifest, ['index.html'], ({ imports = [], dynamicImports = [] }) =>
    [...imports, ...dynamicImports].filter((chunk) => !others.includes(chunk)),
  );
}

/** The modules and sentences of other roles that the browser of a person in a role can load. */
export function foreignModules(
  manifest: Manifest,
  modules: Modules,
  role: string,
  parts: readonly string[] = partFolders,
): readonly string[] {
  const others = parts.filter((folder) => folder !== role).join('|');
  const foreign = new RegExp(String.raw`^(?:src/(?:${others})/|\.\./locales/\w+/web/(?:${others})(?:-later)?\.po$)`);
  return filesOfRole(manifest, role, parts)
    .flatMap((file) => modules[file] ?? [])
    .filter((module) => foreign.test(module));
}

function walk(manifest: Manifest, from: readonly string[], next: (chunk: Chunk) => readonly string[]): readonly string[] {
  const seen = new Set<string>();
  const waiting = [...from];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (seen.has(name)) continue;
    const chunk = manifest[name];
    if (!chunk) throw new Error(`there is no chunk ${name}`);
    seen.add(name);
    waiting.push(...next(chunk));
  }
  return [...new Set([...seen].map((name) => manifest[name]!.file))].filter((file) => file.endsWith('.js'));
}

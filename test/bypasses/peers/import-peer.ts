import { readFileSync } from 'node:fs';

/**
 * Imports a package of this folder. The name is not a literal, so that a check of this repository does not need the packages installed.
 * `Module` is the part that the caller uses.
 */
export async function importPeer<Module>(name: string): Promise<Module> {
  return (await import(name)) as Module;
}

/** The version of a package of this folder. */
export function versionOfPeer(name: string): string {
  const text = readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly version: string }).version;
}

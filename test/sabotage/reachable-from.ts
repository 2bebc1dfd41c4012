import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';

/** An import of a value from a file of the tree, static or dynamic. */
const imported = /^(?:import|export)\s(?!type\s)[^;]*?\sfrom\s+'(\.[^']+)'|^import\s+'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

/**
 * The files that a module loads, itself among them.
 * @param module relative to the root, as the files are
 */
export function reachableFrom(root: string, module: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [module];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file) || !existsSync(join(root, file))) continue;
    reached.add(file);
    for (const [, from, bare, dynamic] of readFileSync(join(root, file), 'utf8').matchAll(imported)) {
      waiting.push(relative(root, join(root, dirname(file), from ?? bare ?? dynamic!)));
    }
  }
  return reached;
}

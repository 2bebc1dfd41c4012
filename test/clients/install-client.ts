import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/**
 * Installs client/ in an application as it is published: built, without its sources. The peers come from the repository.
 * @param directory the application's
 * @param packages what else its `node_modules` has, by the names of their folders
 */
export async function installClient(directory: string, packages: readonly string[]): Promise<void> {
  const modules = join(directory, 'node_modules');
  mkdirSync(join(modules, 'need-to-know-client'), { recursive: true });
  cpSync('client/package.json', join(modules, 'need-to-know-client/package.json'));
  for (const name of packages) symlinkSync(join(process.cwd(), 'node_modules', name), join(modules, name));
  await promisify(execFile)('tsc', ['--project', 'client', '--outDir', join(modules, 'need-to-know-client/dist')]);
}

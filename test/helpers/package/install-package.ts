import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = fileURLToPath(new URL('../../../', import.meta.url));

/**
 * Packs this package as it is, and puts the tarball's content into examples, where they find it like an installed package. Its dependencies
 * they find above, at those of the repository.
 * @returns the paths of the packed files
 */
export async function installPackage(examples: readonly string[]): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'ntk-package-'));
  try {
    const { stdout } = await run('npm', ['pack', '--json', '--pack-destination', folder], { cwd: root, maxBuffer: 16 * 1024 * 1024 });
    const [packed] = JSON.parse(stdout) as [{ readonly filename: string; readonly files: readonly { readonly path: string }[] }];
    for (const example of examples) {
      const modules = join(root, 'examples', example, 'node_modules');
      rmSync(modules, { recursive: true, force: true });
      mkdirSync(modules);
      await run('tar', ['-xzf', join(folder, packed.filename), '-C', modules]);
      renameSync(join(modules, 'package'), join(modules, 'need-to-know'));
    }
    return packed.files.map(({ path }) => path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

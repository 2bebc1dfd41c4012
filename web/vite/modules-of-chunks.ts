import { relative } from 'node:path';
import type { Plugin } from 'vite';

/**
 * Writes down what each chunk is made of, by paths in a folder, beside the manifest. A test finds code there that a role must not load.
 * @param root the folder
 */
export function modulesOfChunks(root: string): Plugin {
  return {
    name: 'modules-of-chunks',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).flatMap((output) =>
        output.type === 'chunk' ? [[output.fileName, output.moduleIds.map((id) => relative(root, id))] as const] : [],
      );
      this.emitFile({ type: 'asset', fileName: '.vite/modules.json', source: JSON.stringify(Object.fromEntries(chunks), null, 2) });
    },
  };
}

import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/** A document where a page declares it: its text names the operation. */
const declared = /\bgraphql\(`\s*(?:query|mutation)\s+(\w+)[^`]*`\)/g;

/**
 * Puts each document into the module that declares it. The function of the generated code would bring the documents of all pages along.
 * A document that was not generated fails the build.
 * @param root the folder whose `src/` has a folder `generated` in each folder with documents
 */
export function ownDocuments(root: string): Plugin {
  return {
    name: 'own-documents',
    enforce: 'pre',
    async transform(code, id) {
      const [, folder] = /\/src\/([^/]+)\/(?!generated\/).*\.tsx?$/.exec(id) ?? [];
      if (folder === undefined || !id.startsWith(root) || !code.includes('graphql(`')) return undefined;
      const generated = `${root}/src/${folder}/generated/graphql.ts`;
      const documents = (await import(pathToFileURL(generated).href)) as Readonly<Record<string, unknown>>;
      return code.replaceAll(declared, (_call, name: string) => {
        const document = documents[`${name}Document`];
        if (document === undefined) throw new Error(`${generated} has no document ${name}: run npm run -s update`);
        return JSON.stringify(document);
      });
    },
  };
}

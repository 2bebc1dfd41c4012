import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import root from '../codegen.ts';
import { operationFolders } from './role-folders.ts';

const scalars = { DateTime: 'string', LocalDate: 'string', Money: 'string' } as const;

/**
 * Types of the pages' operations, and manifests by which the gateway trusts their documents. A folder for each role, so that no browser
 * loads the operations of another, and one for what all roles share.
 */
const config: CodegenConfig = {
  schema: root.schema!,
  generates: {
    'web/src/generated/vocabulary.ts': { plugins: ['typescript'], config: { enumsAsTypes: true, onlyEnums: true } },
    ...Object.fromEntries(
      operationFolders.map((folder) => [
        `web/src/${folder}/generated/`,
        {
          preset,
          documents: [`web/src/${folder}/**/*.{ts,tsx}`, `!web/src/${folder}/generated/**`],
          documentTransforms: [addTypenameSelectionDocumentTransform],
          presetConfig: { fragmentMasking: false, persistedDocuments: { hashAlgorithm: 'sha256' } },
          config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars },
        },
      ]),
    ),
  },
};

export default config;

import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';
import type { CodegenConfig } from '@graphql-codegen/cli';

const config: CodegenConfig = {
  schema: 'schema.graphql',
  documents: ['profile.ts'],
  // Modules of Node want extensions; leave it out for a bundler.
  importExtension: '.js',
  generates: {
    'gql/': {
      preset: 'client',
      // Apollo Client and urql send a __typename in each selection.
      documentTransforms: [addTypenameSelectionDocumentTransform],
      presetConfig: { persistedDocuments: { hashAlgorithm: 'sha256' } },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        strictScalars: true,
        scalars: { DateTime: 'string', LocalDate: 'string', Money: 'string' },
      },
    },
  },
};

export default config;

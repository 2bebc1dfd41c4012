import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';

// Every object is a plain row with just the permitted columns, so its type can't list them.
const text = readdirSync('schema').map((name) => readFileSync(`schema/${name}`, 'utf8'));
const objects = text.flatMap((file) => [...file.matchAll(/^type (\w+)/gm)].map(([, name]) => name!));
const rows = objects.filter((name) => name !== 'Query' && name !== 'Mutation').map((name) => [name, '../records/row.ts#Row']);

const shared = {
  enumsAsConst: true,
  namingConvention: { enumValues: 'keep' },
  useTypeImports: true,
  scalars: { DateTime: 'string', LocalDate: 'string', Money: 'string' },
  immutableTypes: true,
  inputMaybeValue: 'T | null | undefined',
  noSchemaStitching: true,
} as const;

// Two files: every layer may use the vocabulary; only resolvers use their types, which know the context of a request.
const config: CodegenConfig = {
  schema: 'schema/*.graphql',
  generates: {
    'src/generated/schema.ts': { plugins: ['typescript'], config: shared },
    'src/resolvers/generated.ts': {
      plugins: [{ add: { content: "import type * as Types from '../generated/schema.ts';" } }, 'typescript-resolvers'],
      config: {
        ...shared,
        namespacedImportName: 'Types',
        contextType: '../context.ts#GraphQLContext',
        mappers: Object.fromEntries(rows),
        optionalResolveType: true,
      },
    },
  },
};

export default config;

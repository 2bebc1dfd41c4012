import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { buildSchema, isAbstractType, isObjectType, print } from 'graphql';
import { fieldsWithoutRecord } from './scripts/fields-without-record.ts';
import { parseSchema } from './src/server/spine/document/parse-schema.ts';

// Every object is a plain row: it has at most the fields of its type, and only the permitted ones.
const text = readdirSync('schema').map((name) => readFileSync(`schema/${name}`, 'utf8'));
const objects = text.flatMap((file) => [...file.matchAll(/^type (\w+)/gm)].map(([, name]) => name!));
const rows = objects.filter((name) => name !== 'Query' && name !== 'Mutation').map((name) => [name, `Row<Types.${name}>`]);

const imports = ["import type * as Types from './schema.ts';", "import type { Row } from '../../rows/row.ts';"];

const shared = {
  enumsAsConst: true,
  namingConvention: { enumValues: 'keep' },
  useTypeImports: true,
  scalars: { DateTime: 'string', LocalDate: 'string', Money: 'string' },
  immutableTypes: true,
  inputMaybeValue: 'T | null | undefined',
  noSchemaStitching: true,
} as const;

/** What the caches of client libraries must know of the schema. */
function cacheTypes(): string {
  const schema = buildSchema(text.join('\n'));
  const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));
  const possible = types.filter(isAbstractType).map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]);
  const entities = ['Query', 'Mutation'];
  const withoutId = types.filter((type) => isObjectType(type) && !type.getFields()['id'] && !entities.includes(type.name));
  return [
    '/** The object types of each interface and union. */',
    `export const possibleTypes = ${JSON.stringify(Object.fromEntries(possible), null, 2)};`,
    '/** The object types whose objects have no identity of their own. */',
    `export const typesWithoutId = ${JSON.stringify(
      withoutId.map(({ name }) => name),
      null,
      2,
    )};`,
  ].join('\n');
}

/** The root fields that open no record, for the access history. */
function recordless(): string {
  return [
    '/** The root fields of the query that return a page or reach no object with a data subject. */',
    `export const fieldsWithoutRecord: readonly string[] = ${JSON.stringify(fieldsWithoutRecord(buildSchema(text.join('\n'))), null, 2)};`,
  ].join('\n');
}

// Files of their own: every layer may use the vocabulary; only resolvers use their types, which know the context of a request.
const config: CodegenConfig = {
  schema: text.map((file) => print(parseSchema(file))),
  generates: {
    'src/town/shared/graphql/generated/schema.ts': { plugins: ['typescript'], config: shared },
    'src/town/shared/graphql/generated/fields-without-record.ts': { plugins: [{ add: { content: recordless() } }] },
    'client/src/generated/types.ts': { plugins: [{ add: { content: cacheTypes() } }] },
    'src/town/shared/graphql/generated/resolvers.ts': {
      plugins: [{ add: { content: imports } }, 'typescript-resolvers'],
      config: {
        ...shared,
        namespacedImportName: 'Types',
        contextType: '../../../../engine/request-context.ts#GraphQLContext',
        mappers: Object.fromEntries(rows),
        optionalResolveType: true,
      },
    },
  },
};

export default config;

import { readdirSync, readFileSync } from 'node:fs';
import type { CodegenConfig } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform, preset } from '@graphql-codegen/client-preset';
import { buildSchema, isObjectType, Kind } from 'graphql';
import root from '../codegen.ts';
import { generateMessageId } from '@lingui/message-utils/generateMessageId';
import { english } from '../src/town/wording/english-names.ts';
import { operationFolders } from './role-folders.ts';

const scalars = { DateTime: 'string', LocalDate: 'string', Money: 'string' } as const;

/** The category of each personal coordinate, for the register of disclosures: an entry of the access log names coordinates. */
function categoriesOfCoordinates(): string {
  const text = readdirSync('schema').map((name) => readFileSync(`schema/${name}`, 'utf8'));
  const found = Object.values(buildSchema(text.join('\n')).getTypeMap()).flatMap((type) =>
    isObjectType(type)
      ? Object.values(type.getFields()).flatMap(({ name, astNode }) => {
          const category = astNode?.directives
            ?.find((directive) => directive.name.value === 'personal')
            ?.arguments?.find((argument) => argument.name.value === 'category')?.value;
          return category?.kind === Kind.ENUM ? [[`${type.name}.${name}`, category.value] as const] : [];
        })
      : [],
  );
  return [
    "import type { DataCategory } from './vocabulary.ts';",
    '/** The category of each coordinate of the schema that holds personal information. */',
    `export const categoryOf: Readonly<Record<string, DataCategory>> = ${JSON.stringify(Object.fromEntries(found), null, 2)};`,
  ].join('\n');
}

/** The messages that name the words of the vocabulary: they and their translations are in `locales/`, as the gateway says them. */
function namesOfVocabulary(): string {
  const named = (group: 'roles' | 'purposes' | 'relationships'): string => {
    const ids = Object.entries(english[group]).map(([word, name]) => [word, { id: generateMessageId(name, `${group}.${word}`) }]);
    return JSON.stringify(Object.fromEntries(ids), null, 2);
  };
  return [
    "import type { MessageDescriptor } from '@lingui/core';",
    "import type { Purpose, Relationship, Role } from './vocabulary.ts';",
    '/** The name of each role as people say it. */',
    `export const roleNames: Readonly<Record<Role, MessageDescriptor>> = ${named('roles')};`,
    '/** The name of each purpose as people say it. */',
    `export const purposeNames: Readonly<Record<Purpose, MessageDescriptor>> = ${named('purposes')};`,
    '/** How a reader is related to the person. */',
    `export const relationshipNames: Readonly<Record<Relationship, MessageDescriptor>> = ${named('relationships')};`,
  ].join('\n');
}

/**
 * Types of the pages' operations, and manifests by which the gateway trusts their documents. A folder for each role, so that no browser
 * loads the operations of another, and one for what all roles share.
 */
const config: CodegenConfig = {
  schema: root.schema!,
  generates: {
    'web/src/generated/category-of.ts': { plugins: [{ add: { content: categoriesOfCoordinates() } }] },
    'web/src/generated/names.ts': { plugins: [{ add: { content: namesOfVocabulary() } }] },
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

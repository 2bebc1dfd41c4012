import graphql from '@graphql-eslint/eslint-plugin';

const { rules: recommended } = graphql.configs['flat/schema-recommended'];
const { rules: relay } = graphql.configs['flat/schema-relay'];

/** Lints the schema alone; oxlint lints the code. `npm run check:schema-style`. */
export default [
  {
    files: ['schema/*.graphql'],
    languageOptions: { parser: graphql.parser, parserOptions: { graphQLConfig: { schema: 'schema/*.graphql' } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    plugins: { '@graphql-eslint': graphql },
    rules: {
      ...recommended,
      ...relay,
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          rootField: true,
          DirectiveDefinition: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          // One type in several files is described in one of them.
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=/^(Query|Mutation)$/]'],
        },
      ],
      // A description of one line is written inline, a longer one as a block.
      '@graphql-eslint/description-style': 'off',
      // Not every object has an identity: a page, a payload, an address. Where an identity is personal, it is null when withheld.
      '@graphql-eslint/strict-id-in-types': 'off',
      // src/server/spine/document/parse-schema.ts adds the arguments of pages to each connection; test/server/spine/document/parse-schema.test.ts.
      '@graphql-eslint/relay-arguments': 'off',
      // A short list without pages is a list of its objects. Some objects in pages have no identity, such as visits to the website.
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
    },
  },
];

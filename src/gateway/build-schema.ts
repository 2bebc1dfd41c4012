import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';
import { checkSchema } from '../enforcement/check.ts';
import { readCatalogue, type Catalogue } from '../enforcement/catalogue.ts';
import { enforce } from '../enforcement/enforce.ts';
import { PrivacyError } from '../errors.ts';
import { resolvers } from '../resolvers/all.ts';

const directory = new URL('../../schema/', import.meta.url);

/** The schema's text: every file of `schema/`. */
export function schemaText(): string[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => readFileSync(new URL(name, directory), 'utf8'));
}

export interface EnforcedSchema {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
}

/**
 * Builds the one schema that the gateway validates and executes on, with all enforcement mounted.
 * @throws PrivacyError SCHEMA_INCONSISTENT naming every coordinate that is unclassified or at odds with the policy
 */
export function buildSchema(typeDefs: readonly string[] = schemaText()): EnforcedSchema {
  // What the resolvers have and the schema has not is for the check to say, and for the compiler.
  const resolverValidationOptions = { requireResolversToMatchSchema: 'ignore' } as const;
  const schema = makeExecutableSchema({ typeDefs: [...typeDefs], resolvers: [...resolvers], resolverValidationOptions });
  const catalogue = readCatalogue(schema);
  const disagreements = checkSchema(schema, catalogue);
  if (disagreements.length > 0) {
    throw new PrivacyError('SCHEMA_INCONSISTENT', {
      problems: disagreements.map(({ coordinate, problem }) => `${coordinate}: ${problem}`),
    });
  }
  enforce(schema, catalogue);
  return { schema, catalogue };
}

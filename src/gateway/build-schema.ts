import { readdirSync, readFileSync } from 'node:fs';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { parse, Source, type GraphQLSchema } from 'graphql';
import { checkSchema } from '../enforcement/check.ts';
import { readCatalogue, type Catalogue } from '../enforcement/catalogue.ts';
import { enforce } from '../enforcement/enforce.ts';
import { PrivacyError } from '../errors.ts';
import { policyInForce, type Policy } from '../policy/policy.ts';
import { resolvers } from '../resolvers/all.ts';

const directory = new URL('../../schema/', import.meta.url);

/** The schema as it is written: every file of `schema/`, under its own name. */
export function schemaSources(): Source[] {
  return readdirSync(directory)
    .filter((name) => name.endsWith('.graphql'))
    .toSorted()
    .map((name) => new Source(readFileSync(new URL(name, directory), 'utf8'), `schema/${name}`));
}

export interface EnforcedSchema {
  readonly schema: GraphQLSchema;
  readonly catalogue: Catalogue;
}

/**
 * Builds the one schema that the gateway validates and executes on, with all enforcement mounted.
 * @throws PrivacyError SCHEMA_INCONSISTENT naming every coordinate that is unclassified or at odds with the policy
 */
export function buildSchema(sources: readonly Source[] = schemaSources(), policy: Policy = policyInForce): EnforcedSchema {
  // What the resolvers have and the schema has not is for the check to say, and for the compiler.
  const resolverValidationOptions = { requireResolversToMatchSchema: 'ignore' } as const;
  const schema = makeExecutableSchema({
    typeDefs: sources.map((source) => parse(source)),
    resolvers: [...resolvers],
    resolverValidationOptions,
  });
  const catalogue = readCatalogue(schema);
  const disagreements = checkSchema(schema, catalogue, policy);
  if (disagreements.length > 0) {
    throw new PrivacyError('SCHEMA_INCONSISTENT', {
      problems: disagreements.map(({ coordinate, problem }) => `${coordinate}: ${problem}`),
    });
  }
  enforce(schema, catalogue, policy);
  return { schema, catalogue };
}

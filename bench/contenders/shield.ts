import { createRequire } from 'node:module';
import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { readMarkings } from '../../src/engine/markings/markings.ts';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { schemaSources } from '../../src/town/shared/graphql/schema-sources.ts';
import type { Population } from '../population.ts';
import { apolloOptions, dataOf, listFrom, operation, pluginsOff } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import { plainScalars } from './plain-scalars.ts';

// Both from CommonJS: the ES modules of graphql-shield do not load on Node 24, and the two must share one copy.
const require = createRequire(import.meta.url);
const { allow, and, or, rule, shield } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

interface Asker {
  readonly role: string;
}

/** graphql-shield as its manual shows it: an asynchronous rule on every personal field. It keeps no log. */
export async function startShield(population: Population): Promise<Contender> {
  const isResident = rule('is resident')(async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === 'RESIDENT');
  const isOfficer = rule('is officer')(async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === 'PRIVACY_OFFICER');
  const isRelated = rule('is related')(async ({ id }: { id: string }) => population.facts.has(id));
  const onEveryField = or(and(isResident, isRelated), isOfficer);

  const schema = makeExecutableSchema({
    typeDefs: schemaSources().map((source) => parseSchema(source)),
    resolvers: [plainScalars, listFrom(population)],
  });
  const rules: Record<string, Record<string, typeof onEveryField>> = {};
  for (const coordinate of readMarkings(schema).outputs.keys()) {
    const [type, field] = coordinate.split('.');
    // A type as a coordinate means the existence of an object. graphql-shield has no rule for that.
    if (type !== undefined && field !== undefined) (rules[type] ??= {})[field] = onEveryField;
  }
  const apollo = new ApolloServer<Asker>({
    ...apolloOptions,
    schema: applyMiddleware(schema, shield(rules, { fallbackRule: allow })),
    plugins: [...pluginsOff],
  });
  await apollo.start();
  return {
    name: 'shield',
    answer: async (first) =>
      dataOf(await apollo.executeOperation({ query: operation, variables: { first } }, { contextValue: { role: 'RESIDENT' } })),
    stop: () => apollo.stop(),
  };
}

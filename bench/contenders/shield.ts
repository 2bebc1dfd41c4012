import { createRequire } from 'node:module';
import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { readMarkings } from '../../src/engine/markings/markings.ts';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { apolloOptions, dataOf, pluginsOff } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import type { List } from './list.ts';

// Both from CommonJS: the ES modules of graphql-shield do not load on Node 24, and the two must share one copy.
const require = createRequire(import.meta.url);
const { allow, and, or, rule, shield } = require('graphql-shield') as typeof import('graphql-shield');
const { applyMiddleware } = require('graphql-middleware') as typeof import('graphql-middleware');

interface Asker {
  readonly role: string;
}

/** graphql-shield as its manual shows it: an asynchronous rule on every personal field. It keeps no log. */
export async function startShield({ sources, plainScalars, root, operation, facts, principal }: List): Promise<Contender> {
  const hasRole = rule('has the role')(async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === principal.role);
  const isOfficer = rule('is officer')(async (_parent: unknown, _arguments: unknown, { role }: Asker) => role === 'PRIVACY_OFFICER');
  const isRelated = rule('is related')(async ({ id }: { id: string }) => facts.has(id));
  const onEveryField = or(and(hasRole, isRelated), isOfficer);

  const schema = makeExecutableSchema({
    typeDefs: sources.map((source) => parseSchema(source)),
    resolvers: [plainScalars, root],
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
      dataOf(await apollo.executeOperation({ query: operation, variables: { first } }, { contextValue: { role: principal.role } })),
    stop: () => apollo.stop(),
  };
}

import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { schemaSources } from '../../src/town/shared/graphql/schema-sources.ts';
import type { Population } from '../population.ts';
import { apolloOptions, dataOf, listFrom, operation, pluginsOff } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import { plainScalars } from './plain-scalars.ts';

/** Apollo Server on the same schema, with default resolvers and no access control. */
export async function startPlain(population: Population): Promise<Contender> {
  const schema = makeExecutableSchema({
    typeDefs: schemaSources().map((source) => parseSchema(source)),
    resolvers: [plainScalars, listFrom(population)],
  });
  const apollo = new ApolloServer({ ...apolloOptions, schema, plugins: [...pluginsOff] });
  await apollo.start();
  return {
    name: 'plain',
    answer: async (first) => dataOf(await apollo.executeOperation({ query: operation, variables: { first } })),
    stop: () => apollo.stop(),
  };
}

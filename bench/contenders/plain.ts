import { ApolloServer } from '@apollo/server';
import { makeExecutableSchema } from '@graphql-tools/schema';
import { parseSchema } from '../../src/server/spine/document/parse-schema.ts';
import { apolloOptions, dataOf, pluginsOff } from './common-apollo.ts';
import type { Contender } from './contender.ts';
import type { List } from './list.ts';

/** Apollo Server on the same schema, with default resolvers and no access control. */
export async function startPlain({ sources, plainScalars, root, operation }: List): Promise<Contender> {
  const schema = makeExecutableSchema({
    typeDefs: sources.map((source) => parseSchema(source)),
    resolvers: [plainScalars, root],
  });
  const apollo = new ApolloServer({ ...apolloOptions, schema, plugins: [...pluginsOff] });
  await apollo.start();
  return {
    name: 'plain',
    answer: async (first) => dataOf(await apollo.executeOperation({ query: operation, variables: { first } })),
    stop: () => apollo.stop(),
  };
}

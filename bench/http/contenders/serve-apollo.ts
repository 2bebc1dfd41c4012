import { ApolloServer, HeaderMap } from '@apollo/server';
import Fastify, { type FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import { apolloOptions, pluginsOff } from '../../contenders/common-apollo.ts';
import type { Serving } from '../contender.ts';

/**
 * Serves Apollo Server over Fastify, with as little code between them as Apollo's own integration.
 * @param makeContext makes the resolvers' context for the headers of each request
 * @param close called after the server has closed
 */
export async function serveApollo(
  schema: GraphQLSchema,
  makeContext: (headers: FastifyRequest['headers']) => object,
  close: () => Promise<void>,
): Promise<Serving> {
  const apollo = new ApolloServer<object>({ ...apolloOptions, schema, plugins: [...pluginsOff] });
  await apollo.start();
  const app = Fastify({ logger: false, forceCloseConnections: 'idle' });
  app.post('/graphql', async (request, reply) => {
    const headers = new HeaderMap();
    for (const [name, value] of Object.entries(request.headers)) headers.set(name, String(value));
    const httpGraphQLRequest = { method: 'POST', headers, search: '', body: request.body };
    const answer = await apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => makeContext(request.headers) });
    if (answer.body.kind !== 'complete') throw new Error('Nothing here is answered in parts.');
    for (const [name, value] of answer.headers) reply.header(name, value);
    return reply.code(answer.status ?? 200).send(answer.body.string);
  });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${address}/graphql`,
    stop: async () => {
      await app.close();
      await apollo.stop();
      await close();
    },
  };
}

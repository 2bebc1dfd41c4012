import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import type { GraphQLSchema } from 'graphql';
import { viewerNamed, type Viewer } from '../clinic/people.ts';
import { post } from './post.ts';
import type { Records } from './resolvers/records.ts';
import type { RunningSystem } from './system.ts';

/** The context of one operation. */
export interface Context {
  readonly viewer: Viewer | undefined;
  readonly records: Records;
}

/** Apollo Server. A schema and its server must share one copy of graphql-js. */
export interface Apollo {
  readonly ApolloServer: typeof ApolloServer;
  readonly startStandaloneServer: typeof startStandaloneServer;
}
const ownApollo: Apollo = { ApolloServer, startStandaloneServer };

/** Serves a schema by Apollo Server as in production. */
export async function serveApollo(schema: GraphQLSchema, records: Records, apollo: Apollo = ownApollo): Promise<RunningSystem> {
  const server = new apollo.ApolloServer<Context>({
    schema,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
  });
  const { url } = await apollo.startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async ({ req }) => ({ viewer: viewerNamed(req.headers.authorization?.replace('Bearer ', '')), records }),
  });
  return {
    ask: (person, operation) => post(url, person, operation),
    stop: async () => {
      await server.stop();
      await records.stop();
    },
  };
}

import Fastify, { type FastifyPluginAsync } from 'fastify';
import type { Serving, Settings } from '../contender.ts';
import { peer } from '../peer.ts';
import { plainResidents } from './plain-residents.ts';
import { typeDefs } from './schema.ts';

/** The part of mercurius 16 that is used; see its `docs/api/options.md`. */
interface Options {
  readonly schema: string;
  readonly resolvers: object;
  /** A query is compiled after this number of executions. */
  readonly jit: number;
  readonly graphiql: boolean;
}

/** mercurius with its JIT, over the same plain rows: no authorisation and no log. */
export async function startMercurius(settings: Settings): Promise<Serving> {
  const { default: mercurius } = await peer<{ default: FastifyPluginAsync<Options> }>('mercurius');
  const { resolvers, close } = plainResidents(settings);
  const app = Fastify({ logger: false, forceCloseConnections: 'idle' });
  await app.register(mercurius, { schema: typeDefs, resolvers, jit: 1, graphiql: false });
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `${address}/graphql`,
    stop: async () => {
      await app.close();
      await close();
    },
  };
}

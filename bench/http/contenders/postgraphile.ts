import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { poolSize, type Serving, type Settings } from '../contender.ts';
import { clerkRole, clerkSetting } from '../clerk-grants.ts';
import { peer } from '../peer.ts';

/** The part of PostGraphile 5 that is used; see its documentation of the preset. */
interface Postgraphile {
  readonly postgraphile: (preset: object) => {
    createServ(grafserv: unknown): { addTo(server: Server): Promise<void>; release(): Promise<void> };
    release(): Promise<void>;
  };
}

/**
 * PostGraphile 5 as its documentation shows it for production: its own server on Node's, prepared statements, and a
 * transaction with the clerk's role and id for each request; row-level security and column grants do the rest.
 * The principal's id is taken as given: it verifies no token. It keeps no log.
 */
export async function startPostgraphile({ authenticator, clerk }: Settings): Promise<Serving> {
  const { postgraphile } = await peer<Postgraphile>('postgraphile');
  const { grafserv } = await peer<{ grafserv: unknown }>('postgraphile/grafserv/node');
  const { PostGraphileAmberPreset } = await peer<{ PostGraphileAmberPreset: object }>('postgraphile/presets/amber');
  const { makePgService } = await peer<{ makePgService: (options: object) => object }>('postgraphile/adaptors/pg');
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [makePgService({ connectionString: authenticator, poolConfig: { max: poolSize }, schemas: ['recreation'], pubsub: false })],
    grafast: { context: () => ({ pgSettings: { role: clerkRole, [clerkSetting]: clerk } }) },
    grafserv: { graphiql: false, watch: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    stop: async () => {
      server.closeIdleConnections();
      await new Promise<unknown>((done) => server.close(done));
      await instance.release();
    },
  };
}

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { viewerNamed } from '../clinic/people.ts';
import { openUrl } from '../systems/open-url.ts';
import { post } from '../systems/post.ts';
import type { Place, RunningSystem, System } from '../systems/system.ts';
import { importPeer, versionOfPeer } from './import-peer.ts';
import { operations } from './postgraphile-operations.ts';
import { anonymousRole, authenticator, rights, roleOf, setting } from './postgraphile-roles.ts';

/** The part of PostGraphile 5 that is used; see its documentation of the preset. */
interface Postgraphile {
  readonly postgraphile: (preset: object) => {
    createServ(grafserv: unknown): { addTo(server: Server): Promise<void> };
    release(): Promise<void>;
  };
}

async function open(place: Place, text: string): Promise<RunningSystem> {
  process.env['GRAPHILE_ENV'] = 'production';
  const loud = silenceErrors();
  const { postgraphile } = await importPeer<Postgraphile>('postgraphile');
  const { grafserv } = await importPeer<{ grafserv: unknown }>('postgraphile/grafserv/node');
  const { PostGraphileAmberPreset } = await importPeer<{ PostGraphileAmberPreset: object }>('postgraphile/presets/amber');
  const { makePgService } = await importPeer<{ makePgService: (options: object) => { release?(): Promise<void> } }>(
    'postgraphile/adaptors/pg',
  );
  const connection = Object.assign(new URL(await openUrl(place, text)), { username: authenticator, password: 'bypasses' }).href;
  const service = makePgService({ connectionString: connection, schemas: ['clinic'], pubsub: false });
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    pgServices: [service],
    grafast: {
      context: ({ node }: { readonly node?: { readonly req: IncomingMessage } }) => {
        const viewer = viewerNamed(node?.req.headers.authorization?.replace('Bearer ', ''));
        return { pgSettings: { role: viewer ? roleOf[viewer.role] : anonymousRole, [setting]: viewer?.id ?? '' } };
      },
    },
    grafserv: { graphiql: false, watch: false },
  });
  const server = createServer();
  await instance.createServ(grafserv).addTo(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
  return {
    ask: (person, operation) => post(url, person, operation),
    // Each masked error has an id of its own.
    withoutRandom: (answer) => answer.replaceAll(/logged with hash: '[^']*', id: '[^']*'|"errorId":"[^"]*"/g, ''),
    stop: async () => {
      server.closeAllConnections();
      await new Promise<unknown>((done) => server.close(done));
      await instance.release();
      await service.release?.();
      loud();
    },
  };
}

/** PostGraphile writes each error that it masks to the console. @returns what undoes it */
function silenceErrors(): () => void {
  const { error } = console;
  Object.assign(console, { error: () => undefined });
  return () => void Object.assign(console, { error });
}

/** PostGraphile 5 with row-level security and privileges on columns. */
export const postGraphile: System = {
  name: 'PostGraphile',
  version: () => versionOfPeer('postgraphile'),
  open: (place) => open(place, rights),
  openMisnamed: (place) => open(place, rights.replace('select (id, patient_id, at, fee)', 'select (id, patient_id, at, fees)')),
  own: operations,
  notes: {
    introspection: 'one schema for all roles; its guide advises persisted operations, which refuse this one',
  },
};

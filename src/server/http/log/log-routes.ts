import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { readCheckpoint, readCosigned, readTile, type SignedCheckpoint } from '../../../log/store/publication/read-tree.ts';
import { formatLogKeys } from '../../../log/keys/log-keys.ts';
import { parseTilePath } from '../../../log/tree/tile.ts';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { Database } from '../../../platform/sql/sql.ts';
import { acceptCosignatures } from './accept-cosignatures.ts';
import type { InTurn } from '../../../engine/own-pages.ts';
import type { Runtime } from '../../spine/runtime.ts';

/** The most bytes of a cosigned checkpoint. */
const noteLimit = 64 * 1024;
/** A tile never changes (C2SP tlog-tiles). */
const forEver = 'public, max-age=31536000, immutable';

/**
 * Serves the access log's tree to everyone (C2SP tlog-checkpoint, tlog-tiles), and accepts witnesses' cosignatures. It holds
 * hashes and numbers, and nothing personal.
 */
export function serveLog(app: FastifyInstance, runtime: Runtime, inTurn: InTurn): void {
  const database = (): Database => runtime.orm.em.getKysely<unknown>();
  const checkpoint =
    (read: (from: Database) => Promise<SignedCheckpoint | undefined>) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<string> => {
      const found = await inTurn(request, reply, () => read(database()));
      if (!found) throw new PrivacyError('ROUTE_UNKNOWN');
      return found.note;
    };

  app.get('/log/checkpoint', checkpoint(readCheckpoint));
  app.get('/log/checkpoint/cosigned', checkpoint(readCosigned));

  // A browser checks proofs with them. Verifiers that must not trust the gateway get the keys in another way (docs/access-log.md).
  app.get('/log/keys', async () => formatLogKeys(runtime.logKeys.keys()));

  app.get<{ Params: { '*': string } }>('/log/tile/*', async (request, reply) => {
    const tile = parseTilePath(`tile/${request.params['*']}`);
    const data = tile && (await inTurn(request, reply, () => readTile(database(), tile)));
    if (!data) throw new PrivacyError('ROUTE_UNKNOWN');
    return reply.header('cache-control', forEver).type('application/octet-stream').send(data);
  });

  app.post<{ Body: unknown }>('/log/cosignatures', { bodyLimit: noteLimit }, async (request, reply) => {
    const { body } = request;
    // Fastify parses JSON too, and an empty body is undefined.
    if (typeof body !== 'string') throw new PrivacyError('COSIGNATURE_INVALID');
    await inTurn(request, reply, () => acceptCosignatures(database(), runtime.logKeys, runtime.witnesses, body, runtime.tree));
    return reply.code(204).send();
  });
}

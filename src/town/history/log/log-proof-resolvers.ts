import { PrivacyError } from '../../../platform/errors/errors.ts';
import type { LogPromise } from '../../shared/graphql/generated/schema.ts';
import type { Row } from '../../shared/rows/row.ts';
import type { Resolvers } from '../../shared/graphql/generated/resolvers.ts';
import { readEntryPlace } from '../entries/access-entries.ts';
import { readReceivedEntry } from '../entries/received-entries.ts';
import { viewerOf, entryIdFrom, uuidFrom } from '../../shared/graphql/viewer.ts';

export const logProofs: Resolvers = {
  Query: {
    accessLog: () => ({}),
    accessReceipt: async (_parent, { entry }, { request }) => {
      const id = uuidFrom(entry, 'Query.accessReceipt(entry:)');
      if (request.plan?.scopeOf('Query.accessReceipt') !== 'OPEN') return null;
      const receiver = { ...request.principal, purpose: request.declaration?.purpose };
      const leafHash = await readReceivedEntry(request.reader, receiver, id);
      if (leafHash === undefined) return null;
      const { promise, ...receipt } = request.makeReceipt(id, leafHash);
      return { ...receipt, promise: { ...promise, proof: [...promise.proof] } };
    },
  },
  AccessReceipt: {
    // The entry's own id, which is in the header that the receipt promises: no two principals have a receipt for one entry.
    entry: ({ entry }) => entry as string,
    promise: ({ promise }) => promise as Row<LogPromise>,
  },
  AccessLog: {
    checkpoint: (_log, _arguments, { request }) => request.logTree.checkpoint(request.reader.database),
    inclusionProof: async (_log, { entry }, { request }) => {
      const scope = request.plan?.scopeOf('Query.accessLog');
      const place = await readEntryPlace(
        request.reader,
        scope,
        viewerOf(request),
        entryIdFrom(request, entry, 'AccessLog.inclusionProof(entry:)'),
      );
      if (!place) throw new PrivacyError('NOT_FOUND');
      return { ...place, proof: await request.logTree.inclusionProof(request.reader.database, place.number) };
    },
    consistencyProof: async (_log, { from, to }, { request }) => {
      const proof = await request.logTree.consistencyProof(request.reader.database, from, to);
      if (!proof) {
        const coordinates = ['AccessLog.consistencyProof(from:)', 'AccessLog.consistencyProof(to:)'];
        throw new PrivacyError('INPUT_INVALID', { reason: 'TREE_SIZE', coordinates });
      }
      return [...proof];
    },
  },
};

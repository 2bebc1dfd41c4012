import { authenticate } from '../authentication/authenticate.ts';
import { Sightings } from '../enforcement/sightings.ts';
import { statementOn } from '../policy/statements.ts';
import { Loaders } from '../records/loaders.ts';
import { dayOf } from '../records/reader.ts';
import { askedHeaders, type Exchange } from './exchange.ts';
import { logTree } from './log-tree.ts';
import type { Parts } from './parts.ts';

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Stage 1, and the exchange that the later stages fill.
 * @throws PrivacyError TOKEN_INVALID, HEADER_INVALID
 */
export async function receive(parts: Parts, headers: RequestHeaders): Promise<Exchange> {
  const now = parts.now();
  const authorization = headers['authorization'];
  const principal = await authenticate(typeof authorization === 'string' ? authorization : undefined, parts.trust, parts.audience, now);
  const records = parts.orm.em.fork();
  return {
    headers: askedHeaders(headers),
    request: {
      principal,
      now,
      records,
      // Asked anew at each read: inside a mutation's transaction it is that transaction's.
      reader: {
        get database() {
          return records.getKysely<unknown>();
        },
        now,
      },
      loaders: new Loaders(),
      cursors: parts.cursors,
      pseudonyms: parts.pseudonyms,
      newId: parts.newId,
      logTree,
      statementAt: (instant) => statementOn(dayOf(instant)),
      words: parts.words,
      declaration: undefined,
      plan: undefined,
      ties: undefined,
      sightings: new Sightings(),
    },
    documentHash: undefined,
    appending: undefined,
    inTransaction: false,
  };
}

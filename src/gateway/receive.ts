import { authenticate } from '../authentication/authenticate.ts';
import { askedHeaders, type Exchange } from './exchange.ts';
import { OperationContext } from './operation-context.ts';
import type { Parts } from './parts.ts';

export type RequestHeaders = Readonly<Record<string, string | string[] | undefined>>;

/**
 * Stage 1, and the exchange that the later stages fill.
 * @throws PrivacyError TOKEN_INVALID, HEADER_INVALID
 */
export async function receive(parts: Parts, headers: RequestHeaders): Promise<Exchange> {
  const now = parts.now();
  const authorization = headers['authorization'];
  const token = typeof authorization === 'string' ? authorization : undefined;
  const principal = await authenticate(token, parts.trust, parts.audience, now, parts.knownTokens);
  return {
    headers: askedHeaders(headers),
    request: new OperationContext(parts, principal, now),
    documentHash: undefined,
    appending: undefined,
    inTransaction: false,
  };
}

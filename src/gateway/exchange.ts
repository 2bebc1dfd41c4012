import type { HTTPGraphQLHead } from '@apollo/server';
import type { Receipt } from '../transparency-log/receipt.ts';
import type { GraphQLContext, RequestContext } from '../context.ts';
import { PrivacyError } from '../errors.ts';

/** How a client wants to be told of withheld values. */
export type WithheldMode = 'null' | 'error' | 'reject';

/** The headers that the gateway reads beside Authorization. */
export interface AskedHeaders {
  readonly purpose: string | undefined;
  readonly case: string | undefined;
  readonly withheld: WithheldMode;
}

/** One request on its way through the stages. */
export interface Exchange {
  readonly request: RequestContext;
  readonly headers: AskedHeaders;
  /** SHA-256 of the document's text, hex; set when the operation is known. */
  documentHash: string | undefined;
  /** Why the document is not looked at, where it is too large. */
  refusal?: PrivacyError | undefined;
  /** The append under way; the answer waits for it, and carries the receipt. Undefined while nothing is to be logged. */
  appending: Promise<Receipt | undefined> | undefined;
  /** Whether the mutation's transaction is open. */
  inTransaction: boolean;
}

/** Apollo gets the context's holder; the exchange around it is found again by it. */
export interface ExchangeContext extends GraphQLContext {
  readonly exchange: Exchange;
}

/** A request's body, as far as it is known before Apollo reads it. */
export interface AskedBody {
  readonly query: string;
  readonly variables?: unknown;
}

/** A draft of an answer, not yet released. */
export interface Draft {
  readonly head: HTTPGraphQLHead;
  readonly body: string;
}

/**
 * Reads the request's privacy headers; a header that is empty or given twice is no header of ours.
 * @throws PrivacyError HEADER_INVALID
 */
export function askedHeaders(headers: Readonly<Record<string, string | string[] | undefined>>): AskedHeaders {
  const one = (name: string): string | undefined => {
    const value = headers[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
  };
  const withheld = one('privacy-withheld') ?? 'null';
  if (withheld !== 'null' && withheld !== 'error' && withheld !== 'reject') throw new PrivacyError('HEADER_INVALID');
  return { purpose: one('privacy-purpose'), case: one('privacy-case'), withheld };
}

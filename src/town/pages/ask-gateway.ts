import type { FastifyReply, FastifyRequest } from 'fastify';

/** A GraphQL operation of a page. */
export interface PageOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/**
 * Asks the gateway as somebody who has not signed in: through all its stages, whatever the request for the page says of its sender.
 * @returns the data of an answer without an error
 * @throws PrivacyError of the answer's first error; whatever refuses an operation before that
 */
export type AskGateway = <Data>(request: FastifyRequest, reply: FastifyReply, operation: PageOperation) => Promise<Data>;

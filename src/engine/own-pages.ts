import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policy } from './policy/declaration/policy.ts';

/** Serves a request when it is the turn of its address. */
export type InTurn = <Result>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<Result>) => Promise<Result>;

/** A GraphQL operation of a page. */
export interface PageOperation {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/**
 * Asks the gateway as a person who has not signed in: through all its stages, whatever the request for the page says of its sender.
 * @returns the data of an answer without an error
 * @throws PrivacyError of the answer's first error; whatever refuses an operation before that
 */
export type AskGateway = <Data>(request: FastifyRequest, reply: FastifyReply, operation: PageOperation) => Promise<Data>;

/** The dependencies for serving an application's own pages. */
export interface PageServing {
  readonly askGateway: AskGateway;
  readonly policy: Policy;
  /** The address of the sign-in; undefined: there is none. */
  readonly signIn: string | undefined;
  /** RFC 3339 full-date. */
  readonly today: () => string;
  /** As the IANA database names it. */
  readonly timeZone: string;
  readonly newId: () => string;
  readonly inTurn: InTurn;
}

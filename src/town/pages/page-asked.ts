import type { Statement } from '../../engine/policy/statement.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Policy } from '../../engine/policy/policy.ts';
import type { AskGateway } from './ask-gateway.ts';
import type { Visit } from './visit.ts';

/** What the pages are made of. */
export interface PublicPages {
  readonly askGateway: AskGateway;
  readonly policy: Policy;
  /** Oldest first. */
  readonly statements: readonly Statement[];
  /** The address of the sign-in; undefined: there is none. */
  readonly signIn: string | undefined;
  /** Of the municipality: RFC 3339 full-date. */
  readonly today: () => string;
  /** The time zone of the municipality, as the IANA database names it. */
  readonly timeZone: string;
  readonly newId: () => string;
  /** Serves a request when it is the turn of its address. */
  readonly inTurn: <Result>(request: FastifyRequest, reply: FastifyReply, work: () => Promise<Result>) => Promise<Result>;
}

/** A request of a page, with all that answers it. */
export interface PageAsked {
  readonly visit: Visit;
  readonly pages: PublicPages;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

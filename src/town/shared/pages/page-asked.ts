import type { PageServing } from '../../../engine/own-pages.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from './visit.ts';

/** A request of a page, with all that answers it. */
export interface PageAsked {
  readonly visit: Visit;
  readonly pages: PageServing;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

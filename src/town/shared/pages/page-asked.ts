import type { PageServing } from '../../../engine/own-pages.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visit } from './visit.ts';

/** A request for a page, with everything that answering it needs. */
export interface PageAsked {
  readonly visit: Visit;
  readonly pages: PageServing;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

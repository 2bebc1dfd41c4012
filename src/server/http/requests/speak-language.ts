import { type Language, usualLanguage } from '../../../platform/language/languages.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { negotiateLanguage } from './negotiate-language.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The language of the answer's sentences. */
    language: Language;
  }
}

/** Chooses the language of each request before anything can refuse it. */
export function chooseLanguage(app: FastifyInstance): void {
  app.decorateRequest('language', usualLanguage);
  app.addHook('onRequest', (request, _reply, done) => {
    request.language = negotiateLanguage(request.headers['accept-language']);
    done();
  });
}

/** Tells the language of an answer, and caches that it depends on the request (RFC 9110, 8.5 and 12.5.5). */
export function tellLanguage(reply: FastifyReply): void {
  reply.header('content-language', reply.request.language);
  const varied = reply.getHeader('vary');
  reply.header('vary', varied === undefined ? 'Accept-Language' : `${String(varied)}, Accept-Language`);
}

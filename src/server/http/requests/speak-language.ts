import { type Language, usualLanguage, languages } from '../../../platform/language/languages.ts';
import type { FastifyInstance, FastifyReply } from 'fastify';
import Negotiator from 'negotiator';

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

/** Characters of the longest Accept-Language header that is read. */
const longestHeader = 1_000;

/**
 * Chooses the language of an answer (RFC 9110, 12.5.4) by look-up (RFC 4647, 3.4): the ranges in the order of their quality, each also
 * without its region (`fr-CA`, then `fr`). A header that names no language of ours, or is too long, counts as absent: no answer is
 * refused because of its language.
 */
export function negotiateLanguage(header: string | undefined): Language {
  if (header === undefined || header.length > longestHeader) return usualLanguage;
  const negotiator = new Negotiator({ headers: { 'accept-language': header } });
  const ranges = negotiator.languages().map((range) => range.toLowerCase());
  // Those that quality 0 does not exclude.
  const accepted = negotiator.languages([...languages]) as Language[];
  for (const range of ranges) {
    // `*` is every language that no other range names (RFC 9110, 12.5.4).
    const named = (language: Language): boolean => ranges.some((one) => isWithin(one, language));
    const found =
      range === '*' ? languages.find((one) => accepted.includes(one) && !named(one)) : accepted.find((one) => isWithin(range, one));
    if (found) return found;
  }
  return usualLanguage;
}

/** Whether a range is a language, or a region of it. */
function isWithin(range: string, language: Language): boolean {
  return range === language || range.startsWith(`${language}-`);
}

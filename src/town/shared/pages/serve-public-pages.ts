import { languages } from '../../../platform/language/languages.ts';
import type { Statement } from '../../../engine/policy/declaration/vocabulary.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { PrivacyError } from '../../../platform/errors/errors.ts';
import { sayStatement } from '../../wording/say-statement.ts';
import { wordings } from '../../wording/wordings.ts';
import { pagePolicy, referrerPolicy } from '../../../identity/pages/layout/layout.ts';
import { askPage } from '../../requests/pages/ask-pages.ts';
import { changesPage } from '../../statement/pages/changes-page.ts';
import { checkOwnForm } from './check-own-form.ts';
import type { PageServing } from '../../../engine/own-pages.ts';
import type { PageAsked } from './page-asked.ts';
import { partnersPage } from '../../statement/pages/partners-page.ts';
import { problemPage } from './problem-page.ts';
import { requestsPage } from '../../requests/pages/requests-pages.ts';
import { servicesAfter, servicesPage, type ServicesData, type ShownService } from '../../statement/pages/services-page.ts';
import { inForceOn, statementPage } from '../../statement/pages/statement-page.ts';
import { takeMessage } from '../../requests/pages/take-message.ts';
import { takeNumber } from '../../requests/pages/take-number.ts';
import { publicPaths, type PublicPath, type Visit } from './visit.ts';

/** The most bytes of a form: the longest message, of characters that take nine bytes each in a form, and its other fields. */
const formLimit = 40_000;
/** The most pages of the catalogue that are read, of a hundred services each. */
const mostPages = 20;
/** Pages that are the same for everyone may be cached for five minutes. */
const forFiveMinutes = 'public, max-age=300';

/**
 * Serves the public pages. They need no script and no session. They get data of the records from the gateway, with the rights of a visitor
 * who has not signed in.
 */
export async function servePublicPages(app: FastifyInstance, pages: PageServing): Promise<void> {
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      (_request, text: string, done) => done(null, new URLSearchParams(text)),
    );
    scope.addHook('onRequest', (request, reply, done) => {
      const visit = visitOf(request, pages);
      request.language = visit.language;
      request.errorPage = (error) => problemPage(visit, error);
      reply
        .header('content-security-policy', pagePolicy())
        .header('content-language', visit.language)
        .header('vary', 'Accept-Language')
        .header('referrer-policy', referrerPolicy);
      done();
    });

    const show = (path: PublicPath, page: (asked: PageAsked) => Promise<string>, isKept: boolean): void => {
      scope.get(path, async (request, reply) => {
        const text = await page({ visit: visitOf(request, pages), pages, request, reply });
        return isKept ? sendKept(request, reply, text) : reply.type('text/html; charset=utf-8').send(text);
      });
    };
    const take = (path: PublicPath, step: (asked: PageAsked, form: URLSearchParams) => Promise<string>): void => {
      scope.post<{ Body: URLSearchParams | null }>(path, async (request, reply) => {
        checkOwnForm(request);
        const asked = { visit: visitOf(request, pages), pages, request, reply };
        return reply.type('text/html; charset=utf-8').send(await step(asked, request.body ?? new URLSearchParams()));
      });
    };

    show(publicPaths.statement, inTurn(showStatement), true);
    show(publicPaths.partners, inTurn(showPartners), true);
    show(publicPaths.services, showServices, true);
    show(
      publicPaths.ask,
      inTurn(async ({ visit }) => askPage(visit)),
      false,
    );
    show(
      publicPaths.requests,
      inTurn(async ({ visit, request }) => requestsPage(visit, { number: numberIn(request), code: '' })),
      false,
    );
    take(publicPaths.ask, takeMessage);
    take(publicPaths.requests, takeNumber);
  });
}

/** Makes a page wait for the turn of its address. Pages that ask the gateway wait there instead. */
function inTurn(page: (asked: PageAsked) => Promise<string>): (asked: PageAsked) => Promise<string> {
  return (asked) => asked.pages.inTurn(asked.request, asked.reply, () => page(asked));
}

function visitOf(request: FastifyRequest, { signIn, today, timeZone }: PageServing): Visit {
  const { pathname, searchParams } = new URL(request.url, 'http://page');
  const { lang, ...query } = Object.fromEntries(searchParams);
  const chosen = languages.find((language) => language === lang);
  return {
    language: chosen ?? request.language,
    isChosen: chosen !== undefined,
    path: pathname as PublicPath,
    query: request.method === 'POST' ? undefined : query,
    signIn,
    today: today(),
    timeZone,
  };
}

/** The number that a link in a mail names; empty: none. */
function numberIn({ query }: FastifyRequest): string {
  const { number } = query as Readonly<Record<string, unknown>>;
  return typeof number === 'string' && /^R-\d{8}$/.test(number) ? number : '';
}

/** Sends a page that is the same for everyone. */
function sendKept(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `"${hash('sha256', text, 'base64url')}"`;
  reply.headers({ 'cache-control': forFiveMinutes, etag: tag });
  if (request.headers['if-none-match']?.includes(tag)) return reply.code(304).send();
  return reply.type('text/html; charset=utf-8').send(text);
}

/** @throws PrivacyError NOT_FOUND: there is no such version */
async function showStatement({ visit, pages, request }: PageAsked): Promise<string> {
  const said = pages.policy.vocabulary.statements.map((statement) => sayStatement(wordings[visit.language], statement));
  const { version, from, to } = request.query as Readonly<Record<string, unknown>>;
  const named = (name: unknown): Statement => {
    const found = said.find((statement) => statement.version === name);
    if (!found) throw new PrivacyError('NOT_FOUND');
    return found;
  };
  if (from !== undefined || to !== undefined) return changesPage(visit, said, named(from), named(to));
  const shown = version === undefined ? inForceOn(said, visit.today) : named(version);
  if (!shown) throw new PrivacyError('NOT_FOUND');
  return statementPage(visit, said, shown);
}

async function showPartners({ visit, pages }: PageAsked): Promise<string> {
  const inForce = inForceOn(pages.policy.vocabulary.statements, visit.today);
  return partnersPage(visit, pages.policy, inForce && sayStatement(wordings[visit.language], inForce));
}

async function showServices({ visit, pages, request, reply }: PageAsked): Promise<string> {
  const found: ShownService[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { services }: ServicesData = await pages.askGateway<ServicesData>(request, reply, servicesAfter(after));
    found.push(...(services?.edges.map(({ node }) => node) ?? []));
    if (!services?.pageInfo.hasNextPage) break;
    after = services.pageInfo.endCursor;
  }
  return servicesPage(visit, found);
}

import type { InTurn } from '../../engine/own-pages.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { addressGroup } from '../../platform/network/network-address.ts';
import { formatBrowserCookie, presentedBrowser, formatSessionCookie } from '../authentication/browsers/session-cookie.ts';
import { newToken } from '../accounts/mails/secret-token.ts';
import { passkeyScript } from '../pages/passkeys/passkey-script.ts';
import { inOtherLanguages, takeChosenLanguage, cardPage, pagePolicy, referrerPolicy } from '../pages/layout/layout.ts';
import { accountSteps, type AccountAsked } from './steps/account-steps.ts';
import { failed, showStep, takeStep, type Interacting, type Step, isForeignForm } from './steps/interact.ts';
import { accountOf, scriptOf } from './addresses.ts';
import { boundAuthorization } from './clients/bound-authorization.ts';
import type { IdentityServer } from './provider.ts';
import { serveAccount, type PageRoutes } from './steps/serve-account.ts';

/** The path at which the authorization server is mounted, which its issuer ends with. */
const mount = '/oidc';
/** The most bytes of a form. */
const formLimit = 16_384;
/** The most bytes of another request, such as one with authorization details. */
const bodyLimit = 32_768;

/** Serves a request when it is the turn of its address. */

/**
 * Serves the authorization server under `/oidc`.
 * @param now the clock of sign-ins
 */
export async function serveIdentity(app: FastifyInstance, server: IdentityServer, inTurn: InTurn, now: () => Date): Promise<void> {
  const { origin } = new URL(server.issuer);
  const script = await passkeyScript();
  const chooseLanguage = (request: FastifyRequest, reply: FastifyReply, done: () => void): void => {
    takeChosenLanguage(request, reply, server.sessionCookie.secure);
    done();
  };
  await app.register(async (scope) => {
    scope.addHook('onRequest', chooseLanguage);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string', bodyLimit: formLimit },
      (_request, text: string, done) => done(null, new URLSearchParams(text)),
    );
    const answer: PageRoutes['answer'] = async (request, reply, step) => send(server, reply, await inTurn(request, reply, step));
    const answerForm: PageRoutes['answerForm'] = async (request, reply, step) =>
      isForeignForm(request, origin) ? send(server, reply, failed(403)) : answer(request, reply, step);
    serveAccount(scope, server, { mount, answer, answerForm, now });
    const asked = (request: FastifyRequest<{ Params: { id: string } }>, reply: FastifyReply): Interacting => {
      asThroughProxy(request, server);
      const { params, raw, ip } = request;
      const browser = presentedBrowser(raw.headers.cookie, server.sessionCookie) ?? newToken();
      return { server, id: params.id, request: raw, response: reply.raw, address: addressGroup(ip), browser, now: now() };
    };
    scope.get<{ Params: { id: string } }>(`${mount}/interaction/:id`, (request, reply) =>
      answer(request, reply, () => showStep(asked(request, reply))),
    );
    scope.post<{ Params: { id: string }; Body: URLSearchParams | null }>(`${mount}/interaction/:id`, (request, reply) =>
      answerForm(request, reply, () => takeStep(asked(request, reply), request.body ?? new URLSearchParams())),
    );
    scope.get(`${mount}/passkey.js`, (_request, reply) => reply.type('text/javascript; charset=utf-8').send(script));
    const account = accountOf(server);
    for (const step of accountSteps) {
      const { path } = step;
      if (step.needsMail && !server.linksAreMailed) continue;
      const askedOf = ({
        params: { token = '' },
        ip,
        headers,
        language,
      }: FastifyRequest<{ Params: { token?: string } }>): AccountAsked => ({
        server,
        account,
        action: `${account}/${path.replace(':token', encodeURIComponent(token))}`,
        token,
        from: { address: addressGroup(ip), browser: presentedBrowser(headers.cookie, server.sessionCookie) },
        language,
      });
      scope.get<{ Params: { token?: string } }>(`${mount}/account/${path}`, (request, reply) =>
        answer(request, reply, () => step.show(askedOf(request))),
      );
      scope.post<{ Params: { token?: string }; Body: URLSearchParams | null }>(`${mount}/account/${path}`, (request, reply) =>
        answerForm(request, reply, () => step.take(askedOf(request), request.body ?? new URLSearchParams())),
      );
    }
  });
  await app.register(async (scope) => {
    scope.addHook('onRequest', chooseLanguage);
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer', bodyLimit }, (_request, body, done) => done(null, body));
    const bound = boundAuthorization(server);
    scope.all(`${mount}/*`, async (request, reply) => {
      asThroughProxy(request, server);
      const { method, body, ip, raw } = request;
      await inTurn(request, reply, async () => {
        const outcome = await bound({ method, url: (raw.url ?? '').slice(mount.length), body, ip });
        if (outcome === 'ALLOWED') await handOver(server, request, reply);
        // RFC 6749, section 5.2: of the endpoints that apps ask; a browser shows it as it is.
        else await reply.code(400).send({ error: 'invalid_request', error_description: 'a parameter is too long' });
      });
    });
  });
}

/** Lets oidc-provider answer. @returns once it has */
function handOver(server: IdentityServer, { raw, body }: FastifyRequest, reply: FastifyReply): Promise<void> {
  reply.hijack();
  for (const [name, value] of Object.entries(reply.getHeaders())) if (value !== undefined) reply.raw.setHeader(name, value);
  const { method, headers, socket, url: originalUrl = '' } = raw;
  // The body was read, so that its bytes are counted and bounded like any other; oidc-provider reads it again.
  const content = Readable.from(Buffer.isBuffer(body) ? [body] : [], { objectMode: false });
  const request = Object.assign(content, { method, headers, socket, originalUrl, url: originalUrl.slice(mount.length) });
  return new Promise((done) => {
    reply.raw.once('close', done);
    reply.raw.once('finish', done);
    void server.provider().callback()(request as unknown as IncomingMessage, reply.raw);
  });
}

/**
 * Sets the headers that oidc-provider trusts from a proxy: the issuer's own host and protocol, and the address that the gateway knows. The client's
 * own value there is lost.
 */
function asThroughProxy({ raw, ip, language }: FastifyRequest, { issuer }: IdentityServer): void {
  const { host, protocol } = new URL(issuer);
  delete raw.headers['forwarded'];
  raw.headers.host = host;
  raw.headers['x-forwarded-host'] = host;
  raw.headers['x-forwarded-proto'] = protocol.slice(0, -1);
  raw.headers['x-forwarded-for'] = ip;
  // The pages that oidc-provider asks for are in the language that was negotiated.
  raw.headers['accept-language'] = language;
}

async function send(server: IdentityServer, reply: FastifyReply, step: Step): Promise<FastifyReply> {
  // oidc-provider may have written cookies.
  const cookies = reply.raw.getHeader('set-cookie');
  if (cookies !== undefined) reply.header('set-cookie', cookies);
  const started = step.kind === 'go' && typeof step.session === 'object' ? step.session : undefined;
  const browser = step.browser ?? started?.browser;
  const rememberBrowser = (): void => {
    if (browser !== undefined) reply.header('set-cookie', formatBrowserCookie(server.sessionCookie, browser));
  };
  if (step.kind === 'go') {
    const { session, location } = step;
    const { secret, keptFor } = session === 'forget' ? { secret: '', keptFor: 0 } : (session ?? {});
    if (secret !== undefined) reply.header('set-cookie', formatSessionCookie(server.sessionCookie, secret, keptFor));
    rememberBrowser();
    return reply.redirect(location, 303);
  }
  rememberBrowser();
  const { language } = reply.request;
  const text = await cardPage(language, step.page(language), inOtherLanguages(reply.request));
  if (step.retryAfter !== undefined) reply.header('retry-after', `${step.retryAfter}`);
  return reply
    .code(step.status)
    .header('content-security-policy', pagePolicy(step.target, step.hasScript ? scriptOf(server) : undefined))
    .header('content-language', language)
    .header('vary', 'Accept-Language, Cookie')
    .header('referrer-policy', referrerPolicy)
    .type('text/html; charset=utf-8')
    .send(text);
}

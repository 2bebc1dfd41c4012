import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressGroup } from '../../src/platform/network/network-address.ts';
import { formatSessionCookie, presentedSession } from '../../src/identity/authentication/browsers/session-cookie.ts';
import type { SessionServer } from '../../src/server/start/parts/development.ts';
import { asPrivacyError, PrivacyError } from '../../src/platform/errors/errors.ts';
import { inOtherLanguages, takeChosenLanguage, cardPage, pagePolicy, referrerPolicy } from '../../src/identity/pages/layout/layout.ts';
import { isForeignForm } from '../../src/identity/server/steps/interact.ts';
import type { InTurn } from '../../src/engine/own-pages.ts';
import { describeDevice } from '../../src/identity/sessions/describe-device.ts';
import type { StartedSession } from '../../src/identity/sessions/sessions.ts';
import { demoAccounts, demoPassword, type DemoAccount } from '../accounts.ts';
import { demoKeys } from '../demo-keys.ts';
import { matters, personaNamed, type Persona } from '../personas.ts';
import { openSoftwareAuthenticator } from '../sign-in/software-authenticator.ts';
import { developmentPage } from './development-page.ts';

type Question = Parameters<ReturnType<typeof openSoftwareAuthenticator>['get']>[0];

const path = '/development';
/** The most bytes of a form. */
const bodyLimit = 1_024;

/**
 * Serves `/development`: one button for each persona that has an account. It signs in as any person does, by password or passkey, and goes
 * to the pages. The page exists only at the origin of the authorization server, because passkeys are bound to that origin.
 */
export async function serveDevelopment(app: FastifyInstance, server: SessionServer, dataDirectory: string, inTurn: InTurn): Promise<void> {
  const { origin, host } = new URL(server.issuer);
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string', bodyLimit }, (_request, text: string, done) =>
      done(null, new URLSearchParams(text)),
    );
    scope.addHook('onRequest', (request, reply, done) => {
      takeChosenLanguage(request, reply, server.sessionCookie.secure);
      done();
    });
    scope.get(path, (request, reply) =>
      inTurn(request, reply, async () => {
        if (request.headers.accept === 'application/json') return reply.send(demoAccounts.map(({ persona }) => described(persona)));
        return request.host === host ? show(reply) : reply.redirect(origin + path, 303);
      }),
    );
    scope.post<{ Body: URLSearchParams | null }>(path, (request, reply) =>
      inTurn(request, reply, async () => {
        if (isForeignForm(request, origin)) throw new PrivacyError('CROSS_SITE_REQUEST');
        const account = demoAccounts.find(({ persona }) => persona === request.body?.get('persona'));
        if (!account) return show(reply, 400);
        try {
          const { secret, keptFor } = await signInAs(account, request, server, dataDirectory);
          return await reply.header('set-cookie', formatSessionCookie(server.sessionCookie, secret, keptFor)).redirect('/', 303);
        } catch (error) {
          if (asPrivacyError(error)?.code !== 'SIGN_IN_REFUSED') throw error;
          return show(reply, 400);
        }
      }),
    );
  });
}

/** The entry of a persona on the page for developers. */
function described(persona: string): Pick<Persona, 'role' | 'purposes' | 'persona'> & { readonly cases: readonly NamedCase[] } {
  const { role, purposes, cases } = personaNamed(persona);
  return { persona, role, purposes, cases: cases.map((id) => ({ id, name: nameOfCase(id) })) };
}

interface NamedCase {
  readonly id: string;
  /** In English words, such as `protected ticket`. */
  readonly name: string;
}

function nameOfCase(id: string): string {
  const [name = id] = Object.entries(matters).find(([, known]) => known === id) ?? [];
  return name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** @throws PrivacyError SIGN_IN_REFUSED if the database or the data directory is not the demo's; SIGN_IN_THROTTLED, LOG_UNAVAILABLE */
async function signInAs(
  { persona, email, hasPasskey }: DemoAccount,
  { ip, headers }: FastifyRequest,
  { sessions, sessionCookie, issuer }: SessionServer,
  dataDirectory: string,
): Promise<StartedSession> {
  const { role } = personaNamed(persona);
  const from = { address: addressGroup(ip) };
  const browser = { before: presentedSession(headers.cookie, sessionCookie), device: describeDevice(headers['user-agent']) };
  if (!hasPasskey) return sessions.signIn({ email, password: demoPassword, role, keep: false }, from, browser);
  const authenticator = openSoftwareAuthenticator(new URL(issuer).origin, demoKeys(dataDirectory, persona));
  const passkey = authenticator.get((await sessions.signInOptions(from)) as Question);
  return sessions.signIn({ passkey, role, keep: false }, from, browser);
}

/** @param status default: nothing was refused */
async function show(reply: FastifyReply, status = 200): Promise<FastifyReply> {
  const { language } = reply.request;
  return reply
    .code(status)
    .headers({
      'content-security-policy': pagePolicy(),
      'content-language': language,
      vary: 'Accept-Language, Cookie',
      'referrer-policy': referrerPolicy,
    })
    .type('text/html; charset=utf-8')
    .send(await cardPage(language, developmentPage(language, status !== 200), inOtherLanguages(reply.request)));
}

import type { InTurn } from '../../engine/own-pages.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { addressGroup } from '../../platform/network/network-address.ts';
import { checkNamedSession, checkSameOrigin } from '../authentication/browsers/known-sessions.ts';
import {
  formatBrowserCookie,
  presentedBrowser,
  formatSessionCookie,
  presentedSession,
  type SessionCookie,
} from '../authentication/browsers/session-cookie.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Role } from '../../engine/register.ts';
import { readSignInResponse } from '../accounts/passkeys/read-passkey-response.ts';
import type { Origin } from '../accounts/accounts.ts';
import { newToken } from '../accounts/mails/secret-token.ts';
import { describeDevice } from './describe-device.ts';
import type { Sessions, StartedSession } from './sessions.ts';

/** Characters; longer ones are refused as what they are, before they are hashed. */
const [longestEmail, longestPassword] = [320, 1_024];
/** The most bytes of a body. */
const bodyLimit = 8_192;

const role = z.custom<Role>((given) => typeof given === 'string' && /^[A-Z_]{1,64}$/.test(given));
const password = z.string().max(longestPassword);
const passkey = z.unknown().transform((given, context) => {
  const response = readSignInResponse(JSON.stringify(given));
  if (response) return response;
  context.addIssue('not the answer of a passkey');
  return z.NEVER;
});
const chosen = { role: role.optional(), keep: z.boolean().default(false) };
const signIn = z.strictObject({ email: z.string().max(longestEmail), password, ...chosen });
const signInByPasskey = z.strictObject({ passkey, ...chosen });
const capacity = z.strictObject({ role });
const stepUp = z.strictObject({ password });
const stepUpByPasskey = z.strictObject({ passkey });
const keep = z.strictObject({ keep: z.boolean() });
const newEmail = z.strictObject({ email: z.string().max(longestEmail) });
const named = z.strictObject({ id: z.guid() });

/**
 * Serves `/session` and `/sessions` to pages of the gateway's own origin. A body is JSON, and so is an answer. The id of a session leaves
 * in a cookie alone.
 */
export async function serveSessions(app: FastifyInstance, sessions: Sessions, cookie: SessionCookie, inTurn: InTurn): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRequest', (request, _reply, done) => {
      checkSameOrigin(request, cookie);
      done();
    });
    const start = (reply: FastifyReply, { secret, keptFor, view, browser }: StartedSession, status = 200): FastifyReply => {
      reply.code(status).header('set-cookie', formatSessionCookie(cookie, secret, keptFor));
      if (browser !== undefined) reply.header('set-cookie', formatBrowserCookie(cookie, browser));
      return reply.send(view);
    };
    const originOf = ({ ip, headers }: FastifyRequest): Origin => ({
      // Tries count for all addresses that one client has.
      address: addressGroup(ip),
      browser: presentedBrowser(headers.cookie, cookie),
    });
    const leave = (reply: FastifyReply): FastifyReply =>
      reply
        .code(204)
        .header('set-cookie', formatSessionCookie(cookie, '', 0))
        .send();
    const presented = async ({ headers }: FastifyRequest): Promise<Buffer | undefined> => {
      const digest = presentedSession(headers.cookie, cookie);
      const named = headers['privacy-session'];
      const session = digest && named !== undefined ? await sessions.find(digest) : undefined;
      if (session) checkNamedSession(session.id, named);
      return digest;
    };
    const own = async (request: FastifyRequest): Promise<Buffer> => {
      const digest = await presented(request);
      if (!digest) throw new PrivacyError('SESSION_ENDED');
      return digest;
    };

    scope.post('/session', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => {
        const { headers, body } = request;
        const secret = presentedBrowser(headers.cookie, cookie) ?? newToken();
        const browser = { before: presentedSession(headers.cookie, cookie), device: describeDevice(headers['user-agent']), secret };
        const given = hasPasskey(body) ? read(signInByPasskey, body) : read(signIn, body);
        return start(reply, await sessions.signIn(given, { ...originOf(request), browser: secret }, browser), 201);
      }),
    );
    scope.post('/session/options', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => reply.send({ options: await sessions.signInOptions(originOf(request)) })),
    );
    scope.get('/session', (request, reply) =>
      inTurn(request, reply, async () => reply.send({ ...(await sessions.view(await own(request))), clock: sessions.clock() })),
    );
    scope.delete('/session', (request, reply) =>
      inTurn(request, reply, async () => {
        const digest = await presented(request);
        if (digest) await sessions.end(digest);
        return leave(reply);
      }),
    );
    scope.post('/session/capacity', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () =>
        start(reply, await sessions.changeCapacity(await own(request), read(capacity, request.body).role)),
      ),
    );
    scope.post('/session/step-up', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => {
        const { body } = request;
        const given = hasPasskey(body) ? read(stepUpByPasskey, body) : read(stepUp, body);
        return start(reply, await sessions.stepUp(await own(request), given, originOf(request)));
      }),
    );
    scope.post('/session/step-up/options', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => reply.send({ options: await sessions.stepUpOptions(await own(request)) })),
    );
    scope.post('/session/keep', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => start(reply, await sessions.keep(await own(request), read(keep, request.body).keep))),
    );
    scope.post('/session/email', { bodyLimit }, (request, reply) =>
      inTurn(request, reply, async () => {
        const { language, body } = request;
        const mailed = await sessions.askForEmail(await own(request), read(newEmail, body).email, language, originOf(request));
        return reply.code(202).send({ mailed });
      }),
    );
    scope.get('/sessions', (request, reply) =>
      inTurn(request, reply, async () => reply.send({ sessions: await sessions.list(await own(request)) })),
    );
    scope.delete('/sessions', (request, reply) =>
      inTurn(request, reply, async () => {
        await sessions.endAll(await own(request));
        return leave(reply);
      }),
    );
    scope.delete('/sessions/:id', (request, reply) =>
      inTurn(request, reply, async () => {
        const given = named.safeParse(request.params);
        if (!given.success) throw new PrivacyError('NOT_FOUND');
        await sessions.endOne(await own(request), given.data.id);
        return reply.code(204).send();
      }),
    );
  });
}

function hasPasskey(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'passkey' in body;
}

/** @throws PrivacyError INPUT_INVALID, naming members of the body and no value */
function read<Content>(form: z.ZodType<Content>, body: unknown): Content {
  const parsed = form.safeParse(body);
  if (parsed.success) return parsed.data;
  const members = Object.keys(form instanceof z.ZodObject ? form.shape : {});
  const wrong = new Set(parsed.error.issues.map(({ path: [member] }) => String(member)));
  throw new PrivacyError('INPUT_INVALID', { coordinates: members.filter((member) => wrong.has(member)) });
}

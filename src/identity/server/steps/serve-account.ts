import { timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { addressGroup } from '../../../platform/network/network-address.ts';
import { presentedBrowser, presentedSession } from '../../authentication/browsers/session-cookie.ts';
import { newToken } from '../../accounts/mails/secret-token.ts';
import { describeDevice } from '../../sessions/describe-device.ts';
import { accountOf, linkPaths, pathOf } from '../addresses.ts';
import { changeEmailStep } from './change-email-steps.ts';
import { credentialSteps } from './credential-steps.ts';
import { deriveKey } from '../tokens/seal.ts';
import { failed, type Step } from './interact.ts';
import { mailboxUses, openMailboxLink, showMailboxLink } from './mailbox-steps.ts';
import type { IdentityServer } from '../provider.ts';
import { goTo, type OwnAsked, type SignedInAsked } from './own-account.ts';
import { sessionSteps, showSignIn, takeSignIn } from './session-steps.ts';

/** The parts of a page's route. */
export interface PageRoutes {
  /** The path of the server's pages. */
  readonly mount: string;
  /** Sends a page when it is the turn of its address. */
  readonly answer: (request: FastifyRequest, reply: FastifyReply, step: () => Promise<Step>) => Promise<FastifyReply>;
  /** The same for a form, unless another site sent it. */
  readonly answerForm: PageRoutes['answer'];
  readonly now: () => Date;
}

type Form = FastifyRequest<{ Body: URLSearchParams | null }>;

/** Serves the pages of the own account, which need a browser's session, and the page on which one signs in to it. */
export function serveAccount(scope: FastifyInstance, server: IdentityServer, { mount, answer, answerForm, now }: PageRoutes): void {
  const account = accountOf(server);
  const askedOf = ({ url, headers, ip, language }: Pick<FastifyRequest, 'url' | 'headers' | 'ip' | 'language'>): OwnAsked => {
    const { pathname, searchParams } = new URL(url, server.issuer);
    const kept = new URLSearchParams([...searchParams].filter(([name]) => name !== 'done'));
    const search = kept.size === 0 ? '' : `?${kept.toString()}`;
    const action = new URL(pathname + search, server.issuer).href;
    const digest = presentedSession(headers.cookie, server.sessionCookie);
    const device = describeDevice(headers['user-agent']);
    const secret = presentedBrowser(headers.cookie, server.sessionCookie) ?? newToken();
    const from = { address: addressGroup(ip), browser: secret };
    return { server, account, action, query: searchParams, from, language, digest, device, secret, now: now() };
  };
  scope.get(`${mount}/account/sign-in`, (request, reply) => answer(request, reply, () => showSignIn(askedOf(request))));
  scope.post(`${mount}/account/sign-in`, (request: Form, reply) =>
    answerForm(request, reply, () => takeSignIn(askedOf(request), request.body ?? new URLSearchParams())),
  );
  for (const use of server.linksAreMailed ? mailboxUses : []) {
    type Linked = { Params: { token: string } };
    const path = `${mount}/account/${linkPaths[use]}/:token`;
    scope.get<Linked>(path, (request, reply) => answer(request, reply, () => showMailboxLink(use, askedOf(request), request.params.token)));
    scope.post<Linked>(path, (request, reply) =>
      answerForm(request, reply, () => openMailboxLink(use, askedOf(request), request.params.token)),
    );
  }
  for (const step of [...sessionSteps, ...credentialSteps, ...(server.linksAreMailed ? [changeEmailStep] : [])]) {
    const path = `${mount}/account${step.path === '' ? '' : '/'}${step.path}`;
    scope.get(path, (request, reply) => answer(request, reply, () => whenSignedIn(askedOf(request), (asked) => step.show(asked))));
    scope.post(path, (request: Form, reply) =>
      answerForm(request, reply, () =>
        whenSignedIn(askedOf(request), async (asked) => {
          const form = request.body ?? new URLSearchParams();
          return isOwnForm(form, asked) ? step.take(asked, form) : failed(403);
        }),
      ),
    );
  }
}

/** Runs a step with the session of the browser; without one, leads to the sign-in and back. */
async function whenSignedIn(asked: OwnAsked, step: (asked: SignedInAsked) => Promise<Step>): Promise<Step> {
  const { server, digest, action } = asked;
  const session = digest && (await server.sessions.find(digest));
  if (!session) return goTo(server, `/sign-in?${new URLSearchParams({ next: pathOf(action) }).toString()}`);
  // Derived from the id of the session, it changes with each sign-in, and is stored nowhere.
  const token = deriveKey(server.secret, `forms of ${digest.toString('hex')}`).toString('base64url');
  return step({ ...asked, digest, session, token });
}

function isOwnForm(form: URLSearchParams, { token }: SignedInAsked): boolean {
  const [given, own] = [Buffer.from(form.get('token') ?? ''), Buffer.from(token)];
  return given.length === own.length && timingSafeEqual(given, own);
}

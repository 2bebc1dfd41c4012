import compress from '@fastify/compress';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hash } from 'node:crypto';
import { constants } from 'node:zlib';
import type { TrustedDocuments } from '../../engine/document/trusted-documents.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import type { Admission } from '../fairness/fair-queue.ts';
import { answerStatus, challengeOf, retryAfterOf } from './answer-status.ts';
import { checkOrigin } from './requests/allow-origins.ts';
import { holdBody, type HeldBody } from '../fairness/hold-body.ts';
import { negotiateMediaType, type MediaType, type RequestBody } from './requests/parse-bodies.ts';
import { answer } from '../spine/pipeline.ts';
import type { RequestHeaders } from '../spine/answer/privacy-headers.ts';
import { bodyOfQuery } from './requests/query-string.ts';
import type { Answer } from '../spine/stages/release.ts';
import type { Runtime } from '../spine/runtime.ts';
import { tellLanguage } from './requests/speak-language.ts';
import { documentHash, takeOperation } from '../spine/take-operation.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** The media type of an operation's answer; undefined: none was agreed on, or the request is for another route. */
    answerType: MediaType | undefined;
  }
}

/** The dependencies of the routes for operations. */
export interface OperationRoutes {
  readonly runtime: Runtime;
  readonly admission: Admission;
  readonly trusted: TrustedDocuments | undefined;
  /** The hashes of the trusted documents that are about no one. */
  readonly impersonal: ReadonlySet<string>;
  /** Origins whose pages may ask; see `checkOrigin`. */
  readonly origins: readonly string[];
}

/** Bytes of memory that a character of a text takes, and those that parsed JSON can take for each of its characters. */
const [inText, inJson] = [2, 20];
/** Answers that are the same for all principals may be cached for five minutes. */
const forFiveMinutes = 'public, max-age=300';
/** Brotli's usual quality, 11, takes a hundred times as long. */
const compression = { encodings: ['zstd', 'br', 'gzip'], brotliOptions: { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } } } as const;

/**
 * Serves operations: `POST /graphql`, and `GET /graphql` for trusted documents that are about no one. Only answers that hold nothing
 * personal are compressed: the length of a compressed answer reveals values next to text that another person chose
 * (BREACH, https://www.breachattack.com).
 */
export async function serveOperations(app: FastifyInstance, routes: OperationRoutes): Promise<void> {
  const { impersonal, origins } = routes;
  app.decorateRequest('answerType');
  await app.register(async (scope) => {
    await scope.register(compress, { ...compression, encodings: [...compression.encodings], global: false });
    scope.addHook('onRequest', (request, reply, done) => {
      reply.header('vary', 'Accept, Accept-Encoding, Origin');
      tellLanguage(reply);
      // Before the form is agreed on: it is no refusal of an operation, so its status is 403 for every client.
      checkOrigin(request, origins);
      request.answerType = negotiateMediaType(request.headers.accept);
      done();
    });
    scope.post('/graphql', async (request, reply) => {
      const answered = await answerTo(routes, request, reply, request.headers);
      reply.code(answerStatus(answered, request.answerType!));
      return answered.personal ? reply.send(answered.body) : reply.compress(Buffer.from(answered.body));
    });
    scope.route({
      method: scope.supportedMethods.filter((method) => method !== 'POST' && method !== 'GET'),
      url: '/graphql',
      handler: refuseMethod,
    });
    scope.get('/graphql', { exposeHeadRoute: false }, async (request, reply) => {
      const body = bodyOfQuery(request.query);
      if (!impersonal.has(documentHash(body) ?? '')) refuseMethod();
      request.body = body;
      // Anyone may ask for these, so no one needs to say who asks.
      const answered = await answerTo(routes, request, reply, { 'content-length': '0' });
      reply.code(answerStatus(answered, request.answerType!));
      if (answered.personal || answered.code !== undefined) return reply.send(answered.body);
      // An answer without sentences is the same in each language, but not the same representation (RFC 9110, 8.8.1).
      const tag = `"${request.language}-${hash('sha256', answered.body, 'base64url')}"`;
      reply.headers({ 'cache-control': forFiveMinutes, etag: tag });
      if (isKnown(tag, request.headers['if-none-match'])) return reply.code(304).send();
      return reply.compress(Buffer.from(answered.body));
    });
  });
}

/** Whether a cache has the answer already (RFC 9110, 13.1.2). One that was compressed on its way has a weak tag. */
function isKnown(tag: string, ifNoneMatch: string | undefined): boolean {
  return ifNoneMatch?.split(',').some((one) => one.trim().replace(/^W\//, '') === tag) ?? false;
}

function refuseMethod(): never {
  throw new PrivacyError('METHOD_NOT_ALLOWED');
}

/** Answers a request, and sets the headers that do not depend on the route. */
async function answerTo(
  { runtime, admission, trusted }: OperationRoutes,
  request: FastifyRequest,
  reply: FastifyReply,
  headers: RequestHeaders,
): Promise<Answer> {
  const answered = await holdOperation(request, trusted, (held) =>
    admission.admit(reply.raw, (deadline) => answer(runtime, { headers, client: request, held, deadline })),
  );
  request.answerCode = answered.code;
  const retryAfter = retryAfterOf(answered);
  if (retryAfter !== undefined) reply.header('retry-after', `${retryAfter}`);
  // A session steps up at its own route.
  const { authorization } = request.headers;
  if (answered.code === 'STEP_UP_NEEDED' && authorization !== undefined)
    reply.header('www-authenticate', challengeOf(answered.code, authorization));
  reply.type(`${request.answerType!}; charset=utf-8`);
  return answered;
}

/**
 * Holds the operation of a request until its work begins. Its document is a text; its variables and extensions are JSON.
 * @throws PrivacyError as `takeOperation` does; OVERLOADED; whatever `work` does
 */
function holdOperation<Result>(
  request: FastifyRequest,
  trusted: TrustedDocuments | undefined,
  work: (held: HeldBody<RequestBody>) => Promise<Result>,
): Promise<Result> {
  const { bodyLength, ip, server } = request;
  const { operation, isSent } = takeOperation(request, trusted);
  // A trusted document is in memory already.
  const text = isSent ? operation.query.length : 0;
  return holdBody(server.bodies, ip, text * inText + (bodyLength - text) * inJson, operation, work);
}

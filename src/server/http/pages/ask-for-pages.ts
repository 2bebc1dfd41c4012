import { PrivacyError, type ErrorCode } from '../../../platform/errors/errors.ts';
import type { AskGateway } from '../../../engine/own-pages.ts';
import type { Admission } from '../../fairness/fair-queue.ts';
import { holdBody } from '../../fairness/hold-body.ts';
import { answer } from '../../spine/pipeline.ts';
import type { Runtime } from '../../spine/runtime.ts';

/** Bytes of memory that a character of an operation takes. */
const bytesPerCharacter = 2;

interface Received {
  readonly data: unknown;
  readonly errors?: readonly { readonly extensions: { readonly code: ErrorCode; readonly coordinates?: readonly string[] } }[];
}

/**
 * Makes what the server's own pages ask with. Their operations go through all stages, like those of any client. The request's headers
 * are not passed on, so the principal is anonymous.
 */
export function createAskForPages(runtime: Runtime, admission: Admission): AskGateway {
  return async (request, reply, { query, variables = {} }) => {
    const operation = { query, variables, operationName: undefined, extensions: undefined };
    const size = (query.length + JSON.stringify(variables).length) * bytesPerCharacter;
    const answered = await holdBody(request.server.bodies, request.ip, size, operation, (held) =>
      admission.admit(reply.raw, (deadline) => answer(runtime, { headers: { 'content-length': '0' }, client: request, held, deadline })),
    );
    request.answerCode = answered.code;
    const { data, errors = [] } = JSON.parse(Buffer.from(answered.body).toString()) as Received;
    const [error] = errors;
    if (!error) return data as never;
    const { code, coordinates } = error.extensions;
    throw new PrivacyError(code, {
      ...(coordinates && { coordinates }),
      ...(answered.retryAfter !== undefined && { retryAfter: answered.retryAfter }),
    });
  };
}

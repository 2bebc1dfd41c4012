import type { ErrorCode } from '../../platform/errors/errors.ts';
import type { Answer } from '../spine/stages/release.ts';
import type { MediaType } from './requests/media-type.ts';

/** Some of the data, and errors (GraphQL over HTTP, "Partial success"). */
const partialSuccess = 294;
/** The errors of an operation itself. Other statuses tell a client how to react: sign in again, wait, send less. */
const ofOperations: ReadonlySet<number> = new Set([400, 403, 404, 409]);
/** Codes of requests that name no operation. */
const malformed: ReadonlySet<ErrorCode | undefined> = new Set<ErrorCode>(['BODY_INVALID', 'BATCH_NOT_ALLOWED', 'HEADER_INVALID']);

/**
 * The HTTP status of an answer (GraphQL over HTTP, "Status Codes"). An answer with data has a 2xx status, regardless of its errors. A
 * client that asks for `application/json` may read no answer whose status is another, so a well-formed request gets 200.
 */
export function answerStatus({ status, code, hasData }: Pick<Answer, 'status' | 'code' | 'hasData'>, mediaType: MediaType): number {
  const isPlainJson = mediaType === 'application/json';
  if (hasData) return code === undefined || isPlainJson ? 200 : partialSuccess;
  return isPlainJson && ofOperations.has(status) && !malformed.has(code) ? 200 : status;
}

import type { ErrorCode } from '../errors.ts';
import type { Receipt } from '../transparency-log/receipt.ts';
import type { Result } from './result.ts';
import { serializeAnswer } from './serialize-answer.ts';

/** An answer that may leave. */
export interface Answer {
  readonly status: number;
  /** The code of its first error; undefined: none. */
  readonly code: ErrorCode | undefined;
  /** Seconds after which to ask again (RFC 9110, Retry-After). */
  readonly retryAfter: number | undefined;
  /** JSON in UTF-8. */
  readonly body: Uint8Array;
}

/**
 * Releases an answer once its entry is committed (stage "release").
 * @param privacy `extensions.privacy` without the receipt
 * @throws PrivacyError LOG_UNAVAILABLE, as `record` says
 */
export async function release(
  result: Result,
  privacy: Readonly<Record<string, unknown>> | undefined,
  receipt: Promise<Receipt | undefined> | undefined,
): Promise<Answer> {
  const code = result.errors[0]?.extensions?.['code'] as ErrorCode | undefined;
  return { status: result.status ?? 200, code, retryAfter: result.retryAfter, body: await serializeAnswer(result, privacy, receipt) };
}

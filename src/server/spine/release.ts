import type { Language } from '../../platform/language/languages.ts';
import { sayError } from '../../platform/errors/say-error.ts';
import type { ErrorCode } from '../../platform/errors/errors.ts';
import type { Receipt } from '../../log/proofs/receipt.ts';
import type { Result } from './result.ts';
import { serializeAnswer } from './answer/serialize-answer.ts';

/** An answer that may leave. */
export interface Answer {
  /** The status of its last failure, else of its last error, else 200; see `answerStatus`. */
  readonly status: number;
  /** Whether it has data that is not null. */
  readonly hasData: boolean;
  /** The code of its first error; undefined: none. */
  readonly code: ErrorCode | undefined;
  /** Whether it may hold something personal. What is refused before the plan may not be told apart. */
  readonly personal: boolean;
  /** Seconds after which to ask again (RFC 9110, Retry-After). */
  readonly retryAfter: number | undefined;
  /** JSON in UTF-8. */
  readonly body: Uint8Array;
}

/**
 * Releases an answer once its entry is committed (stage "release").
 * @param language of its error messages
 * @param privacy `extensions.privacy` without the receipt
 * @param personal whether the operation was about anybody
 * @param onlyId whether the client wants only the id of its receipt
 * @throws PrivacyError LOG_UNAVAILABLE, as `record` says
 */
export async function release(
  result: Result,
  language: Language,
  privacy: Readonly<Record<string, unknown>> | undefined,
  receipt: Promise<Receipt | undefined> | undefined,
  personal = true,
  onlyId = false,
): Promise<Answer> {
  const code = result.errors[0]?.extensions?.['code'] as ErrorCode | undefined;
  const errors = result.errors.map((error) => ({ ...error, message: sayError(language, error.extensions?.['code'] as ErrorCode) }));
  const body = await serializeAnswer({ ...result, errors }, privacy, onlyId ? receipt?.then(idOf) : receipt);
  return { status: result.status ?? 200, hasData: Boolean(result.data), code, personal, retryAfter: result.retryAfter, body };
}

/** What is left of a receipt for a client that fetches it later, or never (`Query.accessReceipt`). */
function idOf(receipt: Receipt | undefined): Pick<Receipt, 'entry'> | undefined {
  return receipt && { entry: receipt.entry };
}

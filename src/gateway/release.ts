import { PrivacyError } from '../errors.ts';
import type { Draft, Exchange } from './exchange.ts';

/** An answer that may leave. */
export interface Answer {
  readonly status: number;
  readonly body: string;
}

/**
 * Stage 7: lets the answer go once its entry is committed.
 * @throws PrivacyError LOG_UNAVAILABLE where that failed or its outcome is unknown: the log may
 *   over-report, never under-report
 */
export async function release(exchange: Exchange, draft: Draft): Promise<Answer> {
  try {
    await exchange.appending;
  } catch (error) {
    throw Object.assign(new PrivacyError('LOG_UNAVAILABLE'), { cause: error });
  }
  return { status: draft.head.status ?? 200, body: draft.body };
}

/** Undoes a mutation that was never settled, whatever happened to it. */
export async function abandon(exchange: Exchange): Promise<void> {
  await exchange.appending?.catch(() => undefined);
  if (!exchange.inTransaction) return;
  exchange.inTransaction = false;
  await exchange.request.records.rollback().catch(() => undefined);
}

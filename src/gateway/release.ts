import { Buffer, transcode } from 'node:buffer';
import type { Receipt } from '../transparency-log/receipt.ts';
import { PrivacyError } from '../errors.ts';
import type { Draft, Exchange } from './exchange.ts';

/** An answer that may leave. */
export interface Answer {
  readonly status: number;
  /** RFC 9110: the seconds after which to ask again. */
  readonly retryAfter: string | undefined;
  /** JSON in UTF-8. */
  readonly body: Uint8Array;
}

/**
 * Stage 8: lets the answer go once its entry is committed.
 * @throws PrivacyError LOG_UNAVAILABLE where that failed or its outcome is unknown: the log may
 *   over-report, never under-report
 */
export async function release(exchange: Exchange, draft: Draft): Promise<Answer> {
  const receipt = await exchange.appending?.catch((error: unknown) => {
    throw Object.assign(new PrivacyError('LOG_UNAVAILABLE'), { cause: error });
  });
  const { status = 200, headers } = draft.head;
  return { status, retryAfter: headers.get('retry-after'), body: inUtf8(receipt ? withReceipt(draft.body, receipt) : draft.body) };
}

// The end of every body with privacy extensions, which stand last. The answer was serialised while its entry was committed.
const end = '}}}\n';

/** Adds the receipt to `extensions.privacy` of a serialised answer. */
function withReceipt(body: string, receipt: Receipt): string {
  if (!body.endsWith(end)) throw new PrivacyError('INTERNAL');
  return `${body.slice(0, -end.length)},"receipt":${JSON.stringify(receipt)}${end}`;
}

/**
 * By way of UTF-16, as the text lies in memory where a letter of it is beyond ASCII (a receipt's dash always is): Node
 * transcodes that by the widest instructions of the processor, and encodes a text letter by letter.
 */
function inUtf8(text: string): Uint8Array {
  return transcode(Buffer.from(text, 'utf16le'), 'utf16le', 'utf8');
}

/** Undoes a mutation that was never settled, whatever happened to it. */
export async function abandon(exchange: Exchange): Promise<void> {
  await exchange.appending?.catch(() => undefined);
  if (!exchange.inTransaction) return;
  exchange.inTransaction = false;
  await exchange.request.records.rollback().catch(() => undefined);
}

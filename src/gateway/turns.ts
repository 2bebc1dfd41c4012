import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Principal } from '../authentication/principal.ts';
import { documentRefusals } from '../document/check-document.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../errors.ts';
import type { RequestLimits } from '../request-limits.ts';
import type { Admission } from './admission.ts';
import { addressGroup } from './address-group.ts';
import { Slots } from './slots.ts';

/** Gives each principal its turns, so that one who asks for much delays nobody else. */
export interface Turns {
  /**
   * Serves a request when it is the turn of its principal.
   * @param address the client's network address, which stands for an anonymous principal
   * @param bodyBytes the length of the request's body as declared; NaN: it is not known. A large body does not wait
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  take<Result extends { readonly code?: ErrorCode | undefined }>(
    principal: Principal,
    address: string,
    bodyBytes: number,
    work: () => Promise<Result>,
  ): Promise<Result>;
  /**
   * Serves a request to the public log when it is the turn of its network address, which is apart from that of its operations.
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  takeLog<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
}

/**
 * The most bytes of a body that waits. It waits as parsed JSON, which can take twenty times its bytes. The largest honest documents known
 * have 29,000 characters (document/limits.ts).
 */
const mostBytesWaiting = 32 * 1024;
/** Seconds after which to ask again where requests wait (RFC 9110, Retry-After). */
const whileWaiting = 1;
const minute = 60;

/** Makes the turns of one instance. @param serve serves a request whose turn it is */
export function createTurns({ requests, waiting, refusedDocuments }: RequestLimits, serve: Admission['serve']): Turns {
  const lines = new Map<string, Slots>();
  const refused = new RateLimiterMemory({ points: refusedDocuments, duration: minute });

  const enter = (key: string, mayWait = true): Promise<void> | undefined => {
    let line = lines.get(key);
    if (!line) lines.set(key, (line = new Slots(requests)));
    if (line.isFull && (!mayWait || line.waiting >= waiting)) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: whileWaiting });
    return line.take();
  };
  const leave = (key: string): void => {
    const line = lines.get(key)!;
    line.giveBack();
    if (line.isUnused) lines.delete(key);
  };
  // Reading a document that is refused costs more than refusing it unread.
  const checkRefused = async (key: string): Promise<void> => {
    const used = await refused.get(key);
    if (used && used.remainingPoints <= 0)
      throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(used.msBeforeNext / 1_000) });
  };

  return {
    async take(principal, address, bodyBytes, work) {
      const key = principal.id ?? `address ${addressGroup(address)}`;
      const turn = enter(key, bodyBytes <= mostBytesWaiting);
      if (turn) await turn;
      try {
        await checkRefused(key);
        const done = await serve(work);
        if (isRefusal(done.code)) await refused.penalty(key);
        return done;
      } catch (error) {
        if (isRefusal(asPrivacyError(error)?.code)) await refused.penalty(key);
        throw error;
      } finally {
        leave(key);
      }
    },
    async takeLog(address, work) {
      const key = `log ${addressGroup(address)}`;
      const turn = enter(key);
      if (turn) await turn;
      try {
        return await serve(work);
      } finally {
        leave(key);
      }
    },
  };
}

function isRefusal(code: ErrorCode | undefined): boolean {
  return code !== undefined && documentRefusals.has(code);
}

import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Principal } from '../authentication/principal.ts';
import type { Deadline } from '../deadline.ts';
import { documentRefusals } from '../document/check-document.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../errors.ts';
import type { RequestLimits } from '../request-limits.ts';
import type { Admission } from './admission.ts';
import { addressGroup } from '../address-group.ts';
import type { TimeShares, TimeShare } from './time-shares.ts';
import { largeBody } from './parse-bodies.ts';
import { Slots } from './slots.ts';

/** Gives each principal its turns, so that one who asks for much delays nobody else. */
export interface Turns {
  /**
   * Serves a request when it is the turn of its principal.
   * @param address the client's network address, which stands for an anonymous principal
   * @param arrived with how many bytes of body, as declared, and in how many milliseconds that was parsed; NaN: it is not known.
   *   A large body does not wait
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  take<Result extends { readonly code?: ErrorCode | undefined }>(
    principal: Principal,
    address: string,
    arrived: { readonly bodyBytes: number; readonly parsedIn: number; readonly deadline: Pick<Deadline, 'check'> },
    work: (share: TimeShare) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Serves a request to the public log when it is the turn of its network address, which is apart from that of its operations.
   * @throws PrivacyError TOO_MANY_REQUESTS: it was not begun; whatever `work` does
   */
  takeLog<Result>(address: string, deadline: Pick<Deadline, 'check'>, work: () => Promise<Result>): Promise<Result>;
}

/** Seconds after which to ask again where requests wait (RFC 9110, Retry-After). */
const whileWaiting = 1;
const minute = 60;
/** Milliseconds that an unread request counts for. */
const unread = 0.2;

/** Makes the turns of one instance. @param serve serves a request whose turn it is */
export function createTurns({ requests, waiting, refusedDocuments }: RequestLimits, shares: TimeShares, serve: Admission['serve']): Turns {
  const lines = new Map<string, Slots>();
  const refused = new RateLimiterMemory({ points: refusedDocuments, duration: minute });

  const enter = (key: string, mayWait = true): Promise<void> | undefined => {
    let line = lines.get(key);
    if (!line) lines.set(key, (line = new Slots(requests)));
    if (!line.isFull) return line.take();
    if (!mayWait || line.waiting >= waiting) throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: whileWaiting });
    return line.take();
  };
  const leave = (key: string): void => {
    const line = lines.get(key)!;
    line.giveBack();
    if (line.isUnused) lines.delete(key);
  };
  /** @throws PrivacyError TOO_MANY_REQUESTS: reading a document that is refused costs more than refusing it unread */
  const checkRefused = async (key: string, share: TimeShare): Promise<void> => {
    const used = await refused.get(key);
    if (!used || used.remainingPoints > 0) return;
    share.charge(unread);
    throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(used.msBeforeNext / 1_000) });
  };

  return {
    async take(principal, address, { bodyBytes, parsedIn, deadline }, work) {
      const key = principal.id ?? `address ${addressGroup(address)}`;
      const turn = enter(key, bodyBytes <= largeBody);
      if (turn) await turn;
      try {
        const share = await shares.begin(key, deadline);
        share.charge(parsedIn);
        try {
          await checkRefused(key, share);
          const done = await serve(() => work(share));
          if (isRefusal(done.code)) await refused.penalty(key);
          return done;
        } finally {
          share.end();
        }
      } catch (error) {
        if (isRefusal(asPrivacyError(error)?.code)) await refused.penalty(key);
        throw error;
      } finally {
        leave(key);
      }
    },
    async takeLog(address, deadline, work) {
      const key = `log ${addressGroup(address)}`;
      const turn = enter(key);
      if (turn) await turn;
      try {
        const share = await shares.begin(key, deadline);
        try {
          share.begin();
          const done = serve(work);
          share.countWhole();
          return await done;
        } finally {
          share.end();
        }
      } finally {
        leave(key);
      }
    },
  };
}

function isRefusal(code: ErrorCode | undefined): boolean {
  return code !== undefined && documentRefusals.has(code);
}

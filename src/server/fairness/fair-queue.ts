import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { InTurn } from '../../engine/own-pages.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import type { Deadline } from '../../platform/time/deadline.ts';
import { documentRefusals } from '../../engine/document/check-document.ts';
import { addressLevels, KeyedSemaphores, type Level } from '../../platform/fairness/semaphores.ts';
import { asPrivacyError, PrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import type { RequestLimits } from '../../platform/settings/config.ts';
import type { Admission } from './admission.ts';
import type { TimeShares, TimeShare } from './time-shares.ts';
import { largeBody } from '../http/requests/parse-bodies.ts';

type RequestDeadline = Pick<Deadline, 'check' | 'left'>;

/** Serves a few requests of each principal at a time, so that a principal with many requests does not delay others. */
export interface FairQueue {
  /**
   * Serves a request of a principal when a slot of the principal is free.
   * @param address the client's network address, whose slots an anonymous principal uses. All networks of a site together have eight times
   *   as many, and share one part of the time
   * @param arrived the declared bytes of its body, and the milliseconds that parsing it took; NaN: unknown. A request with a large body
   *   does not wait
   * @throws PrivacyError TOO_MANY_REQUESTS, REQUEST_OVERDUE: it was not begun; whatever `work` does
   */
  runForPrincipal<Result extends { readonly code?: ErrorCode | undefined }>(
    principal: Principal,
    address: string,
    arrived: { readonly bodyBytes: number; readonly parsedIn: number; readonly deadline: RequestDeadline },
    work: (share: TimeShare) => Promise<Result>,
  ): Promise<Result>;
  /**
   * Serves a request that has no principal, when a slot of its network address is free. Operations of that address have slots of their own.
   * @throws PrivacyError TOO_MANY_REQUESTS, REQUEST_OVERDUE: it was not begun; whatever `work` does
   */
  runForAddress<Result>(address: string, deadline: RequestDeadline, work: () => Promise<Result>): Promise<Result>;
}

/** Seconds after which to ask again where requests wait (RFC 9110, Retry-After). */
const retryAfter = 1;
const minute = 60;
/** Milliseconds that an unread request counts for. */
const unread = 0.2;
const noWait = { left: 0 };

/** Makes the queue of one instance. @param serve serves a request that has a slot */
export function createFairQueue(
  { requests, waiting, refusedDocuments }: RequestLimits,
  shares: TimeShares,
  serve: Admission['serve'],
): FairQueue {
  const semaphores = new KeyedSemaphores({ slots: requests, waitingPerKey: waiting });
  const refused = new RateLimiterMemory({ points: refusedDocuments, duration: minute });

  /** @throws PrivacyError TOO_MANY_REQUESTS: reading a document that is refused costs more than refusing it unread */
  const checkRefused = async (levels: readonly Level[], share: TimeShare): Promise<void> => {
    for (const { key, times } of levels) {
      const used = await refused.get(key);
      if (!used || used.consumedPoints < refusedDocuments * times) continue;
      share.charge(unread);
      throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter: Math.ceil(used.msBeforeNext / 1_000) });
    }
  };
  const countIfRefused = async (levels: readonly Level[], code: ErrorCode | undefined): Promise<void> => {
    if (code === undefined || !documentRefusals.has(code)) return;
    for (const { key } of levels) await refused.penalty(key);
  };
  const run = async <Result>(
    levels: readonly [Level, ...Level[]],
    deadline: RequestDeadline,
    mayWait: boolean,
    work: (share: TimeShare) => Promise<Result>,
  ): Promise<Result> => {
    const acquiring = semaphores.acquire(levels, mayWait ? deadline : noWait);
    const acquired = acquiring === 'ACQUIRED' ? acquiring : await acquiring;
    if (acquired === 'FULL') throw new PrivacyError('TOO_MANY_REQUESTS', { retryAfter });
    if (acquired === 'OVERDUE') throw new PrivacyError('REQUEST_OVERDUE');
    try {
      // All networks of a site share one part of the time.
      const share = await shares.begin(levels.at(-1)!.key, deadline);
      try {
        return await work(share);
      } finally {
        share.end();
      }
    } finally {
      semaphores.release(levels);
    }
  };

  return {
    runForPrincipal(principal, address, { bodyBytes, parsedIn, deadline }, work) {
      const levels = principal.id === undefined ? addressLevels('address', address) : ([{ key: principal.id, times: 1 }] as const);
      return run(levels, deadline, bodyBytes <= largeBody, async (share) => {
        share.charge(parsedIn);
        await checkRefused(levels, share);
        try {
          const done = await serve(() => work(share));
          await countIfRefused(levels, done.code);
          return done;
        } catch (error) {
          await countIfRefused(levels, asPrivacyError(error)?.code);
          throw error;
        }
      });
    },
    runForAddress: (address, deadline, work) =>
      run(addressLevels('log', address), deadline, true, (share) => {
        deadline.check();
        share.begin();
        const served = serve(work);
        share.countBlocking();
        return served;
      }),
  };
}

/** Makes the queue of requests that have no principal yet: pages, sign-ins, and the public log. */
export function createInTurn(admission: Admission, queue: Pick<FairQueue, 'runForAddress'>): InTurn {
  return ({ ip }, { raw }, work) => admission.admit(raw, (deadline) => queue.runForAddress(ip, deadline, work));
}

import type { ServerResponse } from 'node:http';
import { Deadline } from '../../platform/time/deadline.ts';
import type { Deadlines, RequestLimits } from '../../platform/settings/config.ts';
import { PrivacyError, asPrivacyError, type ErrorCode } from '../../platform/errors/errors.ts';
import { FairBound, FairSemaphore, addressLevels, KeyedSemaphores, type Level } from '../../platform/fairness/bounds.ts';
import { addressGroup } from '../../platform/network/network-address.ts';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { InTurn } from '../../engine/own-pages.ts';
import type { Principal } from '../../engine/purpose/principal.ts';
import { documentRefusals } from '../../engine/document/check-document.ts';
import type { TimeShares, TimeShare } from './time-shares.ts';
import { largeBody } from '../http/requests/parse-bodies.ts';

/** Bounds how many requests are there, how many are served at once, and how long each may take. */
export interface Admission {
  /**
   * Takes in a request, which may have to wait for its turn. If it takes too long or its client goes away, its deadline is over and
   * it counts until its work has ended. It is refused at once, or when the work has recorded the attempt (`Deadline.hold`). A request
   * whose client has gone away already is not begun.
   * @throws PrivacyError OVERLOADED, STOPPING: it was not begun; REQUEST_OVERDUE; whatever `work` does
   */
  admit<Result>(response: ServerResponse, work: (deadline: Deadline) => Promise<Result>): Promise<Result>;
  /**
   * Waits until it is known whose request it is. Where too many wait for that, the network address that has the most of them loses one.
   * @throws PrivacyError OVERLOADED: it goes on, and its result is lost; whatever `work` does
   */
  identify<Result>(address: string, work: () => Promise<Result>): Promise<Result>;
  /**
   * Serves a request that was taken in, once it is its turn: those that wait take no place of those that can be served.
   * @throws PrivacyError OVERLOADED; whatever `work` does
   */
  serve<Result>(work: () => Promise<Result>): Promise<Result>;
  /** Refuses every further request. */
  close(): void;
  readonly isClosed: boolean;
  /** Requests whose work has not ended. */
  readonly active: number;
}

/** Requests that may be there for each that may be served. */
const presentForEach = 10;
/** The part of them that may wait for authentication, which can take as long as a service that it asks. */
const unknownOfPresent = 0.5;

export function createAdmission({ mostRequests, request }: Pick<Deadlines, 'mostRequests' | 'request'>): Admission {
  const present = new FairSemaphore({ slots: mostRequests * presentForEach });
  const unknown = new FairBound(mostRequests * presentForEach * unknownOfPresent);
  const served = new FairSemaphore({ slots: mostRequests });
  let isClosed = false;
  return {
    admit(response, work) {
      if (isClosed) throw new PrivacyError('STOPPING');
      // The client went away while its request arrived: no further event says so.
      if (response.destroyed) throw new PrivacyError('REQUEST_OVERDUE');
      if (!present.tryAcquire()) throw new PrivacyError('OVERLOADED');
      const deadline = new Deadline(request);
      return new Promise((resolve, reject) => {
        const giveUp = (): void => deadline.cancel(() => reject(new PrivacyError('REQUEST_OVERDUE')));
        const timer = setTimeout(giveUp, request).unref();
        response.once('close', giveUp);
        const end = (): void => {
          present.release();
          clearTimeout(timer);
          response.off('close', giveUp);
        };
        work(deadline).finally(end).then(resolve, reject);
      });
    },
    identify(address, work) {
      return new Promise((resolve, reject) => {
        const place = unknown.reserve(addressGroup(address), 1, () => reject(new PrivacyError('OVERLOADED')));
        work()
          .finally(() => unknown.release(place))
          .then(resolve, reject);
      });
    },
    async serve(work) {
      if (!served.tryAcquire()) throw new PrivacyError('OVERLOADED');
      try {
        return await work();
      } finally {
        served.release();
      }
    },
    close: () => void (isClosed = true),
    get isClosed() {
      return isClosed;
    },
    get active() {
      return present.taken;
    },
  };
}

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

import type { ServerResponse } from 'node:http';
import { Deadline } from '../../platform/time/deadline.ts';
import type { Deadlines } from '../../platform/settings/config.ts';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { FairSemaphore } from '../../platform/fairness/semaphores.ts';

/** Bounds how many requests are there, how many are served at once, and how long each may take. */
export interface Admission {
  /**
   * Takes in a request, which may have to wait for its turn. If it takes too long or its client goes away, its deadline is over and
   * it counts until its work has ended. A request whose client has gone away already is not begun.
   * @throws PrivacyError OVERLOADED, STOPPING: it was not begun; REQUEST_OVERDUE; whatever `work` does
   */
  admit<Result>(response: ServerResponse, work: (deadline: Deadline) => Promise<Result>): Promise<Result>;
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

export function createAdmission({ mostRequests, request }: Pick<Deadlines, 'mostRequests' | 'request'>): Admission {
  const present = new FairSemaphore({ slots: mostRequests * presentForEach });
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
        const giveUp = (): void => {
          deadline.cancel();
          reject(new PrivacyError('REQUEST_OVERDUE'));
        };
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

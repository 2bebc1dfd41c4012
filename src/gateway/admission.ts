import type { ServerResponse } from 'node:http';
import { Deadline } from '../deadline.ts';
import type { Deadlines } from '../deadlines.ts';
import { PrivacyError } from '../errors.ts';

/** Bounds how many requests are served at once, and how long each may take. */
export interface Admission {
  /**
   * Serves a request. If it takes too long or its client goes away, its deadline is over and it counts until its work has ended. A
   * request whose client has gone away already is not begun.
   * @throws PrivacyError OVERLOADED, STOPPING: it was not begun; REQUEST_OVERDUE; whatever `work` does
   */
  admit<Result>(response: ServerResponse, work: (deadline: Deadline) => Promise<Result>): Promise<Result>;
  /** Refuses every further request. */
  close(): void;
  readonly isClosed: boolean;
  /** Requests whose work has not ended. */
  readonly active: number;
}

export function createAdmission({ mostRequests, request }: Pick<Deadlines, 'mostRequests' | 'request'>): Admission {
  let active = 0;
  let isClosed = false;
  return {
    admit(response, work) {
      if (isClosed) throw new PrivacyError('STOPPING');
      // A client that went away while its request arrived: nothing tells it again.
      if (response.destroyed) throw new PrivacyError('REQUEST_OVERDUE');
      if (active >= mostRequests) throw new PrivacyError('OVERLOADED');
      const deadline = new Deadline(request);
      active += 1;
      return new Promise((resolve, reject) => {
        const giveUp = (): void => {
          deadline.cancel();
          reject(new PrivacyError('REQUEST_OVERDUE'));
        };
        const timer = setTimeout(giveUp, request).unref();
        response.once('close', giveUp);
        const end = (): void => {
          active -= 1;
          clearTimeout(timer);
          response.off('close', giveUp);
        };
        work(deadline).finally(end).then(resolve, reject);
      });
    },
    close: () => void (isClosed = true),
    get isClosed() {
      return isClosed;
    },
    get active() {
      return active;
    },
  };
}

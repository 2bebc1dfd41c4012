import { causeOf } from '../errors/error-cause.ts';

/** Sends the mails that are due, until it is stopped. */
export interface Sending {
  /** Waits for the batch under way. */
  stop(): Promise<void>;
}

/** Milliseconds between two looks for mails that are due. */
const pause = 2_000;

/**
 * Starts to send mails that wait. Several processes may: each mail is taken by one at a time.
 * @param send sends a batch, and returns whether more may be due
 * @param report gets the cause where the database fails; the mails stay
 */
export function keepSending(send: () => Promise<boolean>, report: (cause: string) => void, every: number = pause): Sending {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const work = async (): Promise<void> => {
    try {
      while (!isStopped && (await send()));
    } catch (error) {
      // A stop ends the connections of a batch that takes too long.
      if (!isStopped) report(causeOf(error));
    }
    if (!isStopped) timer = setTimeout(begin, every).unref();
  };
  let underWay = work();
  function begin(): void {
    underWay = work();
  }
  return {
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
      return underWay;
    },
  };
}

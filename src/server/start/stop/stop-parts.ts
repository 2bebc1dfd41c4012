import type { Logger } from 'pino';
import { causeOf } from '../../../platform/errors/error-cause.ts';
import { isInTime } from '../../../platform/time/is-in-time.ts';

/** A part of the gateway that must be stopped. */
export interface Part {
  readonly name: string;
  /** @param within milliseconds that it may take */
  readonly stop: (within: number) => Promise<unknown>;
}

/**
 * Stops parts, the last one first. A part that fails or hangs does not keep the others from stopping.
 * @param milliseconds that all of them may take together. Each part may take two thirds of what is left, the last one all of it
 * @returns whether every part stopped in time
 */
export async function stopParts(parts: readonly Part[], milliseconds: number, log: Logger): Promise<boolean> {
  const end = performance.now() + milliseconds;
  let complete = true;
  for (const [at, { name, stop }] of [...parts.entries()].toReversed()) {
    const left = Math.max(0, end - performance.now());
    const within = at === 0 ? left : (left * 2) / 3;
    try {
      // Async, so that a part that throws fails too.
      const stopped = (async () => stop(within))();
      if (await isInTime(stopped, within)) continue;
      log.error({ part: name }, 'a part did not stop in time and was abandoned');
    } catch (error) {
      log.error({ part: name, cause: causeOf(error) }, 'a part could not be stopped');
    }
    complete = false;
  }
  return complete;
}

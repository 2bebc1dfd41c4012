import type { Logger } from 'pino';
import { causeOf } from '../error-cause.ts';

/** A part of the gateway that must be stopped. */
export interface Part {
  readonly name: string;
  readonly stop: () => Promise<unknown>;
  /** Milliseconds that its stop may take; default: an equal share of what the parts without a limit have left. */
  readonly within?: number;
}

/**
 * Stops parts, the last one first. A part that fails or hangs does not keep the others from stopping.
 * @param milliseconds that all of them may take together
 * @returns whether every part stopped in time
 */
export async function stopParts(parts: readonly Part[], milliseconds: number, log: Logger): Promise<boolean> {
  const limited = parts.reduce((sum, { within = 0 }) => sum + within, 0);
  const share = Math.max(0, milliseconds - limited) / Math.max(1, parts.filter(({ within }) => within === undefined).length);
  let complete = true;
  for (const { name, stop, within = share } of parts.toReversed()) {
    try {
      if (await isInTime(stop, within)) continue;
      log.error({ part: name }, 'a part did not stop in time and was abandoned');
    } catch (error) {
      log.error({ part: name, cause: causeOf(error) }, 'a part could not be stopped');
    }
    complete = false;
  }
  return complete;
}

async function isInTime(stop: Part['stop'], milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), milliseconds);
  });
  const stopped = (async () => {
    await stop();
    return true;
  })();
  // It may still fail after it was abandoned.
  stopped.catch(() => undefined);
  return Promise.race([stopped, late]).finally(() => clearTimeout(timer));
}

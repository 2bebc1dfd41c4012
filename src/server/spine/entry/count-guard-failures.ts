import type { Logger } from 'pino';
import type { Metrics } from '../../observe/metrics/metrics.ts';
import type { ReportGuardFailure } from '../../../engine/guard/guard.ts';

/** Coordinates are finite and error classes few; past this many pairs, new ones are counted together. */
const mostCounted = 1_000;

/**
 * Counts the guard's failures, and logs by schema coordinate and error class the first, tenth, hundredth and so on of
 * each: a failing resolver fails for every row. Values and messages are never logged.
 */
export function countGuardFailures(log: Logger, metrics: Metrics): ReportGuardFailure {
  const counts = new Map<string, number>();
  return (coordinate, errorClass) => {
    metrics.countGuardFailure();
    const own = `${coordinate} ${errorClass}`;
    const isCounted = counts.has(own) || counts.size < mostCounted;
    const key = isCounted ? own : '';
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    if (!Number.isInteger(Math.log10(count))) return;
    log.error({ ...(isCounted && { coordinate, errorClass }), count }, 'a resolver failed, and its value was withheld');
  };
}

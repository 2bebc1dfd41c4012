import type { Pool } from 'pg';
import type { Metrics } from './metrics.ts';

/** Shows a pool's connections, and measures how long work waits for one where none is idle. */
export function observePool(metrics: Metrics, name: 'records', pool: Pool): void {
  metrics.showPool(name, pool);
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => Promise<unknown> | undefined;
  const measured = (...given: unknown[]): Promise<unknown> | undefined => {
    if (pool.idleCount > 0) return connect(...given);
    const began = performance.now();
    const end = (): void => metrics.countPoolWait(name, (performance.now() - began) / 1_000);
    const [callback] = given;
    // `pool.query` passes a callback; everything else waits for the promise.
    if (typeof callback === 'function') {
      return connect((...result: unknown[]) => {
        end();
        (callback as (...result: unknown[]) => void)(...result);
      });
    }
    const connected = connect();
    connected?.then(end, end);
    return connected;
  };
  pool.connect = measured as Pool['connect'];
}

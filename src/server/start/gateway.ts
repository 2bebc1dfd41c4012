import type { Metrics } from '../observe/metrics/metrics.ts';

/** A running gateway. */
export interface Gateway {
  /** The address of its GraphQL endpoint. */
  readonly url: string;
  /** The address of its metrics; undefined: none are served. */
  readonly metricsUrl: string | undefined;
  /** Its metrics. */
  readonly metrics: Metrics;
  /** Numbers the staged access entries now. Does nothing if another process numbers them. */
  sequence(): Promise<void>;
  /** Serves what was begun, and stops all parts within DEADLINE_STOP. @returns whether everything ended in time and without a failure */
  stop(): Promise<boolean>;
}

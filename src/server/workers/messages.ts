import type { MetricType, MetricValueWithName } from 'prom-client';
import type { ErrorCode } from '../../platform/errors/errors.ts';

/** The assignment of a worker before it starts. */
export interface Assignment {
  readonly kind: 'assignment';
  /** The worker's number, from 1. Its replacement has the same. */
  readonly number: number;
  /** How many workers there are. */
  readonly of: number;
  readonly port: number;
  /** URL of server and database, without a role: a worker starts no PostgreSQL. */
  readonly database: string;
}

/** One metric with its values at the time of a scrape. */
export interface ScrapedMetric {
  readonly name: string;
  readonly help: string;
  readonly type: MetricType;
  readonly values: readonly MetricValueWithName<string>[];
}

export type ToWorker = Assignment | { readonly kind: 'scrape'; readonly scrape: number };

export type FromWorker =
  | { readonly kind: 'ready'; readonly url: string }
  /** It did not start, and ends. */
  | { readonly kind: 'failed'; readonly code: ErrorCode; readonly problems: readonly string[] }
  | { readonly kind: 'scraped'; readonly scrape: number; readonly metrics: readonly ScrapedMetric[] };

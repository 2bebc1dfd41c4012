import type { GraphQLFormattedError } from 'graphql';

/** The result of an operation, with errors that may leave the gateway. */
export interface Result {
  /** Undefined where the whole operation was refused. */
  readonly data: Readonly<Record<string, unknown>> | null | undefined;
  readonly errors: readonly GraphQLFormattedError[];
  /** The HTTP status; undefined: 200. */
  readonly status: number | undefined;
  /** Seconds after which to ask again (RFC 9110, Retry-After). */
  readonly retryAfter?: number | undefined;
}

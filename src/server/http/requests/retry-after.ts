/** Seconds after which to try again when nothing better is known (RFC 9110, Retry-After). */
const usualRetryAfter = 5;

/** Seconds after which to try again; undefined: trying again does not help. */
export function retryAfterOf({
  status,
  retryAfter,
}: {
  readonly status: number;
  readonly retryAfter: number | undefined;
}): number | undefined {
  return retryAfter ?? (status === 503 ? usualRetryAfter : undefined);
}

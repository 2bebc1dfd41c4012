/** Whether an operation only reads. */
export type OperationKind = 'query' | 'mutation';

/** How long to try. */
export interface RetryOptions {
  /** Milliseconds for one operation, with all its attempts and waits. */
  readonly deadline: number;
  /** How often an operation is sent at most. */
  readonly attempts: number;
  /** Waits for so many milliseconds; it rejects when the signal is aborted. */
  readonly wait: (milliseconds: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since any fixed instant. */
  readonly now: () => number;
}

export const usualRetry: RetryOptions = { deadline: 30_000, attempts: 5, wait, now: () => performance.now() };

/**
 * The codes with status 429 or 503 after which nothing was changed: the gateway refused the operation before it began, or undid it
 * (docs/errors.md). After LOG_UNAVAILABLE, DATABASE_UNAVAILABLE and REQUEST_OVERDUE a change may have been made all the same.
 */
export const nothingChanged: ReadonlySet<unknown> = new Set([
  'ACT_BUDGET_SPENT',
  'CHANGE_CONFLICT',
  'ISSUER_KEYS_UNAVAILABLE',
  'LOG_BACKLOG_FULL',
  'LOG_NOT_NUMBERED',
  'MAIL_UNAVAILABLE',
  'OVERLOADED',
  'READ_BUDGET_SPENT',
  'STOPPING',
  'TOO_MANY_REQUESTS',
]);

/**
 * Sends a request, and again after 429 and 503 exactly when the answer says so (RFC 9110, Retry-After). It gives up, with the last answer,
 * if that is later than the deadline, if the answer names no time, or if a change may have been made.
 * @param isRepeatable whether sending it twice changes nothing twice
 * @throws whatever `send` and `wait` reject with
 */
export async function sendAgain(
  send: () => Promise<Response>,
  isRepeatable: boolean,
  { deadline, attempts, wait: waitFor, now }: RetryOptions,
  signal: AbortSignal,
): Promise<Response> {
  const until = now() + deadline;
  for (let attempt = 1; ; attempt += 1) {
    const response = await send();
    if (attempt >= attempts || (response.status !== 429 && response.status !== 503)) return response;
    const delay = delayOf(response);
    if (delay === undefined || now() + delay > until) return response;
    if (!isRepeatable && !(await hasChangedNothing(response.clone()))) return response;
    await waitFor(delay, signal);
  }
}

/**
 * Whether sending an operation twice changes nothing twice: it only reads, or its variables have the idempotency key by which the gateway
 * recognises it (docs/client-guide.md).
 */
export function isRepeatable(kind: OperationKind, body: unknown): boolean {
  return kind === 'query' || (typeof body === 'string' && hasKey((JSON.parse(body) as { readonly variables?: unknown }).variables));
}

function hasKey(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(([name, one]) => (name === 'idempotencyKey' ? typeof one === 'string' : hasKey(one)));
}

/** Milliseconds until the instant that Retry-After names; undefined: it names none. */
function delayOf({ headers }: Response): number | undefined {
  const told = headers.get('retry-after');
  if (told === null) return undefined;
  const milliseconds = /^\d+$/.test(told) ? Number(told) * 1_000 : Date.parse(told) - Date.now();
  return Number.isNaN(milliseconds) ? undefined : Math.max(0, milliseconds);
}

async function hasChangedNothing(response: Response): Promise<boolean> {
  try {
    const { errors } = (await response.json()) as { readonly errors?: readonly { readonly extensions?: { readonly code?: unknown } }[] };
    return errors !== undefined && errors.length > 0 && errors.every(({ extensions }) => nothingChanged.has(extensions?.code));
  } catch {
    return false;
  }
}

function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, milliseconds);
    if (signal.aborted) stop();
    else signal.addEventListener('abort', stop, { once: true });
  });
}

import { z } from 'zod';

/** Milliseconds within which a receipt promises a number: `maximumMergeDelay` of the log. */
const promisedNumber = 60_000;

/** The least value of `MOST_CONNECTIONS`. */
export const leastConnections = 10;
/** The least value of `MOST_BODY_BYTES`: the largest body counts five megabytes once it is parsed. */
export const leastBodyBytes = 8_388_608;

const milliseconds = (usual: number) => z.coerce.number().int().min(100).max(600_000).default(usual);

/** The settings of deadlines and bounds. They are part of the settings in config.ts. */
export const deadlineSettings = {
  DEADLINE_CONNECT: milliseconds(3_000).describe('Milliseconds to open a connection to PostgreSQL.'),
  DEADLINE_QUEUE: milliseconds(2_000).describe('Milliseconds that a request waits for a connection of the pool, free or new.'),
  DEADLINE_STATEMENT: milliseconds(5_000).describe(
    'Milliseconds after which PostgreSQL ends a statement of the gateway. More than `DEADLINE_LOCK`. `database prepare` sets it for the gateway’s role, like the next two; a gateway with another value refuses to start.',
  ),
  DEADLINE_LOCK: milliseconds(2_000).describe('Milliseconds that a statement of the gateway waits for a lock.'),
  DEADLINE_IDLE_TRANSACTION: milliseconds(10_000).describe(
    'Milliseconds after which PostgreSQL ends a transaction of the gateway that does nothing.',
  ),
  DEADLINE_REQUEST: milliseconds(8_000).describe(
    'Milliseconds after which a request is given up: it gets 503, and nothing of it is begun any more. A connection to PostgreSQL that is in use for longer is closed. More than `DEADLINE_STATEMENT`.',
  ),
  DEADLINE_HEADERS: milliseconds(10_000).describe('Milliseconds that a client has to send the headers of a request.'),
  DEADLINE_BODY: milliseconds(30_000).describe(
    'Milliseconds that a client has to send a whole request, and as many to read the answer. At least `DEADLINE_HEADERS`.',
  ),
  DEADLINE_STOP: milliseconds(15_000).describe(
    'Milliseconds that a stop may take. What hangs longer is abandoned. More than `DEADLINE_REQUEST`.',
  ),
  MOST_REQUESTS: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000)
    .default(200)
    .describe(
      'How many requests are served at once. Ten times as many may be there, with those that wait for their turn. Further requests get 503 with `Retry-After`.',
    ),
  MOST_CONNECTIONS: z.coerce
    .number()
    .int()
    .min(leastConnections)
    .max(100_000)
    .default(2_000)
    .describe(
      'How many connections of clients are open at once. Beyond it, the network address that has the most loses its latest one; each of a trusted proxy counts by itself.',
    ),
  MOST_BODY_BYTES: z.coerce
    .number()
    .int()
    .min(leastBodyBytes)
    .max(17_179_869_184)
    .default(67_108_864)
    .describe(
      'How many bytes of memory are used for bodies whose requests have not begun: they have not arrived as a whole, or wait. Beyond it, the network address that has the most gets 503 with `Retry-After` for its largest one.',
    ),
  MOST_STAGED: z.coerce
    .number()
    .int()
    .min(1)
    .max(100_000_000)
    .default(100_000)
    .describe('How many access entries may wait for a number. Beyond it, a request that must be logged gets 503 with `Retry-After`.'),
  DEADLINE_NUMBER: z.coerce
    .number()
    .int()
    .min(promisedNumber)
    .max(86_400_000)
    .default(300_000)
    .describe(
      'Milliseconds that the oldest access entry may wait for a number: at least as many as a receipt promises. Beyond it, a request that must be logged gets 503 with `Retry-After`. `/ready` fails after 60 seconds, whatever it is.',
    ),
} as const;

const shape = z.object(deadlineSettings);
type Settings = z.infer<typeof shape>;

/** How long each wait may take, in milliseconds, and how much may wait. */
export interface Deadlines {
  /** To open a connection to PostgreSQL. */
  readonly connect: number;
  /** For a request to get a connection of the pool. */
  readonly queue: number;
  readonly statement: number;
  readonly lock: number;
  readonly idleTransaction: number;
  /** A whole request, and the use of one connection. */
  readonly request: number;
  readonly headers: number;
  readonly body: number;
  readonly stop: number;
  /** Requests that are served at once. */
  readonly mostRequests: number;
  /** Connections of clients that are open. */
  readonly mostConnections: number;
  /** Bytes of memory of bodies whose requests have not begun. */
  readonly mostBodyBytes: number;
  /** Access entries that wait for a number. */
  readonly mostStaged: number;
  /** How long the oldest access entry waits for a number. */
  readonly number: number;
}

/** The deadlines of parsed settings. */
export function deadlinesOf(given: Settings): Deadlines {
  return Object.freeze({
    connect: given.DEADLINE_CONNECT,
    queue: given.DEADLINE_QUEUE,
    statement: given.DEADLINE_STATEMENT,
    lock: given.DEADLINE_LOCK,
    idleTransaction: given.DEADLINE_IDLE_TRANSACTION,
    request: given.DEADLINE_REQUEST,
    headers: given.DEADLINE_HEADERS,
    body: given.DEADLINE_BODY,
    stop: given.DEADLINE_STOP,
    mostRequests: given.MOST_REQUESTS,
    mostConnections: given.MOST_CONNECTIONS,
    mostBodyBytes: given.MOST_BODY_BYTES,
    mostStaged: given.MOST_STAGED,
    number: given.DEADLINE_NUMBER,
  });
}

/** The deadlines without any setting, for tests, benchmarks and commands. */
export const usualDeadlines: Deadlines = deadlinesOf(shape.parse({}));

/** What is wrong with the order of deadlines, by setting: a shorter wait must end before the longer one that contains it. */
export function deadlineProblems(given: Settings): readonly string[] {
  const order = [
    ['DEADLINE_LOCK', 'DEADLINE_STATEMENT'],
    ['DEADLINE_STATEMENT', 'DEADLINE_REQUEST'],
    ['DEADLINE_QUEUE', 'DEADLINE_REQUEST'],
    ['DEADLINE_REQUEST', 'DEADLINE_STOP'],
  ] as const;
  const problems = order.filter(([shorter, longer]) => given[shorter] >= given[longer]);
  return [
    ...problems.map(([shorter, longer]) => `${shorter}: must be less than ${longer}`),
    ...(given.DEADLINE_HEADERS > given.DEADLINE_BODY ? ['DEADLINE_HEADERS: must be at most DEADLINE_BODY'] : []),
  ];
}

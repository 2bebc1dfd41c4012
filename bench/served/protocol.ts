/** The first message to a served gateway. */
export interface Serving {
  readonly dataDirectory: string;
  /** The database's connections; see src/platform/postgres/roles/roles.ts. */
  readonly gateway: string;
  readonly sequencer: string;
  /** Whether graphql-js' own `execute` takes the executor's place. */
  readonly reference: boolean;
  /** Whether the requests and refused documents of one principal are limited, as in use. Otherwise one persona can stand for many people. */
  readonly asInUse?: true;
}

/** Each further message: start measuring, report the use since then, or report the memory. */
export type Question = 'begin' | 'end' | 'memory';

/** The use between `begin` and `end`. */
export interface Used {
  /** CPU milliseconds of all its threads. */
  readonly cpu: number;
  /** The peak, in bytes, of the memory that was allocated since `begin` and not yet collected. */
  readonly growth: number;
}

/** Bytes after a full garbage collection. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

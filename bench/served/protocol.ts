/** The first message to a served gateway. */
export interface Serving {
  readonly dataDirectory: string;
  /** The database's connections; see src/database/roles.ts. */
  readonly gateway: string;
  readonly sequencer: string;
  /** Whether graphql-js' own `execute` takes the executor's place. */
  readonly reference: boolean;
}

/** What it is asked afterwards: to begin to watch itself, to say what was used since, or what memory it has. */
export type Question = 'begin' | 'end' | 'memory';

/** What was used between `begin` and `end`. */
export interface Used {
  /** Milliseconds of all its threads. */
  readonly cpu: number;
  /** Bytes: everything that was allocated and not yet swept, at the most. */
  readonly growth: number;
}

/** Bytes, after a full sweep. */
export interface Memory {
  readonly rss: number;
  readonly heap: number;
}

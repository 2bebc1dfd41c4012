/**
 * The contenders that can be timed with the clerk's list. `gateway-alone` is the gateway in one process, in addition to the gateway in
 * several.
 */
export type ContenderName = 'shield-orm' | 'postgraphile' | 'plain-sql' | 'gateway' | 'gateway-alone' | 'mercurius';

/** The processes of contenders: those that answer a whole day are servers of their own. */
export type ProcessName = ContenderName | 'day-shield-orm' | 'day-plain-sql';

/** The first message to a contender's process. */
export interface Settings {
  readonly contender: ProcessName;
  /** In how many processes it serves. */
  readonly workers: number;
  /** Connection string of a role that reads every column of every resident: authorisation is the server's task. */
  readonly records: string;
  /** Connection string of the login that acts as the role with the clerk's grants, for row-level security. */
  readonly authenticator: string;
  /** The id of the employee who is the principal. */
  readonly clerk: string;
  /** RFC 3339 full-date for computing ages. */
  readonly today: string;
  /** The gateway's environment variables. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A running contender. */
export interface Serving {
  /** The GraphQL URL. */
  readonly url: string;
  /** Finishes deferred work, so that it does not slow the next contender. */
  settle?(): Promise<void>;
  stop(): Promise<void>;
}

/** Connections to PostgreSQL that each contender has for its reads. */
export const poolSize = 10;

/** The fields of a resident that every contender returns. */
export interface ResidentFields {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly initials: string;
  readonly ageBand: string;
  readonly emailHint: string | null;
  readonly phoneHint: string | null;
  readonly locality: string | null;
  readonly province: string | null;
}

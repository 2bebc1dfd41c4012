/** Who can be timed. */
export type ContenderName = 'shield-orm' | 'postgraphile' | 'plain-sql' | 'gateway' | 'mercurius';

/** The first message to a contender's process. */
export interface Settings {
  readonly contender: ContenderName;
  /** Connection string of a role that reads every resident whole: authorisation is the server's own affair. */
  readonly records: string;
  /** Connection string of the login that acts as the role with the clerk's grants, for row-level security. */
  readonly authenticator: string;
  /** The employee who asks. */
  readonly clerk: string;
  /** RFC 3339 full-date, from which ages are counted. */
  readonly today: string;
  /** What the gateway finds in its environment. */
  readonly environment: Readonly<Record<string, string>>;
}

/** A contender that answers. */
export interface Serving {
  /** Where it answers GraphQL. */
  readonly url: string;
  /** Does what was left for later, so that it is not done at the cost of the next. */
  settle?(): Promise<void>;
  stop(): Promise<void>;
}

/** Connections to PostgreSQL that each contender has for its reads. */
export const poolSize = 10;

/** A resident as every contender must tell of one. */
export interface Told {
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

import type { Config } from '../config.ts';

/** The PostgreSQL server of the gateway's database. */
export interface DatabaseServer {
  /** Connection string of a role that may create roles and databases. */
  readonly administrator: string;
  /** The name of the gateway's database. */
  readonly database: string;
  /** Stops the server if this process started it. @param within milliseconds after which it is killed */
  stop(within?: number): Promise<void>;
}

/** Whether there is a server to open: DATABASE_URL names one, or a gateway has made an embedded one in the data directory. */
export async function hasServer({ databaseUrl, dataDirectory }: Config): Promise<boolean> {
  if (databaseUrl !== undefined) return true;
  const { hasCluster } = await import('./embedded/cluster-directory.ts');
  return hasCluster(dataDirectory);
}

/**
 * Opens the server of DATABASE_URL or, in development, the embedded PostgreSQL in the data directory.
 * @throws PrivacyError DATABASE_START_FAILED
 */
export async function openServer({ databaseUrl, dataDirectory }: Config): Promise<DatabaseServer> {
  if (databaseUrl !== undefined) {
    const database = decodeURIComponent(new URL(databaseUrl).pathname.slice(1));
    return { administrator: databaseUrl, database, stop: async () => undefined };
  }
  // Production always has a DATABASE_URL (see config.ts), so it needs none of the embedded server's packages.
  const { startEmbedded } = await import('./embedded/start-embedded.ts');
  const embedded = await startEmbedded(dataDirectory);
  return { administrator: embedded.url, database: 'need_to_know', stop: (within) => embedded.stop(within) };
}

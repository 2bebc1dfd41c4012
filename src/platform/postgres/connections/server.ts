import type { Config } from '../../settings/config.ts';

/** Connections that one process of the gateway can use; docs/operations.md, "Poolers", lists them. */
const connectionsEach = 16;
/** Connections for commands and tools outside the gateway. */
const otherConnections = 84;

/** The PostgreSQL server of the gateway's database. */
export interface DatabaseServer {
  /** URL of server and database, with TLS. Its role is not used. */
  readonly url: string;
  /** Connection string of the superuser of an embedded server. */
  readonly administrator: string | undefined;
  /** Whether another process started an embedded server. */
  readonly isShared: boolean;
  /** Stops the server if this process started it. @param within milliseconds after which it is killed */
  stop(within?: number): Promise<void>;
}

/** Whether there is a server to open: DATABASE_URL names one, or a gateway has made an embedded one in the data directory. */
export async function hasServer({ databaseUrls, dataDirectory }: Config): Promise<boolean> {
  if (databaseUrls.gateway !== undefined) return true;
  const { hasCluster } = await import('../embedded/cluster-directory.ts');
  return hasCluster(dataDirectory);
}

/**
 * Opens the server of DATABASE_URL or, in development, the embedded PostgreSQL in the data directory.
 * @throws PrivacyError DATABASE_START_FAILED
 */
export async function openServer({ databaseUrls, dataDirectory, workers }: Config): Promise<DatabaseServer> {
  if (databaseUrls.gateway !== undefined) {
    return { url: databaseUrls.gateway, administrator: undefined, isShared: false, stop: async () => undefined };
  }
  // Production always has a DATABASE_URL (see config.ts), so it does not need the embedded server's packages.
  const { startEmbedded } = await import('../embedded/start-embedded.ts');
  const embedded = await startEmbedded(dataDirectory, ['-c', `max_connections=${otherConnections + connectionsEach * workers}`]);
  const { url, isShared } = embedded;
  return { url: serverUrl(url, 'need_to_know'), administrator: url, isShared, stop: (within) => embedded.stop(within) };
}

/** The URL of a database of a server, without a role. */
export function serverUrl(administrator: string, database: string): string {
  return Object.assign(new URL(administrator), { username: '', password: '', pathname: `/${encodeURIComponent(database)}` }).href;
}

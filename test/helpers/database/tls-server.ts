import { chmodSync, chownSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../../src/platform/postgres/embedded/start-embedded.ts';
import { clusterDirectory } from '../../../src/platform/postgres/embedded/cluster-directory.ts';
import { createAuthority } from './certificates.ts';
import { overTcp } from './over-tcp.ts';

/** A PostgreSQL that accepts connections over TLS only. */
export interface TlsServer {
  readonly directory: string;
  /** The certificate of the authority that signed the server's, and of another one. */
  readonly authority: string;
  readonly otherAuthority: string;
  /** The superuser's connection string, without parameters. */
  readonly administrator: string;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL with `hostssl` lines only in its pg_hba.conf. Its certificate is for the address 127.0.0.1. */
export async function startTlsServer(): Promise<TlsServer> {
  const directory = mkdtempSync(join(tmpdir(), 'ntk-tls-'));
  chmodSync(directory, 0o755);
  const file = (name: string, text: string): string => {
    const path = join(directory, name);
    writeFileSync(path, text, { mode: 0o644 });
    return path;
  };
  const [authority, other] = [await createAuthority('authority'), await createAuthority('other authority')];
  const { certificate, key } = await authority.sign('server', [{ type: 'ip', value: '127.0.0.1' }]);
  const cluster = join(directory, 'cluster');
  // The first start makes the account of PostgreSQL, which must own the key.
  await (await startEmbedded(cluster)).stop();
  const keyFile = file('server-key.pem', key);
  const { uid, gid } = statSync(clusterDirectory(cluster));
  chownSync(keyFile, uid, gid);
  chmodSync(keyFile, 0o600);
  const settings = {
    ssl: 'on',
    ssl_cert_file: file('server.pem', certificate),
    ssl_key_file: keyFile,
    hba_file: file('pg_hba.conf', 'hostssl all all 127.0.0.1/32 scram-sha-256\n'),
  };
  const server = await startEmbedded(
    cluster,
    Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  );
  return {
    directory,
    authority: file('ca.pem', authority.certificate),
    otherAuthority: file('other-ca.pem', other.certificate),
    administrator: overTcp(server.url).href,
    stop: async () => {
      await server.stop();
      rmSync(directory, { recursive: true, force: true });
    },
  };
}

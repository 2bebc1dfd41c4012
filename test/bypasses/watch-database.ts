import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type NetConnectOpts, type Socket } from 'node:net';

/** A database behind a proxy that notes what goes through it. */
export interface WatchedDatabase {
  /** Connection string of the same role and database, by the proxy. */
  through(url: string): string;
  /** The statements that were executed since `clear`. */
  readonly statements: string[];
  /** The rows that PostgreSQL returned since `clear`, as text. */
  readonly returned: string[];
  clear(): void;
  stop(): Promise<void>;
}

/** Puts a proxy before the PostgreSQL of a connection string. It reads the messages of protocol 3, without TLS. */
export async function watchDatabase(url: string): Promise<WatchedDatabase> {
  const statements: string[] = [];
  const returned: string[] = [];
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(addressOf(url));
    const prepared = new Map<string, string>();
    const fromClient = messageReader(true, (type, body) => noteStatement(type, body, prepared, statements));
    const fromServer = messageReader(false, (type, body) => void (type === 'D' && returned.push(body.toString('utf8'))));
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    }
    client.on('data', fromClient).pipe(server);
    server.on('data', fromServer).pipe(client);
    client.on('close', () => server.destroy());
    server.on('close', () => client.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const { port } = proxy.address() as AddressInfo;
  return {
    through: (given) => {
      const { username, password, pathname } = new URL(given);
      return `postgres://${username}:${password}@127.0.0.1:${port}${pathname}`;
    },
    statements,
    returned,
    clear: () => void (statements.splice(0), returned.splice(0)),
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<unknown>((done) => proxy.close(done));
    },
  };
}

function addressOf(url: string): NetConnectOpts {
  const { hostname, port } = new URL(url);
  const host = decodeURIComponent(hostname);
  return host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port || 5432}` } : { host, port: Number(port || 5432) };
}

/** Cuts a stream into messages. @param startsUntyped whether its first message has no type, as that of a client */
function messageReader(startsUntyped: boolean, take: (type: string, body: Buffer) => void): (chunk: Buffer) => void {
  let waiting = Buffer.alloc(0);
  let typeBytes = startsUntyped ? 0 : 1;
  return (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    while (waiting.length >= typeBytes + 4) {
      const end = typeBytes + waiting.readInt32BE(typeBytes);
      if (waiting.length < end) return;
      if (typeBytes === 1) take(String.fromCharCode(waiting[0]!), waiting.subarray(5, end));
      waiting = waiting.subarray(end);
      typeBytes = 1;
    }
  };
}

/** Notes a simple query (Q), or the prepared statement (P) that is bound (B). */
function noteStatement(type: string, body: Buffer, prepared: Map<string, string>, statements: string[]): void {
  const [first = '', second = ''] = body.toString('utf8').split('\0', 2);
  if (type === 'Q') statements.push(first);
  if (type === 'P') prepared.set(first, second);
  if (type === 'B') statements.push(prepared.get(second) ?? second);
}

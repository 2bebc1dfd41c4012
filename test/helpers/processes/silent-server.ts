import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A server on loopback that accepts connections and never answers. */
export interface SilentServer {
  readonly port: number;
  /** How many connections it has accepted. */
  accepted(): number;
  close(): void;
}

/** Opens a silent server. Nothing reads its sockets, so it would not notice that a client has gone: close it, or the process stays. */
export async function openSilentServer(): Promise<SilentServer> {
  const sockets: Socket[] = [];
  const server = createServer((socket) => sockets.push(socket.on('error', () => undefined)));
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    accepted: () => sockets.length,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

import { connect, type Socket } from 'node:net';

/** A connection over which a test sends bytes that no HTTP client would send. */
export interface RawConnection {
  readonly socket: Socket;
  /** The bytes that the server sent so far, unless the test listens itself. */
  readonly received: () => string;
  /** Ends when the connection is closed. A connection that was reset is closed too. */
  readonly closed: Promise<void>;
}

/** Connects to the server of a URL. The test closes the connection. */
export function connectRaw(url: string): RawConnection {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const parts: Buffer[] = [];
  socket.on('data', (part: Buffer) => parts.push(part));
  socket.on('error', () => undefined);
  return {
    socket,
    received: () => Buffer.concat(parts).toString(),
    closed: new Promise((done) => void socket.once('close', () => done())),
  };
}

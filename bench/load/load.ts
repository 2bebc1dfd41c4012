import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Load, Slice, SliceAsked } from './load-process.ts';

/** Connections of a process of their own that ask one operation all the time. */
export interface LoadGenerator {
  /** Asks for so long; every connection waits for its last answer. */
  slice(milliseconds: number): Promise<Slice>;
  stop(): Promise<void>;
}

/**
 * Opens the connections.
 * @param url where GraphQL is answered
 * @throws Error where an answer is not 200
 */
export async function openLoad(
  url: string,
  connections: number,
  headers: Readonly<Record<string, string>>,
  body: string,
): Promise<LoadGenerator> {
  const { hostname, port, pathname } = new URL(url);
  const lines = Object.entries({
    host: hostname,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  const head = [`POST ${pathname} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  const child = fork(fileURLToPath(new URL('load-process.ts', import.meta.url)), { serialization: 'json' });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const next = async <Message>(): Promise<Message> =>
    Promise.race([
      new Promise<Message>((resolve) => child.once('message', (message) => resolve(message as Message))),
      ended.then(() => {
        throw new Error('An answer was not what was asked for, or none came.');
      }),
    ]);
  child.send({ host: hostname, port: Number(port), connections, request: head + body } satisfies Load);
  await next();
  return {
    slice: async (milliseconds) => {
      const finished = next<Slice>();
      child.send({ milliseconds } satisfies SliceAsked);
      return finished;
    },
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

import { openChild } from '../child.ts';
import type { Load, Proving, Slice, SliceRequest } from './load-process.ts';

/** Connections in a separate process that send one operation continuously. */
export interface LoadGenerator {
  /**
   * Sends for a duration; every connection waits for its last answer.
   * @param nonce the server's, for proofs of possession
   */
  slice(milliseconds: number, nonce?: string): Promise<Slice>;
  stop(): Promise<void>;
}

/**
 * Opens the connections.
 * @param url the GraphQL URL
 * @param refusals whether refusals count as answers
 * @param proving makes the proofs of possession in place of `<proof>`
 * @throws Error if an answer is not 200 and does not count
 */
export async function openLoad(
  url: string,
  connections: number,
  headers: Readonly<Record<string, string>>,
  body: string,
  refusals = false,
  proving?: Proving,
): Promise<LoadGenerator> {
  const { host, hostname, port, pathname } = new URL(url);
  const lines = Object.entries({
    host,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...headers,
  });
  const head = [`POST ${pathname} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
  const gone = 'An answer was not what was asked for, or none came.';
  const child = openChild<Load | SliceRequest, 'ready' | Slice>(new URL('load-process.ts', import.meta.url), gone);
  await child.ask<'ready'>({ host: hostname, port: Number(port), connections, request: head + body, refusals, proving });
  return { slice: async (milliseconds, nonce) => child.ask<Slice>({ milliseconds, nonce }), stop: child.stop };
}

import { createHash } from 'node:crypto';
import { request, type ClientRequest } from 'node:http';

/** One answer to a client that waited for it. */
export interface Heard {
  readonly status: number;
  readonly codes: readonly string[];
  readonly milliseconds: number;
}

/** The operation of the clients that wait, and that of those that go away: the log tells them apart by their documents. */
export const waiting = '{ me { givenName } }';
export const abandoned = '{ me { givenName email } }';

/** The hash of a document, as access entries name it. */
export function hashOf(document: string): string {
  return createHash('sha256').update(document).digest('hex');
}

/** Milliseconds that a client waits before its request counts as hung. */
const patience = 15_000;

/** Asks and waits. A request without an answer has the status 0. */
export async function ask(url: string, token: string): Promise<Heard> {
  const begun = performance.now();
  try {
    const response = await fetch(url, { ...init(token, waiting), signal: AbortSignal.timeout(patience) });
    const { errors = [] } = (await response.json()) as { readonly errors?: readonly { readonly extensions: { readonly code: string } }[] };
    return { status: response.status, codes: errors.map(({ extensions }) => extensions.code), milliseconds: performance.now() - begun };
  } catch {
    return { status: 0, codes: [], milliseconds: performance.now() - begun };
  }
}

/** The checks that fail, and the milliseconds that it took to say so; undefined: no answer. */
export async function readiness(url: string): Promise<{ readonly failed: readonly string[]; readonly milliseconds: number } | undefined> {
  const begun = performance.now();
  try {
    const response = await fetch(new URL('/ready', url), { signal: AbortSignal.timeout(patience) });
    const { failed = [] } = (await response.json()) as { readonly failed?: readonly string[] };
    if (response.status === 503 ? failed.length === 0 : failed.length > 0) return undefined;
    return { failed, milliseconds: performance.now() - begun };
  } catch {
    return undefined;
  }
}

/** Milliseconds after which an impatient client goes away. */
const impatience = 150;

/**
 * Sends that many requests a second from clients that go away without their answers, until it is stopped. Then it waits until all
 * have gone away, and says how many there were.
 */
export function abandon(url: string, token: string, perSecond: number): { stop(): Promise<number> } {
  let sent = 0;
  const present = new Set<ClientRequest>();
  const { method, headers, body } = init(token, abandoned);
  const timer = setInterval(() => {
    for (let at = 0; at < perSecond / 20; at += 1) {
      sent += 1;
      const outgoing = request(url, { method, headers, agent: false });
      present.add(outgoing);
      outgoing.on('close', () => present.delete(outgoing));
      outgoing.on('error', () => undefined);
      outgoing.on('response', (incoming) => incoming.resume());
      outgoing.end(body);
      setTimeout(() => outgoing.destroy(), impatience);
    }
  }, 50);
  return {
    async stop() {
      clearInterval(timer);
      await Promise.all([...present].map((outgoing) => new Promise((done) => outgoing.once('close', done))));
      return sent;
    },
  };
}

function init(token: string, query: string): { readonly method: 'POST'; readonly headers: Record<string, string>; readonly body: string } {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query }),
  };
}

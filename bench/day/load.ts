import { openChild } from '../child.ts';
import type { Load, Slice, SliceRequest } from './load-process.ts';
import { operations } from './operations.ts';
import { bodyOf, headersOf, type Issue, type Request, type Sequence } from './requests.ts';

/** Connections in a separate process that send the requests of a day, each its own, one after another. */
export interface DayLoad {
  /**
   * Sends for a duration, from where the slice before ended.
   * @throws Error if a request was refused, or its answer lacks what was asked for
   */
  slice(milliseconds: number): Promise<Slice>;
  stop(): Promise<void>;
}

/** Opens the connections. @param url the GraphQL URL */
export async function openDayLoad(url: string, sequences: readonly Sequence[], issue: Issue): Promise<DayLoad> {
  const { hostname, port, pathname } = new URL(url);
  const lanes = await Promise.all(
    sequences.map(async ({ requests, order }) => ({
      requests: await Promise.all(
        requests.map(async (request) => ({
          kind: request.kind,
          text: await textOf(request, { hostname, pathname }, issue),
          expects: operations[request.kind].expects,
        })),
      ),
      order,
    })),
  );
  const child = openChild<Load | SliceRequest, 'ready' | Slice>(
    new URL('load-process.ts', import.meta.url),
    'An answer of the day failed.',
  );
  await child.ask<'ready'>({ host: hostname, port: Number(port), lanes });
  return {
    slice: async (milliseconds) => {
      const slice = await child.ask<Slice>({ milliseconds });
      if (slice.refused > 0) throw new Error(`${url} refused ${slice.refused} of ${slice.answers} requests, the first: ${slice.refusal}`);
      return slice;
    },
    stop: child.stop,
  };
}

async function textOf(request: Request, { hostname, pathname }: Pick<URL, 'hostname' | 'pathname'>, issue: Issue): Promise<string> {
  const body = bodyOf(request);
  const lines = Object.entries({
    host: hostname,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    ...(await headersOf(request, issue)),
  });
  return [`POST ${pathname} HTTP/1.1`, ...lines.map(([name, value]) => `${name}: ${value}`), '', body].join('\r\n');
}

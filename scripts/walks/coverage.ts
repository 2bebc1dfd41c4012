import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';

/** The counts of V8 in an inspected process. */
export interface Coverage {
  /**
   * The files of which functions run in each XX
   */
  filesOf(act: () => Promise<unknown>): Promise<readonly string[]>;
  close(): void;
}

/** The part of `Profiler.takePreciseCoverage` (Chrome DevTools Protocol) that is read here. */
interface Taken {
  readonly result: readonly {
    readonly url: string;
    readonly functions: readonly {
      readonly functionName: string;
      readonly ranges: readonly [{ readonly startOffset: number; readonly count: number }];
    }[];
  }[];
}

/** Milliseconds in which an idle process does all that it does by the clock. */
const idleMs = 15_000;
/** Acts of a walk, after a first one that does not count. */
export const actsOfWalk = 5;

/**
 * Connects to a process that was started with `--inspect`.
 * @param below the URL of the folder whose files count
 * @throws Error if it does not answer
 */
export async function openCoverage(port: number, below: string): Promise<Coverage> {
  const listed = (await (await fetch(`http://127.0.0.1:${port}/json/list`)).json()) as readonly { readonly webSocketDebuggerUrl: string }[];
  const socket = new WebSocket(listed[0]!.webSocketDebuggerUrl);
  await once(socket, 'open');
  let last = 0;
  const call = async (method: string, params: object = {}): Promise<unknown> => {
    const id = (last += 1);
    socket.send(JSON.stringify({ id, method, params }));
    for (;;) {
      const [{ data }] = (await once(socket, 'message')) as [{ readonly data: string }];
      const message = JSON.parse(data) as { readonly id?: number; readonly result?: unknown };
      if (message.id === id) return message.result;
    }
  };
  await call('Profiler.enable');
  await call('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  const ran = async (): Promise<ReadonlySet<string>> => {
    const { result } = (await call('Profiler.takePreciseCoverage')) as Taken;
    const files = result.filter(({ url }) => url.startsWith(below));
    const places = files.flatMap(({ url, functions }) =>
      functions
        // The function of a module itself has no name, and begins where the file does.
        .filter(({ functionName, ranges: [{ startOffset, count }] }) => count > 0 && (functionName !== '' || startOffset > 0))
        .map(({ ranges: [{ startOffset }] }) => `${url.slice(below.length)}#${startOffset}`),
    );
    return new Set(places);
  };
  return {
    filesOf: async (act) => {
      await ran();
      await wait(idleMs);
      const idle = await ran();
      let always: readonly string[] | undefined;
      for (let time = 0; time < actsOfWalk; time += 1) {
        await ran();
        await act();
        const busy = await ran();
        always = always?.filter((place) => busy.has(place)) ?? [...busy].filter((place) => !idle.has(place));
      }
      return [...new Set(always!.map((place) => place.split('#')[0]!))].toSorted();
    },
    close: () => socket.close(),
  };
}

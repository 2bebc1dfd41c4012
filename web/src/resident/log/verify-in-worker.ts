import type { LogResult, LogTask } from './log-worker.ts';

/** Milliseconds. */
const deadline = 30_000;

/** Verifies in a worker, which ends afterwards. @throws Error if it fails, takes too long, or is stopped */
export async function verifyInWorker(task: LogTask, stop: AbortSignal): Promise<LogResult> {
  const worker = new Worker(new URL('./log-worker.ts', import.meta.url), { type: 'module' });
  const signal = AbortSignal.any([stop, AbortSignal.timeout(deadline)]);
  try {
    return await new Promise<LogResult>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent<LogResult>) => resolve(data));
      worker.addEventListener('error', () => reject(new Error('the verifier failed')));
      signal.addEventListener('abort', () => reject(signal.reason as Error));
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has none
      worker.postMessage(task);
    });
  } finally {
    worker.terminate();
  }
}

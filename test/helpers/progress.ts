import { Presets, SingleBar } from 'cli-progress';

/** Shows the progress of long evidence on standard error: a bar on a terminal, otherwise a line for every twentieth part. */
export interface Progress {
  update(done: number): void;
  stop(): void;
}

/** @param unit what is counted, in plural */
export function showProgress(total: number, unit: string): Progress {
  if (process.stderr.isTTY) {
    const bar = new SingleBar(
      { format: `{bar} {value} of {total} ${unit}, {eta_formatted} left`, stream: process.stderr, clearOnComplete: true },
      Presets.shades_classic,
    );
    bar.start(total, 0);
    return { update: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let reported = 0;
  return {
    update(done) {
      const part = Math.floor((20 * done) / total);
      if (part === reported) return;
      reported = part;
      process.stderr.write(`${done} of ${total} ${unit}\n`);
    },
    stop: () => undefined,
  };
}

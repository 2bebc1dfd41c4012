import { Presets, SingleBar } from 'cli-progress';

/** Tells on standard error how far long evidence is: a bar on a terminal, else a line for every twentieth part. */
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
  let told = 0;
  return {
    update(done) {
      const part = Math.floor((20 * done) / total);
      if (part === told) return;
      told = part;
      process.stderr.write(`${done} of ${total} ${unit}\n`);
    },
    stop: () => undefined,
  };
}

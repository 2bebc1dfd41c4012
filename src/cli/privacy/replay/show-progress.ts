import { SingleBar } from 'cli-progress';

/** Entries below which nobody waits long enough to be told. */
const few = 2_000;

/** Shows on standard error how far a replay is: a bar on a terminal, a line for every tenth elsewhere. */
export function showProgress(total: number): { update(done: number): void; stop(): void } {
  if (total < few) return { update: () => undefined, stop: () => undefined };
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ format: '{bar} {percentage} % of {total} entries', stream: process.stderr });
    bar.start(total, 0);
    return { update: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let told = 0;
  return {
    update: (done) => {
      const tenth = Math.floor((done / total) * 10);
      if (tenth > told) process.stderr.write(`${tenth * 10} % of ${total} entries\n`);
      told = Math.max(told, tenth);
    },
    stop: () => undefined,
  };
}

import { Presets, SingleBar } from 'cli-progress';

/** Shows a benchmark's progress on standard error: a bar on a terminal, otherwise a line per case. */
export interface Progress {
  begin(name: string): void;
  tick(): void;
  end(): void;
}

/** @param total the number of ticks over all cases */
export function createProgress(total: number): Progress {
  return process.stderr.isTTY ? bar(total) : lines(total);
}

function bar(total: number): Progress {
  const shown = new SingleBar(
    { format: '{bar} {percentage}% {name}', stream: process.stderr, clearOnComplete: true },
    Presets.shades_classic,
  );
  shown.start(total, 0, { name: '' });
  return {
    begin: (name) => shown.update({ name }),
    tick: () => shown.increment(),
    end: () => shown.stop(),
  };
}

function lines(total: number): Progress {
  let ticks = 0;
  return {
    begin: (name) => process.stderr.write(`${Math.floor((100 * ticks) / total)}% ${name}\n`),
    tick: () => (ticks += 1),
    end: () => process.stderr.write('100%\n'),
  };
}

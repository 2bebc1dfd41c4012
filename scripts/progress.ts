import { Presets, SingleBar } from 'cli-progress';

/** Shows the progress of long work on standard error: a bar with the time left on a terminal, otherwise lines. */
export interface Progress {
  /** Names the part of the work that begins now. */
  begin(name: string): void;
  /** Says that one more is done. */
  tick(): void;
  /** @param done how many are done in all */
  update(done: number): void;
  stop(): void;
}

/**
 * @param total how many are to be done
 * @param unit what is counted, in plural
 */
export function showProgress(total: number, unit: string): Progress {
  return process.stderr.isTTY ? bar(total, unit) : lines(total, unit);
}

function bar(total: number, unit: string): Progress {
  const format = `{bar} {value} of {total} ${unit}, {eta_formatted} left  {name}`;
  const shown = new SingleBar({ format, stream: process.stderr, clearOnComplete: true }, Presets.shades_classic);
  shown.start(total, 0, { name: '' });
  return {
    begin: (name) => shown.update({ name }),
    tick: () => shown.increment(),
    update: (done) => shown.update(done),
    stop: () => shown.stop(),
  };
}

/** A line for each part that begins, and one for each twentieth of the whole. */
function lines(total: number, unit: string): Progress {
  let done = 0;
  let reported = 0;
  const update = (now: number): void => {
    done = now;
    const part = Math.floor((20 * done) / total);
    if (part === reported) return;
    reported = part;
    process.stderr.write(`${done} of ${total} ${unit}\n`);
  };
  return {
    begin: (name) => process.stderr.write(`${Math.floor((100 * done) / total)}% ${name}\n`),
    tick: () => update(done + 1),
    update,
    stop: () => undefined,
  };
}

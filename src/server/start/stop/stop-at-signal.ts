import { readFileSync } from 'node:fs';
import { constants } from 'node:os';

/** The exit codes of the gateway and of the sequencer, as docs/operations.md lists them. */
export const exitCodes = {
  /** Everything that was begun has ended. */
  stopped: 0,
  /** It did not start. */
  notStarted: 1,
  /** Something failed or hung while it stopped, and was abandoned. */
  abandoned: 3,
} as const;

/** Milliseconds after the first signal within which a second one counts as the same: npm repeats the signal that a terminal sends to all. */
const sameSignal = 500;
/** Milliseconds beyond the deadline before the process ends in any case. */
export const grace = 500;
/** How often a process started by npm looks for npm, in milliseconds. */
const parentPause = 500;

/** The program that started this process: its parent, or the parent's parent where npm's shell stays between them. */
function starterOf(): number {
  try {
    const [, name, rest] = /^\d+ \((.*)\) (.*)/.exec(readFileSync(`/proc/${process.ppid}/stat`, 'utf8')) ?? [];
    return name !== undefined && /^(ba|da)?sh$/.test(name) ? Number(rest!.split(' ')[1]) : process.ppid;
  } catch {
    // A system without /proc, whose shells do not stay.
    return process.ppid;
  }
}

/** The argument with which `npm start` asks that the process ends with its parent. */
const endWithParent = '--end-with-parent';

/**
 * Stops the process at SIGTERM or SIGINT, and exits. A second signal ends it at once, with 128 and the signal's number. With
 * `--end-with-parent` it also stops when its parent has ended, since npm passes on no SIGKILL.
 * @param stop returns whether everything ended in time and without a failure
 * @param milliseconds after which it exits even if `stop` hangs
 */
export function stopAtSignal(stop: () => Promise<boolean>, milliseconds: number): void {
  let began: number | undefined;
  const begin = (): void => {
    began = performance.now();
    setTimeout(() => process.exit(exitCodes.abandoned), milliseconds + grace);
    stop().then(
      (complete) => process.exit(complete ? exitCodes.stopped : exitCodes.abandoned),
      () => process.exit(exitCodes.abandoned),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (began === undefined) begin();
      else if (performance.now() - began > sameSignal) process.exit(128 + constants.signals[signal]);
    });
  }
  if (!process.argv.includes(endWithParent)) return;
  const starter = starterOf();
  const timer = setInterval(() => {
    if (starterOf() === starter) return;
    clearInterval(timer);
    if (began === undefined) begin();
  }, parentPause);
  timer.unref();
}

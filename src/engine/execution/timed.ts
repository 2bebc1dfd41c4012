import type { Execution } from './compile/compiled-selection.ts';

/** Counts the time of synchronous work as its operation's. Work within it is part of that time. */
export function timed(execution: Execution, work: () => unknown): unknown {
  if (execution.timed === 0) execution.pace.begin();
  execution.timed += 1;
  try {
    return work();
  } finally {
    execution.timed -= 1;
    execution.pace.count();
  }
}

import { setTimeout } from 'node:timers/promises';

/** Waits until a library has told its screens, and until what has ended is cleared. */
export async function settled(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) await setTimeout();
}

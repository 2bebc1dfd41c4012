import { noPause } from '../../../src/engine/execution/pace.ts';
import type { TimeShares } from '../../../src/server/fairness/time-shares.ts';

/** Lets every request go on at once, so that a busy machine divides no work. Tests of the division use the gateway's own shares. */
export const undividedTime: TimeShares = {
  begin: async () => ({ ...noPause, countBlocking() {}, charge() {}, isThrottled: false, prioritize() {}, end() {} }),
  async chargeRefusal() {},
};

import { createTimeShares, type TimeShares } from '../../../src/server/fairness/time-shares.ts';

/** The gateway's own shares, by a clock that a busy machine cannot move. */
export interface TimeSharesByWork {
  readonly timeShares: TimeShares;
  /** Requests of attackers that have begun, or wait to. */
  readonly begun: () => number;
  /** From now on no time passes, except as attackers work. */
  stop(): void;
  /** From now on time passes as usual. */
  goOn(): void;
}

/**
 * Makes shares whose clock can be stopped. While it stands, each measured piece of an attacker's work takes one millisecond. The work of
 * others never takes any: on a busy machine they would have used much, and would wait for a clock that stands.
 * @param isAttacker whether a key of the shares is that of an attacker
 */
export function timeSharesByWork(isAttacker: (key: string) => boolean): TimeSharesByWork {
  let worked = 0;
  let stoppedAt: number | undefined;
  let begun = 0;
  const { begin, chargeRefusal } = createTimeShares(() => worked + (stoppedAt ?? performance.now()));
  const noteBegun = (key: string): void => void (isAttacker(key) && (begun += 1));
  return {
    timeShares: {
      async begin(key, deadline) {
        noteBegun(key);
        const share = await begin(key, deadline);
        const countBlocking = (): void => {
          worked += 1;
          share.countBlocking();
        };
        const changed = isAttacker(key) ? { countBlocking } : { count() {}, countBlocking() {}, charge() {} };
        return Object.assign(Object.create(share) as typeof share, changed);
      },
      async chargeRefusal(key, used) {
        noteBegun(key);
        await chargeRefusal(key, used);
      },
    },
    begun: () => begun,
    stop() {
      begun = 0;
      stoppedAt = performance.now();
    },
    goOn: () => void (stoppedAt = undefined),
  };
}

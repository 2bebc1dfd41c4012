import { PrivacyError } from '../../platform/errors/errors.ts';
import { addressGroup } from '../../platform/network/address-group.ts';
import type { FairBound } from '../../platform/fairness/fair-bound.ts';

/** A body whose work has not begun. */
export interface HeldBody<Body> {
  /**
   * Takes the body out, so that it is held no longer.
   * @throws PrivacyError OVERLOADED: it was dropped
   */
  begin(): Body;
}

/**
 * Bounds the memory of bodies that have arrived and wait until their work begins. Beyond the bound, the address that has the most loses
 * its largest body, which is dropped at once.
 * @param address the client's network address
 * @param bytes the memory that the body takes
 * @param work refers to the body only through what it gets
 * @throws PrivacyError OVERLOADED: the body was dropped; whatever `work` does
 */
export function holdBody<Body, Result>(
  bodies: FairBound,
  address: string,
  bytes: number,
  body: Body,
  work: (held: HeldBody<Body>) => Promise<Result>,
): Promise<Result> {
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  // The functions here refer to this and not to `body`: they would keep it in memory.
  const held: { body: Body | undefined } = { body };
  const reservation = bodies.reserve(addressGroup(address), bytes, () => {
    held.body = undefined;
    reject(new PrivacyError('OVERLOADED'));
  });
  const end = (): void => {
    held.body = undefined;
    bodies.release(reservation);
  };
  const begin = (): Body => {
    const { body: taken } = held;
    end();
    if (taken === undefined) throw new PrivacyError('OVERLOADED');
    return taken;
  };
  (async () => work({ begin }))().finally(end).then(resolve, reject);
  return promise;
}

import { PrivacyError } from '../../platform/errors/errors.ts';
import { addressGroup } from '../../platform/network/address-group.ts';
import type { FairBound } from './fair-bound.ts';

/** A body whose work has not begun. */
export interface HeldBody<Body> {
  /**
   * Takes the body out, so that it is held no longer.
   * @throws PrivacyError OVERLOADED: it was dropped
   */
  begin(): Body;
}

/** Keeps a body, so that nothing else refers to it. */
class Keeper<Body> implements HeldBody<Body> {
  readonly #onBegin: () => void;
  #body: Body | undefined;

  constructor(body: Body, onBegin: () => void) {
    this.#body = body;
    this.#onBegin = onBegin;
  }

  begin(): Body {
    const body = this.#body;
    this.drop();
    this.#onBegin();
    if (body === undefined) throw new PrivacyError('OVERLOADED');
    return body;
  }

  drop(): void {
    this.#body = undefined;
  }
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
  const holder = addressGroup(address);
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  // No function here may refer to `body`: it would be kept as long as the function.
  const kept: Keeper<Body> = new Keeper(body, () => bodies.end(share));
  const share = bodies.take(holder, bytes, () => {
    kept.drop();
    reject(new PrivacyError('OVERLOADED'));
  });
  const end = (): void => {
    kept.drop();
    bodies.end(share);
  };
  (async () => work(kept))().finally(end).then(resolve, reject);
  return promise;
}

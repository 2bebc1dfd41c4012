import { PrivacyError } from '../../platform/errors/errors.ts';
import { addressGroup } from '../../platform/network/network-address.ts';
import { FairBound, type Reservation } from '../../platform/fairness/bounds.ts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

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

declare module 'fastify' {
  interface FastifyInstance {
    /** The bound of the memory of bodies whose requests have not begun, in bytes. */
    readonly bodies: FairBound;
  }
}

/** Bytes that Node keeps for each piece of a body besides the piece, so that a body that is sent byte by byte counts as what it costs. */
const pieceOverhead = 1024;

/**
 * Bounds the memory of bodies that have not arrived as a whole. Beyond the bound, the address that has the most loses its largest body:
 * that request is answered with OVERLOADED, and the body is dropped. A body that arrives at once is not counted here.
 * @param most bytes of all bodies whose requests have not begun
 */
export function boundBodies(app: FastifyInstance, most: number): void {
  const held = new FairBound(most);
  app.decorate('bodies', held);
  app.addHook('preParsing', (request, reply, _payload, done) => {
    countBody(held, request, reply);
    done();
  });
}

function countBody(held: FairBound, request: FastifyRequest, { raw: response }: FastifyReply): void {
  const { raw } = request;
  let reservation: Reservation | undefined;
  const begin = (): Reservation => {
    // The code that reads the body gets this as a failure of its stream, between two pieces.
    const refuse = (): void => void setImmediate(() => raw.emit('error', new PrivacyError('OVERLOADED')));
    const begun = held.reserve(addressGroup(request.ip), 0, refuse);
    const end = (): void => held.release(begun);
    for (const event of ['end', 'close']) raw.once(event, end);
    // A request that is answered before its body has arrived emits neither, and the rest of its body is dropped.
    response.once('close', end);
    // Where no code reads the body, such as that of a GET, nothing else listens.
    raw.on('error', () => undefined);
    return begun;
  };
  raw.on('data', (piece: Buffer) => {
    if (!raw.complete && !response.closed) held.grow((reservation ??= begin()), piece.length + pieceOverhead);
  });
}

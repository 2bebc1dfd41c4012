import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { PrivacyError } from '../../platform/errors/errors.ts';
import { addressGroup } from '../../platform/network/address-group.ts';
import { FairBound, type Reservation } from '../../platform/fairness/fair-bound.ts';

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

import type { Outcome, TownGateway } from '../../non-interference/towns/town-gateway.ts';

/**
 * Asks a gateway one question after the other, because it counts its ids and nonces. A question with the number of an earlier one is the
 * same question, and gets its answer.
 */
export function inTurn(gateway: TownGateway): TownGateway['ask'] {
  const answers = new Map<number | undefined, Promise<Outcome>>();
  let last: Promise<unknown> = Promise.resolve();
  return (headers, body, number) => {
    const known = answers.get(number);
    if (known) return known;
    const answered = last.then(() => gateway.ask(headers, body, number));
    answers.set(number, answered);
    last = answered.catch(() => undefined);
    return answered;
  };
}

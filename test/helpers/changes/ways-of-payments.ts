import { cast, matters } from '../../../demo/personas.ts';
import { services } from '../../../demo/population/services.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

const paying = { purpose: 'PAYMENT', case: matters.encounter } as const;
const residentId = cast.resident;

/** For each reason that a change in an encounter for a payment can have, a way to get it over HTTP. @param change sends a mutation with one input */
export function waysOfPayments(
  asOwner: (text: string, values: unknown[]) => Promise<unknown>,
  change: (persona: string, field: string, input: object, asked: Asked) => Promise<Answered>,
) {
  const make = async (field: string, input: object): Promise<Answered> => {
    const serve = 'update recreation.encounter set purpose = $2 where id = $1';
    await asOwner(serve, [matters.encounter, 'PAYMENT']);
    const answer = await change('customer-service', field, { residentId, ...input }, paying);
    await asOwner(serve, [matters.encounter, 'SERVICE_PROVISION']);
    return answer;
  };
  return {
    AGE_WITHHELD: () => make('purchase', { serviceId: services[2]!.id }),
    MORE_THAN_OWED: () => make('recordPayment', { cents: 1_000_000, method: 'CASH' }),
  };
}

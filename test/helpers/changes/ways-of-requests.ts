import { cast } from '../../../demo/personas.ts';
import type { ErrorReason } from '../../../src/platform/errors/error-reasons.ts';
import { testNow } from '../database/cluster.ts';
import type { Answered, Asked } from '../gateway/gateway.ts';

type Reasons = Extract<ErrorReason, 'STATEMENT_CHANGED' | 'ANSWERS_NOT_CHECKED' | 'REQUEST_OPEN' | 'ANSWERED_LONG_AGO'>;

/**
 * For each reason about a request that is opened again, an encounter and the statement, a way to get it.
 * @param change sends a mutation with one input
 * @param filed files a request of the resident, and returns its id
 */
export function waysOfRequests(
  change: (persona: string, field: string, input: object, asked?: Asked) => Promise<Answered>,
  filed: () => Promise<string>,
  asOwner: (text: string, values: unknown[]) => Promise<unknown>,
): Readonly<Record<Reasons, () => Promise<Answered>>> {
  return {
    STATEMENT_CHANGED: () => change('resident', 'acknowledgeStatement', { version: '1' }),
    ANSWERS_NOT_CHECKED: () =>
      change(
        'customer-service',
        'startEncounter',
        { residentId: cast.neighbour, identifiedBy: 'ANSWERS_MATCHED' },
        { purpose: 'SERVICE_PROVISION' },
      ),
    REQUEST_OPEN: async () => change('resident', 'reopenRequest', { requestId: await filed(), body: 'x' }),
    ANSWERED_LONG_AGO: async () => {
      const requestId = await filed();
      const text =
        "update recreation.request set answer = 'y', answered_at = $2::timestamptz - interval '61 days', filed_at = $2 where id = $1";
      await asOwner(text, [requestId, testNow]);
      return change('resident', 'reopenRequest', { requestId, body: 'x' });
    },
  };
}

import { cast, matters } from '../../../demo/personas.ts';
import type { ErrorReason } from '../../../src/platform/errors/error-reasons.ts';
import { testNow } from '../database/cluster.ts';
import { approveErasure, proposed, proposeErasure } from '../entries/erasures.ts';
import type { Answered, TestGateway } from '../gateway/gateway.ts';

type Way = 'ERASURE_LAPSED' | 'NOT_ERASABLE';

/** For each reason about an erasure, a way to get it over HTTP. */
export function waysOfErasures(opened: () => TestGateway): Pick<Readonly<Record<ErrorReason, () => Promise<Answered>>>, Way> {
  const readBy = async (persona: string, asked: object = {}): Promise<string> => {
    const { privacy } = await opened().ask(persona, `{ resident(id: "${cast.resident}") { givenName } }`, asked);
    await opened().sequence();
    return privacy.receipt!.entry;
  };
  return {
    ERASURE_LAPSED: async () => {
      const id = await proposed(opened(), [await readBy('guardian')]);
      await opened().database.asOwner('update access_log.erasure set proposed_at = $2 where id = $1', [
        id,
        new Date(testNow.getTime() - 31 * 86_400_000),
      ]);
      return approveErasure(opened(), id);
    },
    NOT_ERASABLE: async () =>
      proposeErasure(opened(), [await readBy('privacy-officer', { purpose: 'RIGHTS_FULFILMENT', case: matters.request })]),
  };
}

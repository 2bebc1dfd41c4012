import { expect, test } from '@jest/globals';
import { documentOf } from '../helpers/changes/changes.ts';
import { useGateway } from '../helpers/gateway/use-gateway.ts';
import { shownEntry } from '../helpers/entries/shown-entry.ts';
import { askFrom, standpoints, standpointNamed, type StandpointName } from '../helpers/asking/standpoints.ts';
import { wholeResponse } from '../helpers/asking/whole-response.ts';

const gateway = useGateway();

const absent = '10000000-0000-4000-8000-00000000ffff';

test('proposeErasure answers for an entry that the officer does not see like for none, and approveErasure for every id without an erasure', async () => {
  const asks = 'erasure { id reason requestNumber entries { at role } }';
  const { privacy } = await gateway.ask('neighbour', '{ me { givenName } }');
  await gateway.sequence();
  for (const [field, inputOf] of [
    [
      'proposeErasure',
      (id: string) => ({ rule: 'COURT_ORDER', reason: 'KB-4000', entryIds: [shownEntry('privacy-officer', id, 'RIGHTS_FULFILMENT')] }),
    ],
    ['approveErasure', (erasureId: string) => ({ erasureId })],
  ] as const) {
    const document = documentOf({ field, asks });
    const ask = async (name: StandpointName, id: string): Promise<string> =>
      wholeResponse(await askFrom(gateway, standpointNamed(name), document, { input: inputOf(id) }));
    for (const { name } of standpoints) expect(await ask(name, privacy.receipt!.entry)).toBe(await ask(name, absent));
  }
});

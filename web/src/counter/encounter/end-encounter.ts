import type { Clients } from '../../session/open-clients.ts';
import { tellTabs } from '../../session/tabs.ts';
import { endDocument } from './encounter.ts';

/**
 * Ends an encounter at the gateway, in the background. The function that waits for the answer refers to nothing of the page that is left. A
 * function of the page would keep its client, with all that was read, until an answer comes.
 * @param id of the encounter
 */
export function endEncounter(clients: Clients, id: string): void {
  const ending = clients.client({ purpose: 'SERVICE_PROVISION' })?.mutation(endDocument, { encounterId: id }).toPromise();
  // Where the gateway could not be told, its answer does not tell the other tabs.
  void ending?.then(({ error }) => error && tellTabs({ ended: [id] }));
}

import { cast, matters } from '../../../demo/personas.ts';
import type { Web } from '../open-web.ts';

/** Reads the resident's name under the case of a ticket, so many times, and waits until the reads stand in the log. */
export async function readRecord({ town: { gateway } }: Web, times: number): Promise<void> {
  const one = { variables: { id: cast.resident }, purpose: 'CUSTOMER_SUPPORT', case: matters.ticket };
  for (let read = 0; read < times; read += 1) await gateway.ask('support', 'query One($id: ID!) { resident(id: $id) { givenName } }', one);
  await gateway.sequence();
}

/** Questions the newest read of the resident's record, as the resident. @returns the number of the request */
export async function questionRead({ town }: Web, body: string): Promise<string> {
  const { ask } = town.gateway;
  const { data } = await ask('resident', '{ me { accessHistory(first: 1) { edges { node { entryId } } } } }');
  const input = { kind: 'ACCESS_QUESTIONED', body, entryId: data.me.accessHistory.edges[0].node.entryId };
  const filed = await ask('resident', 'mutation ($input: FileRequestInput!) { fileRequest(input: $input) { receipt { number } } }', {
    variables: { input },
  });
  return filed.data.fileRequest.receipt.number;
}

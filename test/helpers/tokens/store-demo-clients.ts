import { demoPartners } from '../../../demo/partners.ts';
import { asRole } from '../database/as-role.ts';
import { storeClient } from './partner-tokens.ts';

/** Registers a client for each partner of the demo population, whose tokens the tests use. @param owner connection string */
export async function storeDemoClients(owner: string): Promise<void> {
  await asRole(owner, async (client) => {
    for (const { id } of Object.values(demoPartners))
      await storeClient(async (text, values) => (await client.query(text, [...(values ?? [])])).rows, id);
  });
}

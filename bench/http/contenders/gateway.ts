import { town } from '../../../src/town/index.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { start } from '../../../src/server/start/start.ts';
import type { Serving, Settings } from '../contender.ts';

/** The whole gateway, as `npm start` starts it: it authenticates, plans, guards, logs, commits, and numbers its log. */
export async function startGateway({ environment }: Settings): Promise<Serving> {
  const gateway = await start(town, readConfig(environment));
  return { url: gateway.url, settle: () => gateway.sequence(), stop: async () => void (await gateway.stop()) };
}

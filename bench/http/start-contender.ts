import { openChild } from '../child.ts';
import type { Serving, Settings } from './contender.ts';
import type { Reply } from './contender-process.ts';

/**
 * Starts a contender in a separate process, in production mode: in other modes graphql-js checks each type twice.
 * @throws Error if it does not start
 */
export async function startContender(settings: Settings): Promise<Required<Serving>> {
  const gone = `${settings.contender} has ended.`;
  const child = openChild<Settings | 'settle', Reply>(new URL('contender-process.ts', import.meta.url), gone, {
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const { url } = await child.ask<{ readonly url: string }>(settings);
  return { url, settle: async () => void (await child.ask('settle')), stop: child.stop };
}

import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Serving, Settings } from './contender.ts';
import type { Reply } from './contender-process.ts';

/**
 * Starts a contender in a process of its own, in production mode: outside of it graphql-js checks each type twice.
 * @throws Error where it does not start
 */
export async function startContender(settings: Settings): Promise<Required<Serving>> {
  const child = fork(fileURLToPath(new URL('contender-process.ts', import.meta.url)), {
    env: { ...process.env, NODE_ENV: 'production', GRAPHILE_ENV: 'production' },
    stdio: ['ignore', 2, 2, 'ipc'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const ask = async (message: Settings | 'settle'): Promise<Reply> => {
    const reply = new Promise<Reply>((resolve) => child.once('message', (answer) => resolve(answer as Reply)));
    child.send(message);
    return Promise.race([
      reply,
      ended.then(() => {
        throw new Error(`${settings.contender} has ended.`);
      }),
    ]);
  };
  const started = await ask(settings);
  if (!('url' in started)) throw new Error(`${settings.contender} does not say where it is.`);
  return {
    url: started.url,
    settle: async () => void (await ask('settle')),
    stop: async () => {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

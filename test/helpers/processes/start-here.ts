import { town } from '../../../src/town/index.ts';
import { readConfig } from '../../../src/platform/settings/config.ts';
import { start } from '../../../src/server/start/start.ts';
import { startFailure } from '../../../src/server/start/stop/start-failure.ts';

/** Starts a gateway in this process, as `main.ts` does. @returns the line that would be printed, and the exit code */
export async function startHere(environment: Record<string, string>): Promise<{ readonly code: number; readonly output: string }> {
  try {
    const gateway = await start(town, readConfig(environment));
    await gateway.stop();
    return { code: 0, output: `ready: ${gateway.url}` };
  } catch (error) {
    return { code: 1, output: startFailure(error).message };
  }
}

import { asPrivacyError } from '../../platform/errors/errors.ts';
import { readConfig } from '../../platform/settings/config.ts';
import { stopAtSignal } from '../start/stop/stop-at-signal.ts';
import type { Gateway } from '../start/gateway.ts';
import { createApplication, type ApplicationDefinition } from './create-application.ts';

/** A gateway that does not listen yet. */
export interface CreatedGateway {
  /**
   * Serves it at a port of this machine, until the process gets a signal to end. Settings come from the environment; see the manual of settings.
   * @param port 0: one that is free
   * @throws PrivacyError naming what is wrong with the settings, the application, its schema or the database
   */
  listen(port: number): Promise<Gateway>;
}

/**
 * Creates the gateway of an application.
 * @param settings in addition to the environment, by their names in it
 */
export function createGateway(definition: ApplicationDefinition, settings: Readonly<Record<string, string>> = {}): CreatedGateway {
  const application = createApplication(definition);
  const serve = async (port: number): Promise<Gateway> => {
    // Loaded only now: commands read an application without serving it.
    const { start } = await import('../start/start.ts');
    const config = readConfig({ ...process.env, ...settings, PORT: `${port}` });
    const identity = definition.accounts && config.identity;
    const gateway = await start(application, { ...config, identity, demoPopulation: false });
    stopAtSignal(() => gateway.stop(), config.deadlines.stop);
    return gateway;
  };
  return {
    listen: (port) =>
      serve(port).catch((error: unknown) => {
        throw asPrivacyError(error) ? withoutFrames(error as Error) : error;
      }),
  };
}

/** Node prints an error that is not caught with its frames and properties: of a refused start, its sentence says everything. */
function withoutFrames(error: Error): Error {
  error.stack = `${error.name}: ${error.message}`;
  for (const key of Object.keys(error)) Object.defineProperty(error, key, { enumerable: false });
  return error;
}

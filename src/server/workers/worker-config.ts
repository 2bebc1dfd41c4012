import type { App, Config } from '../../platform/settings/config.ts';
import { leastBodyBytes, leastConnections } from '../../platform/settings/settings.ts';
import { appsOf } from '../start/parts/apps-of.ts';
import type { Assignment } from './messages.ts';

/** How much of DEADLINE_STOP a worker's own stop may take. The rest is the parent's. */
const stopShare = 0.9;

/**
 * The settings of one of several workers. Limits of the machine, and a principal's limits on the database, are divided
 * between them; a worker that got less than the least value of a setting could not serve. Deadlines hold for each, and so does what bounds
 * the time of a worker's own processor (WAITING_PER_PRINCIPAL, REFUSED_DOCUMENTS_PER_MINUTE). One numbers the access log.
 * The parent populates the database, and people sign in through the same apps at each.
 * @param demoApps see `appsOf`
 */
export function workerConfig(config: Config, { number, of, port, database }: Assignment, demoApps?: readonly App[]): Config {
  const { deadlines, identity, requestLimits } = config;
  const share = (all: number, least: number): number => Math.max(least, Math.ceil(all / of));
  return Object.freeze({
    ...config,
    port,
    workers: 1,
    databaseUrls: Object.freeze({ ...config.databaseUrls, gateway: database }),
    demoPopulation: false,
    identity: identity && Object.freeze({ ...identity, apps: appsOf(config, demoApps) }),
    sequencer: config.sequencer && number === 1,
    // The parent serves those of all.
    metrics: undefined,
    deadlines: Object.freeze({
      ...deadlines,
      stop: deadlines.stop * stopShare,
      mostRequests: share(deadlines.mostRequests, 1),
      mostConnections: share(deadlines.mostConnections, leastConnections),
      mostBodyBytes: share(deadlines.mostBodyBytes, leastBodyBytes),
    }),
    requestLimits: Object.freeze({ ...requestLimits, requests: share(requestLimits.requests, 1) }),
  });
}

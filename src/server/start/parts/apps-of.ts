import type { App, Config } from '../../../platform/settings/config.ts';

/**
 * The apps through which people sign in: those of the settings. The demo's app, whose tokens are not bound to a key, is one of them only
 * where the demo population may be: never in production.
 */
export function appsOf(
  { demoPopulation, identity }: Pick<Config, 'demoPopulation' | 'identity'>,
  demoApps: readonly App[] = [],
): readonly App[] {
  const apps = identity?.apps ?? [];
  return demoPopulation ? [...apps, ...demoApps] : apps;
}

import type { Development } from '../src/development.ts';
import { dayOf } from '../src/records/reader.ts';
import { developmentIssuer, developmentKeys } from './development-issuer.ts';
import { isPopulated } from './population/is-populated.ts';

const residents = 2_000;

/** The demo's issuer and population, for the gateway outside production. */
export const development: Development = {
  trustedKeys: async (config) => new Map([[developmentIssuer, await developmentKeys(config)]]),
  async populateIfEmpty(ownerUrl, now) {
    if (await isPopulated(ownerUrl)) return;
    // Loaded only when needed: the lists of names take long to load.
    const { populate } = await import('./population/populate.ts');
    await populate(ownerUrl, { residents, today: dayOf(now), now });
  },
};

import type { Development } from '../src/server/start/parts/development.ts';
import { demoCalendar } from './demo-calendar.ts';
import { demoApp } from './demo-app.ts';
import { isPopulated } from './population/is-populated.ts';

const residents = 2_000;

/** The demo's population, app and page, for the gateway outside production. */
export const development: Development = {
  apps: [demoApp],
  async populateIfEmpty(ownerUrl, dataDirectory, now) {
    if (await isPopulated(ownerUrl)) return;
    // Loaded only when needed: the lists of names take long to load.
    const [{ populate }, { addSignIns }] = await Promise.all([import('./population/populate.ts'), import('./population/sign-ins.ts')]);
    await populate(ownerUrl, { residents, today: demoCalendar.dayOf(now), now });
    await addSignIns(ownerUrl, { dataDirectory, now });
  },
  async servePage(...given) {
    const { serveDevelopment } = await import('./pages/serve-development.ts');
    await serveDevelopment(...given);
  },
};

import type { ListedPage } from './listed-page.ts';
import { accountPages } from './pages/accounts.ts';
import { helpdeskPages } from './pages/helpdesk.ts';
import { counterPages } from './pages/counter.ts';
import { developerPages } from './pages/developer.ts';
import { privacyOfficePages } from './pages/privacy-office.ts';
import { publicPages } from './pages/public.ts';
import { residentPages } from './pages/resident.ts';
import { residentServicePages } from './pages/resident-services.ts';

/** All pages. A file of `pages/` for each role. Residents come first: they are shown who read about them. */
export const listedPages: readonly ListedPage[] = [
  ...publicPages,
  ...accountPages,
  ...residentPages,
  ...residentServicePages,
  ...privacyOfficePages,
  ...developerPages,
  ...counterPages,
  ...helpdeskPages,
];

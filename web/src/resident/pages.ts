import { msg } from '@lingui/core/macro';
import { lazy } from 'react';
import type { RolePages } from '../role-pages.ts';

/** The pages of a resident. */
const pages: RolePages = {
  role: 'RESIDENT',
  purpose: 'SELF_SERVICE',
  pages: [
    { path: '/', name: msg`My information`, component: lazy(() => import('./my-information.tsx')) },
    { path: '/who-looked', name: msg`Who looked`, component: lazy(() => import('./who-looked.tsx')) },
    { path: '/requests', name: msg`Requests`, component: lazy(() => import('./requests.tsx')) },
  ],
  sentences: { en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') },
};
export default pages;

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
    { path: '/who-may-look', name: msg`Who may look now`, component: lazy(() => import('./who-may-look.tsx')) },
    { path: '/family', name: msg`Family`, component: lazy(() => import('./family.tsx')) },
    { path: '/purchases', name: msg`Purchases`, component: lazy(() => import('./purchases.tsx')) },
    { path: '/buy', name: msg`Buy a service`, component: lazy(() => import('./buy.tsx')), inNavigation: false },
    { path: '/helpdesk', name: msg`Helpdesk`, component: lazy(() => import('./helpdesk.tsx')) },
    { path: '/requests', name: msg`Requests`, component: lazy(() => import('./requests.tsx')) },
    { path: '/sign-ins', name: msg`Sign-ins and devices`, component: lazy(() => import('./sign-ins.tsx')) },
  ],
  sentences: { en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') },
};
export default pages;

import { msg } from '@lingui/core/macro';
import type { RolePages } from '../role-pages.ts';
import { loadPrintable } from './load-printable.tsx';

/** The pages of a resident. */
const pages: RolePages = {
  role: 'RESIDENT',
  purpose: 'SELF_SERVICE',
  pages: [
    { path: '/', name: msg`My information`, component: loadPrintable(() => import('./my-information.tsx')) },
    { path: '/who-looked', name: msg`Who looked`, component: loadPrintable(() => import('./who-looked.tsx')) },
    { path: '/who-may-look', name: msg`Who may look now`, component: loadPrintable(() => import('./who-may-look.tsx')) },
    { path: '/family', name: msg`Family`, component: loadPrintable(() => import('./family.tsx')) },
    { path: '/purchases', name: msg`Purchases`, component: loadPrintable(() => import('./purchases.tsx')) },
    { path: '/buy', name: msg`Buy a service`, component: loadPrintable(() => import('./buy.tsx')), inNavigation: false },
    { path: '/helpdesk', name: msg`Helpdesk`, component: loadPrintable(() => import('./helpdesk.tsx')) },
    { path: '/requests', name: msg`Requests`, component: loadPrintable(() => import('./requests.tsx')) },
    { path: '/sign-ins', name: msg`Sign-ins and devices`, component: loadPrintable(() => import('./sign-ins.tsx')) },
  ],
  sentences: { en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') },
};
export default pages;

import { msg } from '@lingui/core/macro';
import { loadPage } from '../load-page.tsx';
import { withShared } from '../choose-language.ts';
import type { RolePages } from '../role-pages.ts';

/** The pages of a privacy officer. Which of them the navigation has follows from the officer's duty. */
const pages: RolePages = {
  role: 'PRIVACY_OFFICER',
  name: msg`Privacy office`,
  purpose: 'RIGHTS_FULFILMENT',
  pages: [
    { path: '/', name: msg`Today`, component: loadPage(() => import('./today/today.tsx')) },
    {
      path: '/privacy-requests',
      name: msg`Requests`,
      purpose: 'RIGHTS_FULFILMENT',
      component: loadPage(() => import('./requests/requests.tsx')),
    },
    {
      path: '/mandates',
      name: msg`Mandates`,
      purpose: 'MANDATE_ADMINISTRATION',
      component: loadPage(() => import('./mandates/mandates.tsx')),
    },
    {
      path: '/mandates/record',
      name: msg`Record a mandate`,
      purpose: 'MANDATE_ADMINISTRATION',
      component: loadPage(() => import('./mandates/record-mandate.tsx')),
      inNavigation: false,
    },
    { path: '/disclosures', name: msg`Disclosures`, purpose: 'ACCESS_REVIEW', component: loadPage(() => import('./log/disclosures.tsx')) },
    { path: '/access-log', name: msg`Access log`, purpose: 'ACCESS_REVIEW', component: loadPage(() => import('./log/access-log.tsx')) },
    { path: '/policy', name: msg`Policy`, component: loadPage(() => import('./policy/policy.tsx')) },
    { path: '/staff', name: msg`Staff`, purpose: 'RIGHTS_FULFILMENT', component: loadPage(() => import('./staff/staff.tsx')) },
  ],
  sentences: withShared({
    en: () => import('../../../locales/en/web/privacy-office.po'),
    fr: () => import('../../../locales/fr/web/privacy-office.po'),
  }),
};
export default pages;

import { msg } from '@lingui/core/macro';
import { lazy } from 'react';
import type { RolePages } from '../role-pages.ts';

/** The one page of customer service. */
const pages: RolePages = {
  role: 'CUSTOMER_SERVICE',
  purpose: 'SERVICE_PROVISION',
  pages: [{ path: '/', name: msg`Counter`, component: lazy(() => import('./counter.tsx')) }],
  sentences: { en: () => import('./locales/en.po'), fr: () => import('./locales/fr.po') },
};
export default pages;

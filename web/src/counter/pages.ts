import { msg } from '@lingui/core/macro';
import { loadPage } from '../load-page.tsx';
import { withShared } from '../choose-language.ts';
import type { RolePages } from '../role-pages.ts';

/** The one page of customer service. */
const pages: RolePages = {
  role: 'CUSTOMER_SERVICE',
  name: msg`Customer service`,
  purpose: 'SERVICE_PROVISION',
  pages: [{ path: '/', name: msg`Counter`, component: loadPage(() => import('./counter.tsx')) }],
  sentences: withShared({ en: () => import('../../../locales/en/web/counter.po'), fr: () => import('../../../locales/fr/web/counter.po') }),
};
export default pages;

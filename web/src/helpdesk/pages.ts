import { msg } from '@lingui/core/macro';
import { loadPage } from '../load-page.tsx';
import { withShared } from '../choose-language.ts';
import type { RolePages } from '../role-pages.ts';

/** The one page of the helpdesk: its queue, and in place of it a ticket. */
const pages: RolePages = {
  role: 'SUPPORT',
  name: msg`Helpdesk`,
  purpose: 'CUSTOMER_SUPPORT',
  pages: [{ path: '/', name: msg`Tickets`, component: loadPage(() => import('./helpdesk.tsx')) }],
  sentences: withShared({
    en: () => import('../../../locales/en/web/helpdesk.po'),
    fr: () => import('../../../locales/fr/web/helpdesk.po'),
  }),
};
export default pages;

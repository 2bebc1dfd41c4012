import { msg } from '@lingui/core/macro';
import type { ComponentType } from 'react';
import { addSentences } from '../choose-language.ts';
import type { Page, RolePages } from '../role-pages.ts';
import { laterSentences } from './later-sentences.ts';
import { loadPrintable } from './printable/load-printable.tsx';

/** Loads a page with the sentences of all pages but the first. */
function loadLater(load: () => Promise<{ readonly default: ComponentType }>): Page['component'] {
  return loadPrintable(async () => {
    const [page] = await Promise.all([load(), addSentences(laterSentences)]);
    return page;
  });
}

/** The pages of a resident. */
const pages: RolePages = {
  role: 'RESIDENT',
  name: msg`Resident`,
  purpose: 'SELF_SERVICE',
  pages: [
    { path: '/', name: msg`My information`, component: loadPrintable(() => import('./my-information/my-information.tsx')) },
    {
      path: '/who-looked',
      name: msg({ message: 'Who looked', context: 'navigation' }),
      component: loadLater(() => import('./who-looked/who-looked.tsx')),
    },
    {
      path: '/who-may-look',
      name: msg({ message: 'Who may look now', context: 'navigation' }),
      component: loadLater(() => import('./who-looked/who-may-look.tsx')),
    },
    { path: '/family', name: msg`Family`, component: loadLater(() => import('./family/family.tsx')) },
    { path: '/purchases', name: msg`Purchases`, component: loadLater(() => import('./purchases/purchases.tsx')) },
    { path: '/purchases/buy', name: msg`Buy a service`, component: loadLater(() => import('./purchases/buy.tsx')), inNavigation: false },
    { path: '/helpdesk', name: msg`Helpdesk`, component: loadLater(() => import('./helpdesk/helpdesk.tsx')) },
    { path: '/requests', name: msg`Requests`, component: loadLater(() => import('./requests/requests.tsx')) },
    { path: '/sign-ins', name: msg`Sign-ins and devices`, component: loadLater(() => import('./sign-ins/sign-ins.tsx')) },
  ],
  sentences: { en: () => import('../../../locales/en/web/resident.po'), fr: () => import('../../../locales/fr/web/resident.po') },
  laterSentences,
};
export default pages;

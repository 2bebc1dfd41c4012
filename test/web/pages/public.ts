import type { ListedPage } from '../listed-page.ts';

/** The pages for which nobody signs in. */
export const publicPages: readonly ListedPage[] = [
  { name: 'signed-out', path: '/' },
  { name: 'sign-in', path: '/oidc/account/sign-in' },
  { name: 'development', path: '/development' },
];

import type { ListedPage } from '../listed-page.ts';

/** The pages of a resident. */
export const residentPages: readonly ListedPage[] = [
  { name: 'resident-my-information', persona: 'resident', path: '/' },
  { name: 'resident-who-looked', persona: 'resident', path: '/who-looked' },
  { name: 'resident-who-may-look', persona: 'resident', path: '/who-may-look' },
  { name: 'resident-sign-ins', persona: 'resident', path: '/sign-ins' },
  { name: 'resident-no-such-page', persona: 'resident', path: '/nowhere' },
];

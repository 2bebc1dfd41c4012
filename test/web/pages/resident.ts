import type { ListedPage } from '../listed-page.ts';

/** The pages of a resident. */
export const residentPages: readonly ListedPage[] = [
  { name: 'resident-my-information', persona: 'resident', path: '/' },
  { name: 'resident-who-looked', persona: 'resident', path: '/who-looked' },
  { name: 'resident-no-such-page', persona: 'resident', path: '/nowhere' },
];

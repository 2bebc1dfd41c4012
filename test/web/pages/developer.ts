import type { ListedPage } from '../listed-page.ts';

/** The page for developers. */
export const developerPages: readonly ListedPage[] = [
  { name: 'developer', persona: 'customer-service', path: '/developer' },
  { name: 'developer-nobody', path: '/developer' },
];

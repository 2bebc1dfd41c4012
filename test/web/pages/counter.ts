import type { ListedPage } from '../listed-page.ts';

/** The pages of the counter. */
export const counterPages: readonly ListedPage[] = [{ name: 'counter', persona: 'customer-service', path: '/' }];

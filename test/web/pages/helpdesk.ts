import type { ListedPage } from '../listed-page.ts';

/** The pages of the helpdesk. */
export const helpdeskPages: readonly ListedPage[] = [{ name: 'helpdesk', persona: 'support', path: '/' }];

import { englishMails } from './english-mails.ts';
import { englishPages } from './english-pages.ts';
import type { IdentityWording } from './wording.ts';

/** The sentences of pages and mails of the authorization server. */
export const english: IdentityWording = {
  owner: 'Recreation department',
  problem: 'This did not work',
  pages: englishPages,
  ...englishMails,
};

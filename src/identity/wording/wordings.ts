import type { Language } from '../../platform/language/languages.ts';
import { englishMails } from './english-mails.ts';
import { englishPages } from './english-pages.ts';
import { frenchMails } from './french-mails.ts';
import { frenchPages } from './french-pages.ts';
import type { IdentityWording } from './wording.ts';

/** The sentences of pages and mails of the authorization server. */
export const identityWordings: Readonly<Record<Language, IdentityWording>> = {
  en: { owner: 'Recreation department', problem: 'This did not work', pages: englishPages, ...englishMails },
  fr: { owner: 'Service des loisirs', problem: 'Cela n’a pas fonctionné', pages: frenchPages, ...frenchMails },
};

import type { Language } from '../../platform/language/languages.ts';
import { translate } from '../../platform/language/translate.ts';
import { english } from './english.ts';
import type { IdentityWording } from './wording.ts';

/** The sentences of pages and mails of the authorization server. */
export const identityWordings: Readonly<Record<Language, IdentityWording>> = translate('identity', english);

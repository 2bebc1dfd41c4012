import type { Sentences } from '../../platform/language/sentences.ts';
import type { englishPublicPages } from './english-public-pages.ts';

/** All sentences of the public pages, in one language. */
export type PublicPageWording = Sentences<typeof englishPublicPages>;

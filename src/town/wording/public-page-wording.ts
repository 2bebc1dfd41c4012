import type { englishPublicPages } from './english-public-pages.ts';
import type { Sentences } from '../../identity/wording/page-wording.ts';

/** All sentences of the pages that are open to everybody, in one language. */
export type PublicPageWording = Sentences<typeof englishPublicPages>;

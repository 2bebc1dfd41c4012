import type { Sentences } from '../../platform/language/sentences.ts';
import type { englishPages } from './english-pages.ts';

/** All sentences of the pages of the authorization server in one language. */
export type PageWording = Sentences<typeof englishPages>;

import type { englishPages } from './english-pages.ts';

/** The same members, with sentences of any language. */
export type Sentences<Given> = { readonly [Name in keyof Given]: Given[Name] extends string ? string : Sentences<Given[Name]> };

/** All sentences of the pages of the authorization server in one language. */
export type PageWording = Sentences<typeof englishPages>;

import { english } from './english.ts';
import type { Wording } from './wording.ts';

/** Every language of the sentences about reads, by its BCP 47 tag. */
export const wordings = { en: english } as const satisfies Readonly<Record<string, Wording>>;

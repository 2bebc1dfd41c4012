import type { Language } from '../../../platform/language/languages.ts';
import { wordings } from '../../wording/wordings.ts';
import type { PublicPageWording } from '../../wording/public-page-wording.ts';

/** The paths of the public pages, in the order of the navigation. */
export const publicPaths = {
  statement: '/statement',
  services: '/services',
  ask: '/ask',
  requests: '/request-state',
  partners: '/partners',
} as const;

export type PublicPath = (typeof publicPaths)[keyof typeof publicPaths];

/** A request for a public page. */
export interface Visit {
  readonly language: Language;
  /** Whether the address names the language. Then the addresses of links do as well. */
  readonly isChosen: boolean;
  readonly path: PublicPath;
  /** The query of the page, for its link in the other language; undefined for the answer to a form, which would be lost. */
  readonly query: Readonly<Record<string, string>> | undefined;
  /** The address of the sign-in; undefined: there is none. */
  readonly signIn: string | undefined;
  /** The day of the municipality: RFC 3339 full-date. */
  readonly today: string;
  /** The time zone of the municipality (IANA). */
  readonly timeZone: string;
}

/** The sentences of a visit. */
export function wordsOf({ language }: Pick<Visit, 'language'>): PublicPageWording {
  return wordings[language].publicPages;
}

/** The address of a page in the language of the visit. @param query without anything personal: addresses are kept in many places */
export function linkTo(
  { language, isChosen }: Pick<Visit, 'language' | 'isChosen'>,
  path: PublicPath,
  query: Readonly<Record<string, string>> = {},
): string {
  const whole = new URLSearchParams({ ...query, ...(isChosen && { lang: language }) }).toString();
  return whole === '' ? path : `${path}?${whole}`;
}

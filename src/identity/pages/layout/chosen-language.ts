import { type Language, languages } from '../../../platform/language/languages.ts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { OtherLanguage } from './layout.ts';

/** The name of the cookie that keeps the chosen language until the browser is closed. The web application reads and writes it as well. */
const languageCookie = 'language';

/**
 * Answers a request in the language that its reader chose: `lang` of the address, which is kept for the pages after this one, or what was
 * kept; else in the one that was negotiated. For pages that no cache keeps.
 * @param isSecure whether the cookie travels over https alone
 */
export function takeChosenLanguage(request: FastifyRequest, reply: FastifyReply, isSecure: boolean): void {
  const asked = languageNamed(new URL(request.url, 'http://page').searchParams.get('lang'));
  if (asked) reply.header('set-cookie', `${languageCookie}=${asked}; Path=/; SameSite=Lax${isSecure ? '; Secure' : ''}`);
  request.language = asked ?? keptLanguage(request.headers.cookie) ?? request.language;
}

/** The page of a request in the other languages. @returns none for the answer to a form, which would be lost */
export function inOtherLanguages({ method, url, language }: Pick<FastifyRequest, 'method' | 'url' | 'language'>): readonly OtherLanguage[] {
  if (method !== 'GET') return [];
  const { pathname, searchParams } = new URL(url, 'http://page');
  return languages
    .filter((one) => one !== language)
    .map((one) => {
      const query = new URLSearchParams([...searchParams].filter(([name]) => name !== 'lang'));
      query.set('lang', one);
      return { language: one, address: `${pathname}?${query.toString()}` };
    });
}

function keptLanguage(header: string | undefined): Language | undefined {
  const pairs = header?.split(';').map((pair) => pair.trim()) ?? [];
  return languageNamed(pairs.find((pair) => pair.startsWith(`${languageCookie}=`))?.slice(languageCookie.length + 1));
}

function languageNamed(name: string | null | undefined): Language | undefined {
  return languages.find((language) => language === name);
}

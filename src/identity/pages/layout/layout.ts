import { type Language, languages } from '../../../platform/language/languages.ts';
import { identityWordings } from '../../wording/wordings.ts';
import { html, raw } from 'hono/html';
import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A template whose values are escaped. */
export type Markup = ReturnType<typeof html>;

const read = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
/** In each page, so that a page needs no other file. */
const style = read('tokens.css') + read('page.css');

/**
 * The sources that a page may load and the targets of its forms: nothing but its own style, and this server or the app that asked.
 * @param target the origin or scheme to which the form's answer redirects
 * @param script the address of the one script that it runs
 */
export function pagePolicy(target?: string, script?: string): string {
  const ownStyle = `'sha256-${hash('sha256', style, 'base64')}'`;
  const forms = target === undefined ? "'self'" : `'self' ${target}`;
  const scripts = script === undefined ? '' : ` script-src ${script};`;
  return `default-src 'none';${scripts} style-src ${ownStyle}; form-action ${forms}; base-uri 'none'; frame-ancestors 'none'`;
}

/**
 * No page tells its path, which can be a link from a mail. `no-referrer` would also make browsers send forms with the origin `null`
 * (Fetch, "append a request `Origin` header"), so that no form could be told from one on another site.
 */
export const referrerPolicy = 'strict-origin';

/** The parts of a page for a single task, such as a sign-in. */
export interface Card {
  readonly title: string;
  readonly body: Markup;
}

/** Makes a page in the language that its reader asks for. */
export type Page = (language: Language) => Card;

/** The parts of a page for a single task. */
export function card(title: string, body: Markup): Card {
  return { title, body };
}

/** A page of one small thing to do, below the name of the municipality's department. @param others the same page in other languages */
export async function cardPage(language: Language, { title, body }: Card, others: readonly OtherLanguage[] = []): Promise<string> {
  const { owner } = identityWordings[language];
  return wholeDocument(
    language,
    `${title} · ${owner}`,
    html`<header class="site">
        <div class="bar">
          <a class="owner" href="/">${owner}</a>
          <div class="aside">${languageLinks(others)}</div>
        </div>
      </header>
      <main class="card">
        <h1>${wholeWords(title)}</h1>
        ${body}
      </main>`,
  );
}

/** A sentence in which no line ends at a hyphen, as in the address of a mailbox, or between a number and what it counts. */
export function wholeWords(sentence: string): Markup {
  return html`${sentence.split(/([^ ]+-[^ ]+|(?<![\d\u00a0])\d+ [^ ]+)/).map((part, at) => (at % 2 === 1 ? html`<span class="whole">${part}</span>` : part))}`;
}

/** A page in another language. */
export interface OtherLanguage {
  readonly language: Language;
  readonly address: string;
}

const names: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

/** Links to a page in other languages, each in its own. */
export function languageLinks(others: readonly OtherLanguage[]): Markup {
  return html`${others.map(({ language, address }) => html`<a href="${address}" lang="${language}" hreflang="${language}">${names[language]}</a>`)}`;
}

/** A document with its style. It needs no other file, and no script. @param body the content of `<body>` */
export async function wholeDocument(language: Language, title: string, body: Markup): Promise<string> {
  const page = await html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="referrer" content="${referrerPolicy}" />
        <title>${title}</title>
        ${raw(`<style>${style}</style>`)}
      </head>
      <body>
        ${body}
      </body>
    </html>`;
  return page.toString();
}

/** Fields that a form sends back as they are. */
export function hidden(fields: Readonly<Record<string, string>>): Markup {
  return html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** A problem, which screen readers say at once. Fields name it with `aria-describedby`. */
export function alert(sentence: string | undefined): Markup | '' {
  return sentence === undefined ? '' : html`<p id="problem" role="alert">${wholeWords(sentence)}</p>`;
}

/** The act that was just completed. @param done its name in the address @param sentences the sentence of each name */
export function status(done: string | null, sentences: Readonly<Record<string, string>>): Markup | '' {
  const sentence = done !== null && Object.hasOwn(sentences, done) ? sentences[done] : undefined;
  return sentence === undefined ? '' : html`<p role="status">${wholeWords(sentence)}</p>`;
}

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

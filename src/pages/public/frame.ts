import { html } from 'hono/html';
import { languages, type Language } from '../../wording/wordings.ts';
import { wholeDocument, type Markup } from '../layout.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from './visit.ts';

/** What a page has besides its body. */
export interface Framed {
  readonly title: string;
  /** Whether it has tables, which need more room than text does. */
  readonly isWide?: boolean;
}

/** A page that is open to everybody, with the navigation of all of them. */
export function publicPage(visit: Visit, { title, isWide = false }: Framed, body: Markup): Promise<string> {
  const words = wordsOf(visit);
  const { owner, skip, pages, signIn, footer } = words.frame;
  const links = Object.entries(publicPaths).map(([name, path]) => {
    const isHere = path === visit.path;
    return html`<li>
      <a href="${linkTo(visit, path)}" ${isHere ? html`aria-current="page"` : ''}>${words[name as keyof typeof publicPaths].link}</a>
    </li>`;
  });
  return wholeDocument(
    visit.language,
    `${title} · ${owner}`,
    html`<a class="skip" href="#content">${skip}</a>
      <header class="site">
        <div class="bar">
          <a class="owner" href="/">${owner}</a>
          <nav aria-label="${pages}">
            <ul>
              ${links}
            </ul>
          </nav>
          <div class="aside">
            ${visit.query && languages.filter((one) => one !== visit.language).map((one) => switchTo(visit, visit.query!, one))}
            ${visit.signIn && html`<a class="button" href="${visit.signIn}">${signIn}</a>`}
          </div>
        </div>
      </header>
      <main id="content" tabindex="-1" class="${isWide ? 'page wide' : 'page'}">
        <h1>${title}</h1>
        ${body}
      </main>
      <footer class="site"><p class="bar">${footer}</p></footer>`,
  );
}

const names: Readonly<Record<Language, string>> = { en: 'English', fr: 'Français' };

function switchTo(visit: Visit, query: Readonly<Record<string, string>>, language: Language): Markup {
  const address = linkTo({ language, isChosen: true }, visit.path, query);
  return html`<a href="${address}" lang="${language}" hreflang="${language}">${names[language]}</a>`;
}

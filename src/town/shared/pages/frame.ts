import { languages } from '../../../platform/language/languages.ts';
import { html } from 'hono/html';
import { identityWordings } from '../../../identity/wording/wordings.ts';
import { languageLinks, wholeDocument, type Markup, type OtherLanguage } from '../../../identity/pages/layout/layout.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from './visit.ts';

/** The parts of a page besides its body. */
export interface PageFrame {
  readonly title: string;
  /** Whether it has tables, which need more room than text does. */
  readonly isWide?: boolean;
}

/** A public page, with the navigation between all of them. */
export function publicPage(visit: Visit, { title, isWide = false }: PageFrame, body: Markup): Promise<string> {
  const words = wordsOf(visit);
  const { owner } = identityWordings[visit.language];
  const { skip, pages, signIn, footer } = words.frame;
  const links = Object.entries(publicPaths).map(([name, path]) => {
    const isHere = path === visit.path;
    return html`<li>
      <a href="${linkTo(visit, path)}" ${isHere ? html`aria-current="page"` : ''}>${words[name as keyof typeof publicPaths].link}</a>
    </li>`;
  });
  const chosen = visit.isChosen ? `?lang=${visit.language}` : '';
  return wholeDocument(
    visit.language,
    `${title} · ${owner}`,
    html`<a class="skip" href="#content">${skip}</a>
      <header class="site">
        <div class="bar">
          <a class="owner" href="${`/${chosen}`}">${owner}</a>
          <nav aria-label="${pages}">
            <ul>
              ${links}
            </ul>
          </nav>
          <div class="aside">
            ${languageLinks(othersOf(visit))} ${visit.signIn && html`<a class="button" href="${visit.signIn + chosen}">${signIn}</a>`}
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

/** The page in the other languages; none for the answer to a form, which would be lost. */
function othersOf({ language, path, query }: Visit): readonly OtherLanguage[] {
  if (!query) return [];
  return languages
    .filter((one) => one !== language)
    .map((one) => ({ language: one, address: linkTo({ language: one, isChosen: true }, path, query) }));
}

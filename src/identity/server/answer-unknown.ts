import { type Language, languages, usualLanguage } from '../../platform/language/languages.ts';
import { identityWordings } from '../wording/wordings.ts';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { html } from 'hono/html';
import { card, cardPage, pagePolicy, type Page } from '../pages/layout/layout.ts';
import { sayError } from '../../platform/errors/say-error.ts';

type Answered = Pick<KoaContextWithOIDC, 'get' | 'set' | 'type' | 'body'>;

/** Answers where oidc-provider has nothing as the gateway does elsewhere: with a page for a person who goes there, and else with the error. */
export function answerUnknown(provider: Provider): void {
  provider.use(async (context, next) => {
    await next();
    if (context.status !== 404 || context.body) return;
    context.status = 404;
    if (context.get('accept').includes('text/html')) return answerPage(context, unknownPage);
    const message = sayError(languageOf(context), 'ROUTE_UNKNOWN');
    context.set('content-language', languageOf(context));
    context.body = { errors: [{ message, extensions: { code: 'ROUTE_UNKNOWN' } }] };
  });
}

/** Sends a page in the language that was negotiated. */
export async function answerPage(context: Answered, page: Page): Promise<void> {
  const language = languageOf(context);
  context.set({ 'content-language': language, vary: 'Accept-Language', 'content-security-policy': pagePolicy() });
  context.type = 'html';
  context.body = await cardPage(language, page(language));
}

const unknownPage: Page = (language) => card(identityWordings[language].problem, html`<p>${sayError(language, 'ROUTE_UNKNOWN')}</p>`);

/** That which `serve-identity.ts` wrote. */
function languageOf(context: Pick<Answered, 'get'>): Language {
  return languages.find((one) => one === context.get('accept-language')) ?? usualLanguage;
}

import { html, raw } from 'hono/html';
import { hash } from 'node:crypto';
import type { Language } from '../../wording/wordings.ts';

/** A template whose values are escaped. */
export type Markup = ReturnType<typeof html>;

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif}body{max-width:26rem;margin:3rem auto;padding:0 1rem}
label,legend{display:block;margin-top:1rem;font-weight:600}fieldset{border:0;padding:0;margin:0}fieldset label{font-weight:400;margin-top:.5rem}
input:not([type=radio]){box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid #767676;border-radius:.3rem}
button{font:inherit;padding:.6rem 1.2rem;margin:1.5rem .5rem 0 0;border:1px solid currentColor;border-radius:.3rem;cursor:pointer}
[role=alert]{border-inline-start:.3rem solid #b3261e;padding-inline-start:.8rem}:focus-visible{outline:3px solid #1a66d1;outline-offset:2px}`;

/**
 * What a page may load and where its forms may lead: nothing but its own style, and this server or the app that asked.
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

/** A page in the language that its reader asks for. */
export type Page = (language: Language) => Promise<string>;

/** Makes a page. It needs no script. */
export async function layout(language: Language, title: string, body: Markup): Promise<string> {
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
        <main>
          <h1>${title}</h1>
          ${body}
        </main>
      </body>
    </html>`;
  return page.toString();
}

import { html, raw } from 'hono/html';
import { hash } from 'node:crypto';
import type { Language } from '../../wording/wordings.ts';

/** A template whose values are escaped. */
export type Markup = ReturnType<typeof html>;

const style = `:root{color-scheme:light dark;font:1rem/1.5 system-ui,sans-serif;accent-color:var(--main);--main:light-dark(#0b57b0,#8fbcff);
--on-main:light-dark(#fff,#0a1a30);--line:light-dark(#6b7280,#8b95a5);--soft:light-dark(#d7dbe2,#3a414d);--quiet:light-dark(#4b5563,#b4bcc9);
--bad:light-dark(#b3261e,#ffb4ab);--good:light-dark(#1b6e3c,#8fd9a8);--page:light-dark(#f6f7f9,#14171c);--sheet:light-dark(#fff,#1c2027)}
body{margin:0;background:var(--page)}main{box-sizing:border-box;max-width:30rem;margin:clamp(0rem,6vh,4rem) auto;padding:1.5rem;background:var(--sheet);
border:1px solid var(--soft);border-radius:.6rem}@media(max-width:32rem){main{margin:0;min-height:100vh;border:0;border-radius:0}}
h1{font-size:1.6rem;line-height:1.25;margin:0 0 1rem}h2{font-size:1.15rem;margin:2rem 0 .5rem}p{margin:.75rem 0}a{color:var(--main)}
label,legend{display:block;margin-top:1rem;font-weight:600}fieldset{border:0;padding:0;margin:0}legend{padding:0}
fieldset label,.choice{display:flex;gap:.6rem;align-items:baseline;font-weight:400;margin-top:.6rem}
input:not([type=radio],[type=checkbox]){box-sizing:border-box;width:100%;font:inherit;padding:.6rem;border:1px solid var(--line);border-radius:.35rem;
background:transparent;color:inherit}input[readonly]{border-style:dashed}[aria-invalid=true]{border-color:var(--bad)!important}
.hint{font-size:.9rem;color:var(--quiet);margin:.25rem 0 0}
button{font:inherit;font-weight:600;padding:.6rem 1.2rem;margin:1.25rem .5rem 0 0;border:1px solid var(--main);border-radius:.35rem;cursor:pointer;
background:var(--main);color:var(--on-main)}button.quiet{background:transparent;color:var(--main)}button.grave{background:transparent;border-color:var(--bad);
color:var(--bad)}.or{display:flex;gap:.8rem;align-items:center;color:var(--quiet);margin:1.25rem 0 0}.or::before,.or::after{content:"";flex:1;
border-top:1px solid var(--soft)}.or+button,.or+form button{width:100%;margin-inline:0}.rows,.links,.codes{list-style:none;padding:0;margin:1rem 0}.links{margin-top:1.5rem}
.links li{margin:.35rem 0}.rows li{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;justify-content:space-between;padding:.8rem 0;
border-top:1px solid var(--soft)}.rows li:last-child{border-bottom:1px solid var(--soft)}.rows form,.rows button{margin:0}.rows div{flex:1 1 14rem;min-width:0;overflow-wrap:anywhere}
.rows small{display:block;color:var(--quiet)}.codes{font-family:ui-monospace,monospace}nav{margin-top:2rem;padding-top:1rem;border-top:1px solid var(--soft)}
[role=alert]:not(:empty),[role=status]{border-inline-start:.3rem solid var(--bad);padding-inline-start:.8rem}[role=status]{border-color:var(--good)}
:focus-visible{outline:3px solid var(--main);outline-offset:2px}`;

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

/** Fields that a form sends back as they are. */
export function hidden(fields: Readonly<Record<string, string>>): Markup {
  return html`${Object.entries(fields).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** A problem, which screen readers say at once. Fields name it with `aria-describedby`. */
export function alert(sentence: string | undefined): Markup | '' {
  return sentence === undefined ? '' : html`<p id="problem" role="alert">${sentence}</p>`;
}

/** What has just been done. @param done its name in the address @param sentences the sentence of each name */
export function status(done: string | null, sentences: Readonly<Record<string, string>>): Markup | '' {
  return done !== null && Object.hasOwn(sentences, done) ? html`<p role="status">${sentences[done]}</p>` : '';
}

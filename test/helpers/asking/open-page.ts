import type { TestGateway } from '../gateway/gateway.ts';

/** A page as a browser gets it. */
export interface OpenedPage {
  readonly status: number;
  readonly headers: Headers;
  readonly html: string;
  /** The text that a person reads. */
  readonly text: string;
}

const characters: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" };

/** The text that a person reads on a page: without its style and tags, and with one space between words. */
export function textOfPage(html: string): string {
  return html
    .replace(/<style>.*?<\/style>/s, '')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&(?:amp|lt|gt|quot|#39);/g, (entity) => characters[entity]!)
    .replaceAll(/[ \n]+/g, ' ');
}

/** Opens a page of a gateway. */
export async function openPage(gateway: TestGateway, path: string, init: RequestInit = {}): Promise<OpenedPage> {
  const response = await fetch(new URL(path, gateway.url), { redirect: 'manual', ...init });
  const html = await response.text();
  return { status: response.status, headers: response.headers, html, text: textOfPage(html) };
}

/** Sends a form as a page of the gateway's own origin does. @param headers further ones, or others in place of the usual */
export function sendForm(
  gateway: TestGateway,
  path: string,
  fields: Readonly<Record<string, string>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<OpenedPage> {
  const own = { origin: new URL(gateway.url).origin, 'content-type': 'application/x-www-form-urlencoded' };
  return openPage(gateway, path, { method: 'POST', body: new URLSearchParams(fields).toString(), headers: { ...own, ...headers } });
}

/** The value of a hidden field. */
export function hiddenField({ html }: OpenedPage, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)![1]!;
}

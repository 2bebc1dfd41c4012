/** Milliseconds that an answer may take. */
const patience = 30_000;

/** A browser without scripts: it keeps cookies by path, follows redirects of its site, and sends forms. */
export class Browser {
  readonly #cookies = new Map<string, { readonly value: string; readonly path: string }>();

  /** @returns the answer, or the address outside of http to which it was led */
  async go(address: string, form?: Readonly<Record<string, string>>, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    let url = new URL(address);
    let body = form && new URLSearchParams(form);
    for (let hop = 0; hop < 10; hop += 1) {
      const response = await fetch(url, {
        method: body ? 'POST' : 'GET',
        redirect: 'manual',
        headers: { cookie: this.#cookiesFor(url), accept: 'text/html', ...(body && { origin: url.origin }), ...headers },
        ...(body && { body }),
        signal: AbortSignal.timeout(patience),
      });
      this.#keep(response);
      const location = response.headers.get('location');
      const text = await response.text();
      if (location === null) return { status: response.status, url: url.href, text, headers: response.headers, location: undefined };
      body = undefined;
      if (!/^https?:|^\//.test(location)) return { status: response.status, url: url.href, text, headers: response.headers, location };
      url = new URL(location, url);
    }
    throw new Error('too many redirects');
  }

  #cookiesFor({ pathname }: URL): string {
    return [...this.#cookies].flatMap(([name, { value, path }]) => (pathname.startsWith(path) ? [`${name}=${value}`] : [])).join('; ');
  }

  #keep(response: Response): void {
    for (const cookie of response.headers.getSetCookie()) {
      const [, name, value, path = '/'] = /^([^=]+)=([^;]*)(?:.*?; path=([^;]*))?/i.exec(cookie)!;
      if (value === '') this.#cookies.delete(name!);
      else this.#cookies.set(name!, { value: value!, path });
    }
  }
}

/** The page that a browser shows at the end of its redirects. */
export interface Page {
  readonly status: number;
  readonly url: string;
  readonly text: string;
  readonly headers: Headers;
  /** Set: the app is opened instead. */
  readonly location: string | undefined;
}

/** The value of a hidden field. */
export function hidden(page: Page, name: string): string {
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(page.text)?.[1] ?? '';
}

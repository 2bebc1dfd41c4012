import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import type { Browser, Page } from 'playwright-core';
import { createCalendar } from '../../../src/platform/time/calendar.ts';
import { servePages } from '../../../src/server/http/pages/serve-pages.ts';
import { testNow } from '../../helpers/database/cluster.ts';
import { until } from '../../helpers/time/until.ts';
import type { Standpoint } from '../../non-interference/towns/standpoints.ts';
import type { Outcome, TownGateway } from '../../non-interference/towns/town-gateway.ts';
import type { ListedPage } from '../listed/listed-page.ts';
import { untilShown } from '../open-web.ts';

/** Why a page asked, and for which case. */
export type Need = Pick<Standpoint, 'purpose' | 'case'>;

/** The content that a page showed, and the operations that it had asked. */
export interface Shown {
  readonly html: string;
  /** The values of its fields, which are no attributes. */
  readonly fields: string;
  /** All of its texts and attributes, and the values of its fields. */
  readonly texts: readonly string[];
  readonly asked: readonly string[];
}

/** Both are asked in turn. */
export interface Gateways {
  /** Of the town that is shown. */
  readonly own: TownGateway['ask'];
  /** Of the first town. Only what is asked from the standpoint may be asked of a town that differs from it. */
  readonly first: TownGateway['ask'];
}

interface Asked {
  readonly extensions?: { readonly persistedQuery?: { readonly sha256Hash: string } };
  readonly query?: string;
}

const patience = 30_000;
/** The municipality's clock, as `GET /session` gives it. */
const clock = {
  now: testNow.getTime(),
  offsets: createCalendar('America/Edmonton').offsets(new Date('1990-01-01T00:00:00Z'), new Date('2030-01-01T00:00:00Z')),
};

/**
 * Runs in the page. An editor of GraphiQL draws some of its lines, and marks them late: its text counts. Text that is read out disappears
 * after a while.
 */
const read = `(() => {
  const { body } = document;
  const texts = new Set();
  for (const walker = document.createTreeWalker(body, NodeFilter.SHOW_TEXT); walker.nextNode(); ) texts.add(walker.currentNode.data);
  for (const { attributes } of body.querySelectorAll('*')) for (const { value } of attributes) texts.add(value);
  const fields = [...body.querySelectorAll('input, select, textarea')].map(({ value, checked }) => [value, checked]);
  for (const [value] of fields) texts.add(value);
  const lasting = body.cloneNode(true);
  for (const part of lasting.querySelectorAll('[data-live-announcer]')) part.remove();
  const typed = [...body.querySelectorAll('.CodeMirror')].map(({ CodeMirror }) => CodeMirror.getValue());
  lasting.querySelectorAll('.CodeMirror').forEach((part, at) => part.replaceWith(typed[at]));
  for (const text of typed) texts.add(text);
  return { html: document.title + lasting.innerHTML, fields: JSON.stringify(fields), texts: [...texts] };
})()`;

/** The pages over one town, in a browser profile. A server answers for the gateway, so that the browser's cache stays in use. */
export class TownView {
  readonly page: Page;
  readonly #app: FastifyInstance;
  readonly #documents: Readonly<Record<string, string>>;
  readonly #gateways: Gateways;
  readonly #numberOf: (question: string) => number;
  #standpoint: Standpoint | undefined;
  #authorization: string | undefined;
  #asked: string[] = [];
  #needs = new Map<string, Need>();
  #waiting = 0;
  /** Undefined: the browser has loaded nothing for the standpoint yet. */
  #at: ListedPage | undefined;

  private constructor(page: Page, app: FastifyInstance, folder: string, gateways: Gateways, numberOf: (question: string) => number) {
    this.page = page;
    this.#app = app;
    this.#gateways = gateways;
    this.#numberOf = numberOf;
    this.#documents = JSON.parse(readFileSync(join(folder, 'persisted-documents.json'), 'utf8')) as Readonly<Record<string, string>>;
  }

  /**
   * @param folder of the built pages
   * @param numberOf gives the same number to the same question in both towns, so that both make the same ids and nonces for it
   */
  static async open(browser: Browser, folder: string, gateways: Gateways, numberOf: (question: string) => number): Promise<TownView> {
    const context = await browser.newContext({ locale: 'en-CA', timezoneId: 'America/Edmonton', viewport: { width: 1280, height: 800 } });
    context.setDefaultTimeout(patience);
    await context.clock.setFixedTime(testNow);
    const app = Fastify();
    const view = new TownView(await context.newPage(), app, folder, gateways, numberOf);
    app.post('/graphql', async (request, reply) => {
      const { status, body } = await view.#answer(request);
      return reply.code(status).type('application/graphql-response+json').send(body);
    });
    app.get('/session', () => view.#session());
    servePages(app, folder, undefined);
    await app.listen({ host: '127.0.0.1', port: 0 });
    return view;
  }

  /** From now on the pages ask from a standpoint. @param headers of its requests */
  become(standpoint: Standpoint, headers: Readonly<Record<string, string>>): void {
    this.#standpoint = standpoint;
    this.#authorization = headers['authorization'];
    this.#asked = [];
    this.#needs = new Map();
    this.#at = undefined;
  }

  /** Why the pages have asked from the standpoint, and for which cases. */
  get needs(): readonly Need[] {
    return [...this.#needs.values()];
  }

  /** Goes to a page as people do: by the navigation, if it leads there. */
  async goTo(listed: ListedPage): Promise<void> {
    const before = this.#at;
    const isThere = before?.path === listed.path && before.prepare === undefined;
    this.#at = listed;
    if (!isThere && !(before && before.path !== listed.path && (await this.#followLink(listed.path)))) await this.#load(listed.path);
    await this.#settle();
    await listed.prepare?.(this.page);
  }

  /** The content once no operation is under way. */
  async shown(): Promise<Shown> {
    await this.#settle();
    return { ...(await this.page.evaluate<Omit<Shown, 'asked'>>(read)), asked: this.#asked.toSorted() };
  }

  async close(): Promise<void> {
    await this.page.context().close();
    await this.#app.close();
  }

  async #load(path: string): Promise<void> {
    // The browser takes the same address for the same entry of its history, whose state says what was opened.
    await this.page.goto('about:blank');
    await this.page.goto(this.#app.listeningOrigin + path);
  }

  /** @returns false: the navigation does not lead there */
  async #followLink(path: string): Promise<boolean> {
    // The old page is shown until the new one has its code.
    const left = `document.querySelector('main h1')?.setAttribute('data-left', '')`;
    const link = `document.querySelector('nav a[href="${path}"]')`;
    if (!(await this.page.evaluate<boolean>(`${link} !== null && (${left}, ${link}.click(), true)`))) return false;
    await this.page.locator('main h1:not([data-left])').first().waitFor();
    return true;
  }

  async #settle(): Promise<void> {
    let before = -1;
    while (before !== this.#asked.length) {
      before = this.#asked.length;
      await until(() => this.#waiting === 0);
      await untilShown(this.page);
    }
  }

  #session(): object {
    const { role, purposes } = this.#standpoint!;
    const idleUntil = new Date(testNow.getTime() + 600_000).toISOString();
    return { id: 'one', account: 'one', role, roles: [role], purposes, idleUntil, clock };
  }

  async #answer({ headers, body }: FastifyRequest): Promise<Outcome> {
    const { extensions, ...asked } = body as Asked;
    const hash = extensions?.persistedQuery?.sha256Hash;
    const named = (header: string): string | undefined => headers[header] as string | undefined;
    const need = { purpose: named('privacy-purpose'), case: named('privacy-case') } as Need;
    this.#needs.set(JSON.stringify(need), need);
    const text = JSON.stringify([need, hash, asked]);
    this.#asked.push(text);
    const place = this.#asked.filter((one) => one === text).length;
    const standpoint = this.#standpoint!;
    const isOwn = need.purpose === standpoint.purpose && need.case === standpoint.case;
    const sent = {
      ...(this.#authorization !== undefined && { authorization: this.#authorization }),
      ...(need.purpose !== undefined && { 'privacy-purpose': need.purpose }),
      ...(need.case !== undefined && { 'privacy-case': need.case }),
    };
    const query = asked.query ?? this.#documents[`sha256:${hash}`];
    this.#waiting += 1;
    try {
      const { own, first } = this.#gateways;
      return await (isOwn ? own : first)(sent, { ...asked, query }, this.#numberOf(`${standpoint.name} ${place} ${text}`));
    } finally {
      this.#waiting -= 1;
    }
  }
}

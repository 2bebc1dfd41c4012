import type { Language } from '../../src/platform/language/languages.ts';
import type { Browser, BrowserContext, BrowserContextOptions, Page, Response } from 'playwright-core';

/** How a browser is set. */
export interface VisitOptions extends Pick<
  BrowserContextOptions,
  'viewport' | 'javaScriptEnabled' | 'colorScheme' | 'forcedColors' | 'reducedMotion'
> {
  /** Default: English. */
  readonly language?: Language;
  /** Problems that a test provokes: text of the console, or an address. */
  readonly tolerated?: readonly RegExp[];
}

/** Milliseconds: the machine can have much else to do. */
const patience = 30_000;
/** The console names every answer that is no success; the answer that no one has signed in is one. */
const notSignedIn = /status of 401 \(Unauthorized\).* \S+\/session$/;
/** leftovers.ts looks for answers in the browser's cache, and finds none. */
const notInCache = /net::ERR_CACHE_MISS|status of 504/;
const alwaysTolerated = [notSignedIn, notInCache];

/** Where the browsers are: most of the time on another day than the municipality. */
const elsewhere = 'Pacific/Kiritimati';

/** Answers from these addresses are about people. */
const personal = /^[^?]*:\d+\/(?:graphql|sessions?|oidc\/account)(?:[/?]|$)/;

/** Here sessions are read and changed. */
const ofSessions = /^[^?]*:\d+\/(?:sessions(?:\/[^/]+)?|session\/[^?]+)$/;

/** A browser profile with its first page. */
export class Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Acts that no page may do, and these pages did until now. */
  readonly problems: readonly string[];
  /** The addresses that scripts have asked. */
  readonly addresses: ReadonlySet<string>;
  readonly #origin: string;
  #isClosed = false;

  private constructor(context: BrowserContext, page: Page, origin: string, tolerated: readonly RegExp[]) {
    this.context = context;
    this.page = page;
    this.problems = watch(context, origin, tolerated);
    this.addresses = noteAddresses(context);
    this.#origin = origin;
  }

  /** @param shift milliseconds from the machine's clock to that of the pages */
  static async open(browser: Browser, origin: string, shift: number, options: VisitOptions): Promise<Visit> {
    const { language = 'en', tolerated = [], viewport = { width: 1280, height: 800 }, ...others } = options;
    const context = await browser.newContext({ ...others, viewport, locale: `${language}-CA`, timezoneId: elsewhere });
    context.setDefaultTimeout(patience);
    await context.addInitScript(shiftClock, shift);
    await context.addInitScript(forgetZones);
    return new Visit(context, await context.newPage(), origin, [...alwaysTolerated, ...tolerated]);
  }

  /** Goes to a page by its path. */
  readonly go = (path: string): Promise<Response | null> => this.page.goto(this.#origin + path);

  /**
   * Ends the visit, unless it has ended.
   * @throws Error naming each error of a script, violation of the Content-Security-Policy, line of the console, request to another host,
   *   page without a strict policy, personal answer that may be kept, and request about sessions that names none
   */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Requests that a page still waits for are cut off, which is not a failure of the test that answers them.
    for (const routed of [this.context, ...this.context.pages()]) await routed.unrouteAll({ behavior: 'ignoreErrors' });
    await this.context.close();
    if (this.problems.length > 0) throw new Error(`the pages have problems:\n${this.problems.join('\n')}`);
  }
}

/** Lists what no page may do. The console has the violations of the Content-Security-Policy. */
function watch(context: BrowserContext, origin: string, tolerated: readonly RegExp[]): readonly string[] {
  const problems: string[] = [];
  const add = (problem: string): void => {
    if (!tolerated.some((known) => known.test(problem))) problems.push(problem);
  };
  context.on('weberror', (error) => add(`error: ${error.error().message}`));
  context.on('console', (line) => {
    if (['error', 'warning', 'assert'].includes(line.type())) add(`console: ${line.text()} ${line.location().url}`);
  });
  context.on('request', (request) => {
    const { origin: asked, protocol } = new URL(request.url());
    if (/^(https?|wss?):$/.test(protocol) && asked !== origin) add(`request to ${asked}`);
    const { 'privacy-session': named, 'x-requested-by': isOfPages } = request.headers();
    // The browser has one cookie for all its tabs.
    if (ofSessions.test(request.url()) && isOfPages && !named) add(`a request that does not say whose page it is: ${request.url()}`);
  });
  context.on('response', (response) => {
    const { 'content-security-policy': policy = '', 'cache-control': kept, 'x-content-type-options': isOurs } = response.headers();
    // A test answered in place of the gateway.
    if (isOurs === undefined) return;
    const isPage = response.request().isNavigationRequest() && response.status() < 300;
    if (isPage && (!policy.startsWith("default-src 'none'") || /unsafe|\*/.test(policy)))
      add(`a page with the policy "${policy}": ${response.url()}`);
    if (personal.test(response.url()) && kept !== 'no-store') add(`an answer that may be kept ("${kept}"): ${response.url()}`);
  });
  return problems;
}

/** Lists the addresses that scripts ask from now on. */
function noteAddresses(context: BrowserContext): ReadonlySet<string> {
  const addresses = new Set<string>();
  context.on('request', (request) => {
    if (request.resourceType() === 'fetch') addresses.add(request.url());
  });
  return addresses;
}

/** Runs in the page, before its scripts. */
function shiftClock(shift: number): void {
  const { Date: Real } = globalThis;
  globalThis.Date = class extends Real {
    constructor(...given: readonly []) {
      if (given.length > 0) super(...given);
      else super(Real.now() + shift);
    }
    static override now(): number {
      return Real.now() + shift;
    }
  } as DateConstructor;
}

/**
 * Runs in the page, before its scripts. A browser can have older data about the municipality's time zone than the gateway, so that it has
 * none here: a page that asks for it fails.
 */
function forgetZones(): void {
  const { DateTimeFormat: Real } = Intl;
  const knowsNone = (options?: Intl.DateTimeFormatOptions): void => {
    const asked = options?.timeZone ?? 'UTC';
    if (asked !== 'UTC' && asked !== 'Pacific/Kiritimati') throw new RangeError(`a page asks for ${asked}`);
  };
  Intl.DateTimeFormat = new Proxy(Real, {
    construct(target, [locales, options]: [string?, Intl.DateTimeFormatOptions?]) {
      knowsNone(options);
      return new target(locales, options);
    },
    apply(target, _self, [locales, options]: [string?, Intl.DateTimeFormatOptions?]) {
      knowsNone(options);
      return target(locales, options);
    },
  });
}

import type { Browser, Page } from 'playwright-core';
import { demoAccounts } from '../../demo/accounts.ts';
import { personaNamed } from '../../demo/personas.ts';
import { sessionCookieName, sessionDigest } from '../../src/identity/authentication/browsers/session-cookie.ts';
import { findPages } from '../../src/server/http/pages/find-pages.ts';
import { town as municipality } from '../../src/town/index.ts';
import { passkeyAcr, passwordAcr } from '../../src/identity/accounts/passkeys/assurance.ts';
import type { Mailer } from '../../src/platform/mail/mail.ts';
import { openBrowser } from '../clients/browser/open-browser.ts';
import { testNow } from '../helpers/database/cluster.ts';
import { openDemoTown, type DemoTown } from '../helpers/gateway/demo-town.ts';
import { storeMailedLinks } from './network/mailed-links.ts';
import { makeReads } from './records/make-reads.ts';
import { Visit, type VisitOptions } from './visit.ts';

/** One town with the built pages, and one browser. The town's clock begins at the instant of all tests and goes on. */
export interface Web {
  readonly town: DemoTown;
  readonly browser: Browser;
  readonly origin: string;
  now(): Date;
  /** A separate browser profile, in which no one has signed in. */
  visit(options?: VisitOptions): Promise<Visit>;
  /** A browser profile in which a persona has signed in, without the form. */
  signedInAs(persona: string, options?: VisitOptions): Promise<Visit>;
  /** Signs a persona in with the browser of a visit, who replaces any person before. */
  signIn(visit: Visit, persona: string): Promise<void>;
  /** Ends all. @throws Error with the problems of visits that no test has closed, such as those of a test that failed */
  close(): Promise<void>;
}

interface WebOptions {
  readonly withReads?: boolean;
  readonly withMails?: boolean;
}

/** Takes each mail, and forgets it. */
const unread: Mailer = { check: async () => {}, send: () => {}, deliver: async () => 'TAKEN', stop: async () => {} };

/**
 * Opens it for one suite. The pages are those of `web/dist`, which global-setup.ts builds where they are stale.
 * @param options `withReads`: the resident's record was read in the past year, see makeReads; `withMails`: accounts get mails, which are
 *   not read, and their links are known, see mailed-links.ts
 */
export async function openWeb({ withReads = false, withMails = false }: WebOptions = {}): Promise<Web> {
  const pages = findPages(municipality.pages!);
  if (pages === undefined) throw new Error('the pages are not built: npm run -s build');
  const begun = Date.now();
  let set: Date | undefined;
  const now = (): Date => set ?? new Date(testNow.getTime() + Date.now() - begun);
  const [town, browser] = await Promise.all([openDemoTown({ clock: now, pages, ...(withMails && { mailer: unread }) }), openBrowser()]);
  const { origin } = new URL(town.place.issuer);
  if (withMails) await storeMailedLinks(town.gateway.database, now());
  if (withReads) await makeReads(town.gateway, (to) => void (set = to));

  const visits: Visit[] = [];
  const visit: Web['visit'] = async (options = {}) => {
    const opened = await Visit.open(browser, origin, testNow.getTime() - begun, options);
    visits.push(opened);
    return opened;
  };
  const signIn: Web['signIn'] = async ({ context }, persona) => {
    const { sessions, sessionCookie } = town.server;
    const account = demoAccounts.find((one) => one.persona === persona)!;
    const [{ epoch }] = (await town.gateway.database.asOwner<{ epoch: number }>('select epoch from identity.account where id = $1', [
      account.id,
    ])) as [{ epoch: number }];
    const [acr, amr] = account.hasPasskey ? [passkeyAcr, ['hwk', 'user']] : [passwordAcr, ['pwd']];
    const device = { browser: 'Chrome', system: 'Linux' };
    const started = await sessions.start({ kind: 'signed-in', accountId: account.id, epoch, acr, amr }, false, { device });
    const { role } = personaNamed(persona);
    // A person who could act in several capacities has none yet.
    const { secret } = started.view.role === role ? started : await sessions.changeCapacity(sessionDigest(started.secret), role);
    // Expired rows are removed by the clock of the database, which is months ahead of the town's.
    await town.gateway.database.asOwner(`update identity.session set expires_at = now() + interval '1 day' where hash = $1`, [
      sessionDigest(secret),
    ]);
    const cookie = { name: sessionCookieName(sessionCookie), value: secret, url: origin, httpOnly: true, sameSite: 'Strict' as const };
    await context.addCookies([cookie]);
  };
  return {
    town,
    browser,
    origin,
    now,
    visit,
    signIn,
    signedInAs: async (persona, options) => {
      const opened = await visit(options);
      await signIn(opened, persona);
      return opened;
    },
    close: async () => {
      const closed = await Promise.allSettled(visits.map((one) => one.close()));
      await browser.close();
      await town.gateway.close();
      const problems = closed.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
      if (problems.length > 0) throw new Error(problems.join('\n'));
    },
  };
}

/** Looks at each frame: Playwright's own waits look only every half second after a while. */
const shown = `new Promise((done, fail) => {
  const end = setTimeout(() => fail(new Error('the page still loads: ' + document.body.innerText)), 30000);
  const look = () => {
    if (!document.querySelector('h1:not(.unstarted *)') || document.querySelector('output.state, [aria-busy="true"]')) return requestAnimationFrame(look);
    clearTimeout(end);
    // React listens to keys a little later, and editors measure their text. No event says when: an idle browser need not say so either.
    setTimeout(done, 50);
  };
  look();
})`;

/** Waits until a page shows what it has read. @throws Error with what it shows, if it does not within 30 seconds */
export async function untilShown(page: Page): Promise<void> {
  await page.evaluate(shown);
}

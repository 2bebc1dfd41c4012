import type { Language } from '../../../platform/language/languages.ts';
import { identityWordings } from '../../wording/wordings.ts';
import type { Role } from '../../../engine/register.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import { backToAccount } from './account-page.ts';
import { capacityName } from '../sign-in/sign-in-page.ts';
import { hidden, card, status, type Markup, type Page } from '../layout/layout.ts';
import { sayTime } from '../layout/say-time.ts';

/** A session as the page lists it, with times in RFC 3339. */
export interface ShownSession {
  readonly browser: string | null;
  readonly system: string | null;
  readonly id: string;
  readonly role: Role | null;
  readonly madeAt: string;
  readonly lastUsedAt: string;
  readonly expiresAt: string;
  readonly keptSince: string | null;
  readonly isCurrent: boolean;
}

/** The page of the own sessions, that of this browser first. @param timeZone in which times are said, as the IANA database names it */
export function sessionsPage(
  account: string,
  action: string,
  token: string,
  sessions: readonly ShownSession[],
  done: string | null,
  timeZone: string,
): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { sessions: words } = pages.account;
    const currentFirst = sessions.toSorted((one, other) => Number(other.isCurrent) - Number(one.isCurrent));
    return card(
      words.title,
      html`${status(done, words.done)}
        <ul class="rows">
          ${currentFirst.map((session) => row(language, session, action, token, timeZone))}
        </ul>
        <form method="post" action="${action}">
          ${hidden({ token })}
          <button type="submit" name="step" value="everywhere" class="grave" aria-describedby="everywhere-hint">${words.everywhere}</button>
          <p id="everywhere-hint" class="hint">${words.everywhereHint}</p>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

function row(language: Language, session: ShownSession, action: string, token: string, timeZone: string): Markup {
  const { id, role, browser, system, madeAt, lastUsedAt, expiresAt, keptSince, isCurrent } = session;
  const { pages } = identityWordings[language];
  const { sessions: words } = pages.account;
  const since = sayTime(language, madeAt, timeZone);
  const button = isCurrent
    ? keptSince !== null && html`<button type="submit" name="step" value="stop-keeping" class="quiet">${words.stopKeeping}</button>`
    : html`<button type="submit" name="step" value="end" class="quiet" aria-label="${fill(words.endNamed, { since })}">
        ${words.end}
      </button>`;
  return html`<li>
    <div>
      <strong>${browser === null ? words.unknownBrowser : system === null ? browser : fill(words.device, { browser, system })}</strong>
      ${isCurrent && words.here}
      <small>${role === null ? words.none : fill(words.as, { role: capacityName(pages.roles, role) })}</small>
      <small>${fill(words.since, { since })}</small>
      <small>${fill(words.used, { used: sayTime(language, lastUsedAt, timeZone) })}</small>
      ${keptSince !== null && html`<small>${fill(words.kept, { until: sayTime(language, expiresAt, timeZone) })}</small>`}
    </div>
    ${button && html`<form method="post" action="${action}">${hidden({ token, id })} ${button}</form>`}
  </li>`;
}

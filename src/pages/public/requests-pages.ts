import { html } from 'hono/html';
import type { PrivacyRequestStatus } from '../../generated/schema.ts';
import type { OpenKind } from '../../wording/english-public-pages.ts';
import { fill } from '../../wording/fill.ts';
import { wholeWords } from '../layout.ts';
import { sayDay } from '../say-day.ts';
import { sayTime } from '../say-time.ts';
import type { FormProblem } from './ask-pages.ts';
import { lineField, problemSummary, type Field } from './form-parts.ts';
import { publicPage } from './frame.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from './visit.ts';

/** A number and a code as they were typed. */
export interface TypedNumber {
  readonly number: string;
  readonly code: string;
}

/** How far a request is. */
export interface ShownState {
  readonly number: string;
  readonly kind: OpenKind;
  readonly status: PrivacyRequestStatus;
  /** RFC 3339, as are the others but `dueOn`, which is a full-date. */
  readonly filedAt: string;
  readonly dueOn: string;
  readonly answeredAt: string | null;
  readonly withdrawnAt: string | null;
}

/** The page that asks for number and code. */
export function requestsPage(visit: Visit, typed: TypedNumber = { number: '', code: '' }, problem: FormProblem = {}): Promise<string> {
  const words = wordsOf(visit);
  const { requests } = words;
  const fields = problem.fields ?? {};
  const names = ['number', 'code'] as const;
  const first = names.find((name) => fields[name] !== undefined);
  const field = (name: (typeof names)[number], label: string, hint: string): Field => ({
    name,
    label,
    hint,
    value: typed[name],
    problem: fields[name],
    isFirst: name === first,
  });
  return publicPage(
    visit,
    { title: requests.title },
    html`<p class="lead">${wholeWords(requests.text)}</p>
      ${problemSummary(words, problem.whole, fields, names)}
      <form method="post" action="${linkTo(visit, publicPaths.requests)}" novalidate>
        ${lineField(field('number', requests.number, requests.numberHint), html`autocomplete="off" spellcheck="false" maxlength="40" class="code"`)}
        ${lineField(
          field('code', requests.code, requests.codeHint),
          html`autocomplete="off" autocapitalize="characters" spellcheck="false" maxlength="40" class="code"`,
        )}
        <button type="submit">${requests.submit}</button>
      </form>`,
  );
}

/** The page that says how far a request is, and nothing of what was written. */
export function requestStatePage(visit: Visit, state: ShownState): Promise<string> {
  const { requests, ask } = wordsOf(visit);
  const { number, kind, filedAt } = state;
  const facts = [
    [requests.kind, ask.kinds[kind]],
    [requests.filed, sayTime(visit.language, filedAt, visit.timeZone)],
  ] as const;
  return publicPage(
    visit,
    { title: fill(requests.stateTitle, { number }) },
    html`<p role="status">${sayState(visit, state)}</p>
      <dl class="facts">
        ${facts.map(
          ([name, text]) =>
            html`<div>
              <dt>${name}</dt>
              <dd>${text}</dd>
            </div>`,
        )}
      </dl>
      <p><a href="${linkTo(visit, publicPaths.requests)}">${requests.another}</a></p>`,
  );
}

function sayState({ language, today, timeZone, ...visit }: Visit, { status, dueOn, answeredAt, withdrawnAt }: ShownState): string {
  const { requests } = wordsOf({ language, ...visit });
  const due = sayDay(language, dueOn);
  const on = (at: string | null): string => (at === null ? '' : sayTime(language, at, timeZone));
  if (status === 'ANSWERED') return fill(requests.answered, { date: on(answeredAt) });
  if (status === 'WITHDRAWN') return fill(requests.withdrawn, { date: on(withdrawnAt) });
  return fill(dueOn < today ? requests.late : requests.open, { due });
}

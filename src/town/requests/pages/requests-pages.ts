import { html } from 'hono/html';
import type { PrivacyRequestStatus } from '../../shared/graphql/generated/schema.ts';
import type { OpenKind } from '../../wording/english-public-pages.ts';
import { fill } from '../../../platform/language/fill.ts';
import { wholeWords, type Markup } from '../../../identity/pages/layout/layout.ts';
import { sayDay } from '../../../identity/pages/layout/say-day.ts';
import { sayTime } from '../../../identity/pages/layout/say-time.ts';
import type { FormProblem } from './ask-pages.ts';
import { lineField, problemSummary, textField, type Field } from '../../shared/pages/form-parts.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { factList } from '../../shared/pages/table.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from '../../shared/pages/visit.ts';

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
    // The link in a mail fills in the number.
    isFirst: name === (first ?? (typed.number === '' || problem.whole !== undefined ? undefined : 'code')),
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

/** The texts of a request: its message, the messages about it, and its answer. */
export interface ShownAnswer {
  readonly body: string | null;
  /** Null while it is open. */
  readonly answer: string | null;
  /** RFC 3339; null while it is open. */
  readonly reopenableUntil: string | null;
  readonly messages: readonly { readonly body: string | null; readonly sentAt: string | null; readonly fromStaff: boolean | null }[] | null;
}

/** A reason to open a request again, as it was typed. */
export interface TypedReason extends TypedNumber {
  readonly body: string;
}

/**
 * The page that shows the state of a request and, after it was answered, its texts.
 * @param answered undefined: it was never answered
 */
export function requestStatePage(
  visit: Visit,
  state: ShownState,
  answered?: ShownAnswer,
  typed: TypedReason = { number: '', code: '', body: '' },
  problem: FormProblem = {},
): Promise<string> {
  const { requests, ask } = wordsOf(visit);
  const { number, kind, filedAt } = state;
  const facts = [
    [requests.kind, ask.kinds[kind]],
    [requests.filed, sayTime(visit.language, filedAt, visit.timeZone)],
  ] as const;
  return publicPage(
    visit,
    { title: fill(requests.stateTitle, { number }) },
    html`<p role="status">${sayState(visit, state, answered !== undefined)}</p>
      ${factList(facts)} ${answered ? written(visit, state, answered) : ''}
      ${answered?.answer ? reopening(visit, answered, typed, problem) : ''}
      <p><a href="${linkTo(visit, publicPaths.requests)}">${requests.another}</a></p>`,
  );
}

/** The message, the messages about it, and the answer. */
function written(visit: Visit, { filedAt, answeredAt }: ShownState, { body, answer, messages }: ShownAnswer): Markup {
  const { requests } = wordsOf(visit);
  const parts = [
    { who: requests.you, at: filedAt, text: body },
    ...(messages ?? []).map((one) => ({ who: one.fromStaff ? requests.office : requests.you, at: one.sentAt, text: one.body })),
    ...(answer ? [{ who: requests.answer, at: answeredAt, text: answer }] : []),
  ];
  return html`<h2>${requests.written}</h2>
    ${parts.map(
      ({ who, at, text }) =>
        html`<h3>${who}${at === null ? '' : html` <small>${sayTime(visit.language, at, visit.timeZone)}</small>`}</h3>
          <blockquote><p class="as-typed">${text ?? ''}</p></blockquote>`,
    )}`;
}

/** The form that opens an answered request again. */
function reopening(visit: Visit, { reopenableUntil }: ShownAnswer, typed: TypedReason, problem: FormProblem): Markup {
  const words = wordsOf(visit);
  const { requests, ask } = words;
  const fields = problem.fields ?? {};
  if (reopenableUntil === null || reopenableUntil.slice(0, 10) < visit.today) return html`<p>${requests.reopenLate}</p>`;
  const field = {
    name: 'body',
    label: requests.reopenBody,
    hint: ask.bodyHint,
    value: typed.body,
    problem: fields['body'],
    isFirst: fields['body'] !== undefined,
  };
  return html`<h2>${requests.reopenTitle}</h2>
    <p>${fill(requests.reopenText, { until: sayDay(visit.language, reopenableUntil.slice(0, 10)) })}</p>
    ${problemSummary(words, problem.whole, fields, ['body'])}
    <form method="post" action="${linkTo(visit, publicPaths.requests)}" novalidate>
      <input type="hidden" name="step" value="reopen" />
      <input type="hidden" name="number" value="${typed.number}" />
      <input type="hidden" name="code" value="${typed.code}" />
      ${textField(field, 4_000)}
      <button type="submit">${requests.reopen}</button>
    </form>`;
}

function sayState(
  { language, today, timeZone, ...visit }: Visit,
  { status, dueOn, answeredAt, withdrawnAt }: ShownState,
  wasAnswered: boolean,
): string {
  const { requests } = wordsOf({ language, ...visit });
  const due = sayDay(language, dueOn);
  const on = (at: string | null): string => (at === null ? '' : sayTime(language, at, timeZone));
  if (status === 'ANSWERED') return fill(requests.answered, { date: on(answeredAt) });
  if (status === 'WITHDRAWN') return fill(requests.withdrawn, { date: on(withdrawnAt) });
  return fill(dueOn < today ? requests.late : wasAnswered ? requests.reopened : requests.open, { due });
}

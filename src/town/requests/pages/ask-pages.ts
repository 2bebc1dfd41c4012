import { html } from 'hono/html';
import type { OpenKind } from '../../wording/english-public-pages.ts';
import { fill } from '../../../platform/language/fill.ts';
import { hidden, wholeWords, type Markup } from '../../../identity/pages/layout/layout.ts';
import { sayDay } from '../../../identity/pages/layout/say-day.ts';
import { sayTime } from '../../../identity/pages/layout/say-time.ts';
import { choiceField, lineField, problemSummary, textField, type Field, type FieldProblems } from '../../shared/pages/form-parts.ts';
import { publicPage } from '../../shared/pages/frame.ts';
import { factList } from '../../shared/pages/table.ts';
import { linkTo, publicPaths, wordsOf, type Visit } from '../../shared/pages/visit.ts';

/** A message as it was typed. */
export interface TypedMessage {
  readonly kind: string;
  readonly body: string;
  readonly email: string;
}

/** A message that awaits its code. */
export interface SentMessage extends TypedMessage {
  /** The idempotency key: the change is made once, however often the form is sent. */
  readonly key: string;
  /** Until when the code can be used: RFC 3339. */
  readonly until: string;
}

/** The data that the sender keeps. */
export interface KeptReceipt {
  readonly number: string;
  /** RFC 3339 full-date. */
  readonly dueOn: string;
  readonly stateCode: string;
}

/** The problem of a form: of single fields, or of the whole form. */
export interface FormProblem {
  readonly whole?: string;
  readonly fields?: FieldProblems;
}

/** Characters of the longest message. */
const longestBody = 4_000;
const nothingTyped: TypedMessage = { kind: '', body: '', email: '' };

/** The page on which a message is written. */
export function askPage(visit: Visit, typed: TypedMessage = nothingTyped, problem: FormProblem = {}): Promise<string> {
  const words = wordsOf(visit);
  const { ask } = words;
  const fields = problem.fields ?? {};
  const names = ['kind', 'body', 'email'] as const;
  const first = names.find((name) => fields[name] !== undefined);
  const field = (name: (typeof names)[number], label: string, hint = ''): Field => ({
    name,
    label,
    hint,
    value: typed[name],
    problem: fields[name],
    isFirst: name === first,
  });
  return publicPage(
    visit,
    { title: ask.title },
    html`<p class="lead">${ask.text}</p>
      <p>${ask.own}</p>
      ${steps(visit, 'write')} ${problemSummary(words, problem.whole, fields, names)}
      <form method="post" action="${linkTo(visit, publicPaths.ask)}" novalidate>
        ${choiceField(field('kind', ask.kind), Object.entries(ask.kinds))} ${textField(field('body', ask.body, ask.bodyHint), longestBody)}
        ${lineField(field('email', ask.email, ask.emailHint), html`type="email" autocomplete="email" maxlength="254"`)}
        <button type="submit" name="step" value="send-code">${ask.submit}</button>
      </form>`,
  );
}

/** The page on which the code from the mail is given. It is the same for every address. */
export function confirmPage(visit: Visit, sent: SentMessage, problem: FormProblem = {}): Promise<string> {
  const words = wordsOf(visit);
  const { ask } = words;
  const { kind, body, email, key, until } = sent;
  const fields = problem.fields ?? {};
  const hasProblem = problem.whole !== undefined || fields['code'] !== undefined;
  const code: Field = {
    name: 'code',
    label: ask.code,
    hint: ask.codeHint,
    value: '',
    problem: fields['code'],
    isFirst: true,
  };
  return publicPage(
    visit,
    { title: ask.confirmTitle },
    html`${steps(visit, 'confirm')} ${problemSummary(words, problem.whole, fields, ['code'])}
      <p ${hasProblem ? '' : html`role="status"`}>
        ${wholeWords(fill(ask.sent, { email, time: sayTime(visit.language, until, visit.timeZone) }))}
      </p>
      <form method="post" action="${linkTo(visit, publicPaths.ask)}" novalidate>
        ${hidden({ kind, body, email, key, until })}
        ${lineField(code, html`autocomplete="one-time-code" autocapitalize="characters" spellcheck="false" maxlength="40" class="code"`)}
        <button type="submit" name="step" value="file">${ask.confirm}</button>
        <button type="submit" name="step" value="send-code" class="quiet">${ask.again}</button>
      </form>
      <h2>${ask.yourMessage}</h2>
      <blockquote>
        <p class="hint">${ask.kinds[kind as OpenKind]}</p>
        <p class="as-typed">${body}</p>
      </blockquote>
      <form method="post" action="${linkTo(visit, publicPaths.ask)}">
        ${hidden({ kind, body, email })}
        <button type="submit" name="step" value="change" class="quiet">${ask.change}</button>
      </form>`,
  );
}

/** The page after it was filed. */
export function filedPage(visit: Visit, { number, dueOn, stateCode }: KeptReceipt): Promise<string> {
  const { ask } = wordsOf(visit);
  const facts = [
    [ask.number, number],
    [ask.stateCode, stateCode],
    [ask.due, sayDay(visit.language, dueOn)],
  ] as const;
  return publicPage(
    visit,
    { title: ask.doneTitle },
    html`${steps(visit, 'done')}
      <p role="status">${wholeWords(ask.doneText)}</p>
      ${factList(facts, 'kept')}
      <p>${ask.keep}</p>
      <p><a href="${linkTo(visit, publicPaths.requests)}">${ask.toState}</a></p>`,
  );
}

function steps(visit: Visit, current: 'write' | 'confirm' | 'done'): Markup {
  const { step, steps: label } = wordsOf(visit).ask;
  return html`<ol class="steps" aria-label="${label}">
    ${Object.entries(step).map(([name, text]) => html`<li ${name === current ? html`aria-current="step"` : ''}>${text}</li>`)}
  </ol>`;
}

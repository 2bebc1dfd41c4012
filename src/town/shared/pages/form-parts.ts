import { identityWordings } from '../../../identity/wording/wordings.ts';
import type { Language } from '../../../platform/language/languages.ts';
import { html } from 'hono/html';
import type { PublicPageWording } from '../../wording/public-page-wording.ts';
import { wordings } from '../../wording/wordings.ts';
import { sayWait } from '../../../identity/pages/layout/say-wait.ts';
import { wholeWords, type Markup } from '../../../identity/pages/layout/layout.ts';
import type { PrivacyError } from '../../../platform/errors/errors.ts';

/** The problem of each field, by its name. */
export type FieldProblems<Name extends string = string> = Readonly<Partial<Record<Name, string>>>;

/** A field with what was typed. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly problem: string | undefined;
  /** Whether the cursor begins here. */
  readonly isFirst: boolean;
}

/** A field of one line. @param attributes further attributes of the element, such as `type` */
export function lineField(field: Field, attributes: Markup): Markup {
  const { name, label, value } = field;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hintOf(field)} ${problemOf(field)}
    <input id="${name}" name="${name}" value="${value}" required ${marks(field)} ${attributes} />
  </div>`;
}

/** A field of several lines. @param most characters */
export function textField(field: Field, most: number): Markup {
  const { name, label, value } = field;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    ${hintOf(field)} ${problemOf(field)}
    <textarea id="${name}" name="${name}" rows="8" maxlength="${most}" required ${marks(field)}>${value}</textarea>
  </div>`;
}

/** A choice of one. @param options name and sentence of each */
export function choiceField(
  { name, label, value, problem, isFirst }: Omit<Field, 'hint'>,
  options: readonly (readonly [string, string])[],
): Markup {
  const invalid = problem === undefined ? '' : html`aria-invalid="true" aria-describedby="${name}-problem"`;
  return html`<fieldset class="field" id="${name}" ${problem === undefined ? '' : html`aria-describedby="${name}-problem"`}>
    <legend>${label}</legend>
    ${problem === undefined ? '' : html`<p id="${name}-problem" class="problem">${problem}</p>`}
    ${options.map(
      ([option, text], at) =>
        html`<label
          ><input
            type="radio"
            name="${name}"
            value="${option}"
            required
            ${option === value ? 'checked' : ''}
            ${invalid}
            ${isFirst && at === 0 ? 'autofocus' : ''}
          />${text}</label
        >`,
    )}
  </fieldset>`;
}

/** All problems of a form, with a link to each field. @param names of the fields in their order */
export function problemSummary(
  words: PublicPageWording,
  problem: string | undefined,
  problems: FieldProblems,
  names: readonly string[],
): Markup | '' {
  const listed = names.filter((name) => problems[name] !== undefined);
  if (problem === undefined && listed.length === 0) return '';
  return html`<div role="alert" class="summary">
    <p>${wholeWords(problem ?? words.problems.summary)}</p>
    ${
      listed.length === 0
        ? ''
        : html`<ul>
            ${listed.map((name) => html`<li><a href="#${name}">${problems[name]}</a></li>`)}
          </ul>`
    }
  </div>`;
}

/** The sentence about an error that is not about a field. */
export function sayProblem(language: Language, { code, status, retryAfter }: PrivacyError): string {
  const { pages } = identityWordings[language];
  const { publicPages } = wordings[language];
  const { problems } = publicPages;
  switch (code) {
    case 'CONTACT_NOT_PROVEN':
      return problems.notProven;
    case 'ACCOUNT_REQUIRED':
      return problems.noAccount;
    case 'MAIL_UNAVAILABLE':
      return problems.noMail;
    case 'CROSS_SITE_REQUEST':
      return problems.foreign;
    case 'BODY_TOO_LARGE':
      return problems.tooLong;
    case 'NOT_FOUND':
      return problems.notFound;
    case 'TOO_MANY_REQUESTS':
      return sayWait(pages, retryAfter ?? 1);
    default:
      return status === 503 ? problems.unavailable : problems.other;
  }
}

function hintOf({ name, hint }: Field): Markup {
  return html`<p id="${name}-hint" class="hint">${hint}</p>`;
}

function problemOf({ name, problem }: Field): Markup | '' {
  return problem === undefined ? '' : html`<p id="${name}-problem" class="problem">${problem}</p>`;
}

function marks({ name, problem, isFirst }: Field): Markup {
  const described = `${name}-hint${problem === undefined ? '' : ` ${name}-problem`}`;
  return html`aria-describedby="${described}" ${problem === undefined ? '' : html`aria-invalid="true"`} ${isFirst ? 'autofocus' : ''}`;
}

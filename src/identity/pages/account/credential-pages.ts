import type { Language } from '../../../platform/language/languages.ts';
import { identityWordings } from '../../wording/wordings.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import type { PageWording } from '../../wording/page-wording.ts';
import { backToAccount } from './account-page.ts';
import type { PasswordRefusal } from './choose-password-page.ts';
import { currentPasswordField } from './current-password-field.ts';
import { alert, hidden, card, status, wholeWords, type Markup, type Page } from '../layout/layout.ts';
import { sayWait } from '../layout/say-wait.ts';
import { sayTime } from '../layout/say-time.ts';

/** A passkey as its owner sees it. */
export interface ShownPasskey {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** The content of the passkey page. */
export interface ShownPasskeys {
  readonly passkeys: readonly ShownPasskey[];
  /** Whether the session was made or confirmed with one, or there is none. */
  readonly isUsed: boolean;
  readonly done: string | null;
  readonly problem: PasskeyProblem | undefined;
  /** In which times are said, as the IANA database names it. */
  readonly timeZone: string;
}
/** Why nothing was changed. */
export type PasskeyProblem =
  | { readonly kind: keyof PageWording['account']['passkeys']['problems'] }
  | { readonly kind: 'throttled'; readonly seconds: number };

/** The page of the own passkeys. */
export function passkeysPage(account: string, action: string, token: string, shown: ShownPasskeys): Page {
  const { passkeys, isUsed, done, problem, timeZone } = shown;
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, none, add, use, problems, done: sentences } = pages.account.passkeys;
    const sentence = problem && (problem.kind === 'throttled' ? sayWait(pages, problem.seconds) : problems[problem.kind]);
    return card(
      title,
      html`<p>${text}</p>
        ${status(done, sentences)} ${alert(sentence)}
        ${
          passkeys.length === 0
            ? html`<p>${none}</p>`
            : html`<ul class="rows">
                ${passkeys.map((passkey) => row(language, passkey, action, token, timeZone))}
              </ul>`
        }
        ${!isUsed && html`<p><a href="${account}/confirm?next=${encodeURIComponent(`${new URL(account).pathname}/capacity`)}">${use}</a></p>`}
        <form method="post" action="${action}">
          ${hidden({ token })}
          <button type="submit" name="step" value="add">${add}</button>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

function row(
  language: Language,
  { id, name, createdAt, lastUsedAt }: ShownPasskey,
  action: string,
  token: string,
  timeZone: string,
): Markup {
  const { added, used, neverUsed, unnamed, remove, removeNamed } = identityWordings[language].pages.account.passkeys;
  const shown = name === '' ? unnamed : name;
  return html`<li>
    <div>
      <strong>${shown}</strong>
      <small>${fill(added, { added: sayTime(language, createdAt.toISOString(), timeZone) })}</small>
      <small>${lastUsedAt ? fill(used, { used: sayTime(language, lastUsedAt.toISOString(), timeZone) }) : neverUsed}</small>
    </div>
    <form method="post" action="${action}">
      ${hidden({ token, id })}
      <button type="submit" name="step" value="remove" class="grave" aria-label="${fill(removeNamed, { name: shown })}">${remove}</button>
    </form>
  </li>`;
}

/** The page that asks the browser to make a passkey. It needs the script at `script`. */
export function newPasskeyPage(action: string, script: string, token: string, options: object): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, name, hint, submit, failed, noScript } = pages.account.newPasskey;
    return card(
      title,
      html`<noscript><p role="alert">${noScript}</p></noscript>
        <form method="post" action="${action}" data-passkey="create" data-options="${JSON.stringify(options)}" data-problem="${failed}">
          ${hidden({ token, step: 'added', response: '' })}
          <label for="name">${name}</label>
          <input id="name" name="name" autocomplete="off" required autofocus maxlength="60" aria-describedby="name-hint" />
          <p id="name-hint" class="hint">${hint}</p>
          <p id="problem" role="alert"></p>
          <button type="submit" disabled>${submit}</button>
        </form>
        <nav><a href="${action}">${pages.shared.cancel}</a></nav>
        <script src="${script}" defer></script>`,
    );
  };
}

/** The page of the recovery codes. @param codes those that were just made, which no page shows again */
export function recoveryCodesPage(
  account: string,
  action: string,
  token: string,
  { canMake, codes }: { readonly canMake: boolean; readonly codes?: readonly string[] | undefined },
): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, text, without, make, replaced, made } = pages.account.recoveryCodes;
    if (codes)
      return card(
        title,
        html`<p role="status">${wholeWords(made)}</p>
          <ul class="codes">
            ${codes.map((code) => html`<li>${code}</li>`)}
          </ul>
          ${backToAccount(pages, account)}`,
      );
    return card(
      title,
      html`<p>${text}</p>
        ${
          canMake
            ? html`<form method="post" action="${action}">
                ${hidden({ token })}
                <button type="submit" aria-describedby="replaced">${make}</button>
                <p id="replaced" class="hint">${replaced}</p>
              </form>`
            : html`<p>${without}</p>
                <p><a href="${account}/passkeys">${pages.account.passkeys.add}</a></p>`
        }
        ${backToAccount(pages, account)}`,
    );
  };
}

/** The page on which a person who is signed in changes the password. */
export function changePasswordPage(
  account: string,
  action: string,
  token: string,
  refusal?: PasswordRefusal | { readonly kind: 'wrong-password' },
): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { title, old, submit, ends, wrong } = pages.account.changePassword;
    const { label, rule, problems } = pages.choosePassword;
    const sentence =
      refusal &&
      (refusal.kind === 'wrong-password'
        ? wrong
        : refusal.kind === 'refused'
          ? problems[refusal.problem]
          : sayWait(pages, refusal.seconds));
    const marks = (isWrong: boolean): Markup | '' => (isWrong ? html`aria-invalid="true"` : '');
    const described = sentence === undefined ? '' : ' problem';
    return card(
      title,
      html`${alert(sentence)}
        <form method="post" action="${action}">
          ${hidden({ token })}
          ${currentPasswordField(old, html`aria-describedby="ends${described}" ${marks(refusal?.kind === 'wrong-password')}`)}
          <label for="new-password">${label}</label>
          <input
            id="new-password"
            name="new-password"
            type="password"
            autocomplete="new-password"
            required
            aria-describedby="rule${described}"
            ${marks(refusal?.kind === 'refused')}
          />
          <p id="rule" class="hint">${rule}</p>
          <button type="submit">${submit}</button>
          <p id="ends" class="hint">${ends}</p>
        </form>
        ${backToAccount(pages, account)}`,
    );
  };
}

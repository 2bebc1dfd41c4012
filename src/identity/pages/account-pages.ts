import { html } from 'hono/html';
import { layout, type Markup } from './layout.ts';
import { sayWait } from './say-wait.ts';

/** What a link can be asked for. */
export type LinkPurpose = 'REGISTER' | 'RESET';
/** Why a password cannot be chosen, or another try must wait. */
export type PasswordRefusal =
  { readonly kind: 'refused'; readonly problem: keyof typeof problems } | { readonly kind: 'throttled'; readonly seconds: number };
/** Why a code was not taken. */
export type CodeRefusal = { readonly kind: 'not-signed-in' | 'refused' } | { readonly kind: 'throttled'; readonly seconds: number };

const problems = {
  TOO_SHORT: 'This password is too short. Choose one of at least 12 characters.',
  TOO_LONG: 'This password is too long. Choose one of at most 256 characters.',
  COMMON: 'Many people use this password or one like it. Choose another.',
  LIKE_EMAIL: 'This password is like your e-mail address. Choose another.',
} as const;

const links = {
  REGISTER: { title: 'Register', text: 'We send a link to your mailbox. With it you choose a password.' },
  RESET: { title: 'Choose a new password', text: 'We send a link to your mailbox. With it you choose a new password.' },
} as const;

/** The page that asks where to mail a link. @param seconds until another link can be asked for */
export function askForLinkPage(purpose: LinkPurpose, action: string, seconds?: number): Promise<string> {
  const { title, text } = links[purpose];
  return layout(
    title,
    html`<p>${text}</p>
      ${alert(seconds === undefined ? undefined : sayWait(seconds))}
      <form method="post" action="${action}">
        ${emailField(seconds !== undefined)}
        <button type="submit">Send the link</button>
      </form>`,
  );
}

/** The page after it. It is the same for every address, and does not repeat it. */
export function linkAskedPage(): Promise<string> {
  return layout(
    'Look in your mailbox',
    html`<p role="status">
      If the address can get a link, a mail is on its way. The link can be used once, within two hours. You can close this page.
    </p>`,
  );
}

/** The page on which a link from a mail opens. @param email of the account, for the password manager */
export function choosePasswordPage(email: string, action: string, refusal?: PasswordRefusal): Promise<string> {
  const sentence = refusal && (refusal.kind === 'refused' ? problems[refusal.problem] : sayWait(refusal.seconds));
  return layout(
    'Choose a password',
    html`${alert(sentence)}
      <form method="post" action="${action}">
        <label for="email">E-mail address</label>
        <input id="email" type="email" autocomplete="username" readonly value="${email}" />
        <label for="password">New password</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="new-password"
          required
          autofocus
          aria-describedby="rule${sentence === undefined ? '' : ' problem'}"
          ${sentence === undefined ? '' : html`aria-invalid="true"`}
        />
        <p id="rule">At least 12 characters. Several words are easy to remember.</p>
        <button type="submit">Set the password</button>
      </form>`,
  );
}

/** The page of a link that cannot be used. @param account below which the pages for accounts are */
export function linkInvalidPage(account: string): Promise<string> {
  return layout(
    'This link cannot be used',
    html`<p role="alert">It was used before, or it is too old.</p>
      <p><a href="${account}/forgotten">Ask for another link</a>.</p>`,
  );
}

/** The page after a password was set. @param account below which the pages for accounts are */
export function passwordSetPage(account: string): Promise<string> {
  return layout(
    'Your password is set',
    html`<p role="status">You can go back to the app and sign in.</p>
      <p>Did the counter give you a code? <a href="${account}/claim">Connect your account with your record</a>.</p>`,
  );
}

/** What a code is for: to connect an account with a record, or to join the staff. */
export type CodePurpose = keyof typeof codes;

const codes = {
  CLAIM: {
    title: 'Connect your account with your record',
    text: 'You need the code that the counter gave you.',
    done: 'Your account is connected',
    next: 'Go back to the app and sign in: you see your record there.',
  },
  INVITATION: {
    title: 'Accept your invitation',
    text: 'You need an account with your work address, and the code of the invitation.',
    done: 'Your invitation is accepted',
    next: 'Sign in to begin.',
  },
} as const;

/** The page that takes a code. It asks for the password, so that nobody else's code is used with an open browser. */
export function codePage(purpose: CodePurpose, action: string, refusal?: CodeRefusal): Promise<string> {
  const { title, text } = codes[purpose];
  return layout(
    title,
    html`<p>${text}</p>
      ${alert(refusal && sentenceOf(refusal))}
      <form method="post" action="${action}">
        ${emailField(refusal !== undefined)}
        <label for="password">Password</label>
        <input id="password" name="password" type="password" autocomplete="current-password" required />
        <label for="code">Code</label>
        <input id="code" name="code" autocomplete="off" autocapitalize="characters" spellcheck="false" required maxlength="80" />
        <button type="submit">Send the code</button>
      </form>`,
  );
}

/** The page after it. */
export function codeTakenPage(purpose: CodePurpose): Promise<string> {
  const { done, next } = codes[purpose];
  return layout(done, html`<p role="status">${next}</p>`);
}

/** An unknown account is like a wrong password, and an unknown code like a used one. */
function sentenceOf(refusal: CodeRefusal): string {
  if (refusal.kind === 'throttled') return sayWait(refusal.seconds);
  return refusal.kind === 'not-signed-in'
    ? 'E-mail address and password do not fit. Check both and try again.'
    : 'This code cannot be used with your account. Check it, or ask for another.';
}

/** A problem, which screen readers say at once. */
function alert(sentence: string | undefined): Markup | '' {
  return sentence === undefined ? '' : html`<p id="problem" role="alert">${sentence}</p>`;
}

function emailField(hasProblem: boolean): Markup {
  const problem = hasProblem ? html`aria-describedby="problem"` : '';
  return html`<label for="email">E-mail address</label>
    <input id="email" name="email" type="email" autocomplete="username" required autofocus maxlength="254" ${problem} />`;
}

import { identityWordings } from '../../wording/wordings.ts';
import type { Role } from '../../../engine/register.ts';
import { html } from 'hono/html';
import { fill } from '../../../platform/language/fill.ts';
import type { PageWording } from '../../wording/page-wording.ts';
import { capacityName } from '../sign-in/sign-in-page.ts';
import { hidden, card, wholeWords, type Markup, type Page } from '../layout/layout.ts';

/** The content of the account page. */
export interface ShownAccount {
  readonly email: string;
  /** Null: it acts in none yet. */
  readonly role: Role | null;
  readonly hasPasskeys: boolean;
  /** Whether it is an employee's. */
  readonly isEmployee: boolean;
  /** Whether links are mailed, such as one to another address. */
  readonly hasMails: boolean;
}

/** The page of the own account, from which all others are reached. @param token of the session's forms */
export function accountPage(account: string, token: string, { email, role, hasPasskeys, isEmployee, hasMails }: ShownAccount): Page {
  return (language) => {
    const { pages } = identityWordings[language];
    const { own, sessions, passkeys, recoveryCodes, changePassword, changeEmail } = pages.account;
    const links = [
      ['capacity', own.capacity],
      ['sessions', sessions.title],
      ...(hasPasskeys
        ? [
            ['passkeys', passkeys.title],
            ['recovery-codes', recoveryCodes.title],
          ]
        : []),
      ['change-password', changePassword.title],
      ...(hasMails ? [['change-email', changeEmail.title]] : []),
      ['claim', pages.codes.CLAIM.title],
      ...(isEmployee ? [['own-record', pages.ownRecord.title]] : []),
    ];
    return card(
      own.title,
      html`<p>${wholeWords(fill(own.signedIn, { email }))}</p>
        <p>${role === null ? own.notActing : fill(own.acting, { role: capacityName(pages.roles, role) })}</p>
        <ul class="links">
          ${links.map(([path, text]) => html`<li><a href="${account}/${path}">${text}</a></li>`)}
        </ul>
        <form method="post" action="${account}">
          ${hidden({ token })}
          <button type="submit" class="quiet">${own.signOut}</button>
        </form>`,
    );
  };
}

/** The way back to it. */
export function backToAccount({ account: { own } }: PageWording, account: string): Markup {
  return html`<nav><a href="${account}">${own.title}</a></nav>`;
}

import type { AccountSession, MailboxUse } from '../../accounts/mails/opened-links.ts';
import { mailboxAskedPage, mailboxLinkInvalidPage, openMailboxLinkPage } from '../../pages/account/mailbox-pages.ts';
import { pathOf } from '../addresses.ts';
import type { Step } from './interact.ts';
import type { IdentityServer } from '../provider.ts';
import { goTo, page, type OwnAsked, type SignedInAsked } from './own-account.ts';

interface Use {
  /** The page that needs the proof, below `/oidc/account`. */
  readonly path: string;
  readonly open: (server: IdentityServer, token: string, session: AccountSession) => Promise<boolean | undefined>;
}

/** The purposes of the links that prove the mailbox of an account. */
const uses: Readonly<Record<MailboxUse, Use>> = {
  PASSKEY: { path: '/passkeys', open: async ({ passkeys }, token, session) => passkeys?.openLink(token, session) },
  OLD_EMAIL: { path: '/change-email', open: ({ sessions }, token, session) => sessions.openEmailLink(token, session) },
};

/** The uses whose links open here. */
export const mailboxUses = Object.keys(uses) as readonly MailboxUse[];

/** Mails the link that the first passkey of an account needs: a password alone adds none. @returns the seconds to wait, or the page after it */
export async function mailFirstPasskeyLink({ server, account, session, language, from }: SignedInAsked): Promise<Step | number> {
  const asked = await server.passkeys!.askForLink(session, language, from);
  return asked.kind === 'throttled' ? asked.seconds : page(mailboxAskedPage('PASSKEY', account));
}

/** Shows the page on which a link opens. It needs no session: browsers send no cookie with a link of another site, such as a mailbox. */
export async function showMailboxLink(use: MailboxUse, { server, account, action }: OwnAsked, token: string): Promise<Step> {
  const link = await server.accounts.readLink(use, token);
  return page(link ? openMailboxLinkPage(use, account, action) : mailboxLinkInvalidPage(use, account, uses[use].path), link ? 200 : 400);
}

/** Opens the link in the session of the browser. Its form has no token of the session: the one of the link is as secret. */
export async function openMailboxLink(use: MailboxUse, { server, account, digest }: OwnAsked, token: string): Promise<Step> {
  const { path, open } = uses[use];
  const session = digest && (await server.sessions.find(digest));
  // The address after the sign-in would show the token of the link.
  const next = pathOf(account) + path;
  if (!session) return goTo(server, `/sign-in?${new URLSearchParams({ done: 'open-again', next }).toString()}`);
  const isOpened = await open(server, token, session);
  return isOpened ? goTo(server, `${path}?done=mailbox-proven`) : page(mailboxLinkInvalidPage(use, account, path), 400);
}

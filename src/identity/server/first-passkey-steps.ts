import { firstPasskeyAskedPage, firstPasskeyInvalidPage, openFirstPasskeyPage } from '../pages/first-passkey-pages.ts';
import type { Step } from './interact.ts';
import { goTo, page, type OwnAsked, type SignedInAsked } from './own-account.ts';

/** Mails the link that the first passkey of an account needs: a password alone adds none. @returns the seconds to wait, or the page after it */
export async function mailFirstPasskeyLink({ server, account, session, language, from }: SignedInAsked): Promise<Step | number> {
  const asked = await server.passkeys!.askForLink(session, language, from);
  return asked.kind === 'throttled' ? asked.seconds : page(firstPasskeyAskedPage(account));
}

/** Shows the page on which the link opens. It needs no session: browsers send no cookie with a link of another site, such as a mailbox. */
export async function showFirstPasskeyLink({ server, account, action }: OwnAsked, token: string): Promise<Step> {
  const link = await server.passkeys?.readLink(token);
  return link ? page(openFirstPasskeyPage(account, action)) : page(firstPasskeyInvalidPage(account), 400);
}

/** Opens the link in the session of the browser. Its form has no token of the session: the one of the link is as secret. */
export async function openFirstPasskeyLink({ server, account, digest }: OwnAsked, token: string): Promise<Step> {
  const session = digest && (await server.sessions.find(digest));
  // The address after the sign-in would show the token of the link.
  if (!session) return goTo(server, `/sign-in?${new URLSearchParams({ done: 'open-again', next: '/oidc/account/passkeys' }).toString()}`);
  const isOpened = await server.passkeys?.openLink(token, session);
  return isOpened ? goTo(server, '/passkeys?done=mailbox-proven') : page(firstPasskeyInvalidPage(account), 400);
}

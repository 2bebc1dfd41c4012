import { PrivacyError, type ErrorCode } from '../../../platform/errors/errors.ts';
import type { ClaimCodes } from '../../accounts/joining/take-claim-code.ts';
import {
  changeEmailAskedPage,
  changeEmailPage,
  invitedEmailPage,
  proveEmailPage,
  type EmailRefusal,
} from '../../pages/account/change-email-page.ts';
import { mailboxAskedPage } from '../../pages/account/mailbox-pages.ts';
import type { Step } from './interact.ts';
import { askToConfirm, goTo, isFresh, page, refusedPage, type OwnStep, type SignedInAsked } from './own-account.ts';

/**
 * The page on which people ask to sign in with another address. Without a passkey, its first form mails a link to the address of now; see
 * `mailbox-steps.ts`. Then a link is mailed to the other one; see `account-steps.ts` for its page.
 */
export const changeEmailStep: OwnStep = { path: 'change-email', show: (asked) => showEmail(asked), take: takeEmail };

/** Of `Sessions.askForEmail`: what the page can tell. */
const refusals: readonly ErrorCode[] = ['INPUT_INVALID', 'SIGN_IN_THROTTLED', 'STEP_UP_NEEDED', 'CAPACITY_UNAVAILABLE'];

async function showEmail(asked: SignedInAsked, refusal?: EmailRefusal): Promise<Step> {
  const { server, account, action, token, session, query } = asked;
  const { email, canChange } = (await server.accounts.emailOf(session.accountId)) ?? { email: '', canChange: false };
  if (!canChange) return page(invitedEmailPage(account, email));
  if (!(await isFresh(asked))) return askToConfirm(asked);
  const done = refusal ? null : query.get('done');
  const makePage = (await server.sessions.needsMailbox(session)) ? proveEmailPage : changeEmailPage;
  return refusedPage(makePage(account, action, token, { email, done, refusal }), refusal);
}

async function takeEmail(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, account, digest, language, from } = asked;
  if (form.get('step') === 'code') return takeCode(asked, { code: form.get('code') ?? '', second: form.get('second') ?? '' });
  try {
    const mailed = await server.sessions.askForEmail(digest, form.get('email') ?? '', language, from);
    return page(mailed === 'CURRENT' ? mailboxAskedPage('OLD_EMAIL', account) : changeEmailAskedPage(account));
  } catch (error) {
    if (!(error instanceof PrivacyError) || !refusals.includes(error.code)) throw error;
    if (error.code === 'INPUT_INVALID') return showEmail(asked, { kind: 'invalid' });
    const { retryAfter: seconds } = error;
    // Without seconds to wait, the page asks for a fresh proof, or says why.
    return showEmail(asked, seconds === undefined ? undefined : { kind: 'throttled', seconds });
  }
}

/** The two codes of the record replace the mailbox, after the same fresh proof. */
async function takeCode(asked: SignedInAsked, codes: ClaimCodes): Promise<Step> {
  const { server, session, from } = asked;
  const isNeeded = (await isFresh(asked)) && (await server.sessions.needsMailbox(session));
  const result = isNeeded ? await server.accounts.proveByCode(session, codes, from) : undefined;
  return result?.kind === 'proven' ? goTo(server, '/change-email?done=code-accepted') : showEmail(asked, result);
}

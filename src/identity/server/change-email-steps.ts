import { PrivacyError, type ErrorCode } from '../../errors.ts';
import { changeEmailAskedPage, changeEmailPage, invitedEmailPage, type EmailRefusal } from '../pages/change-email-page.ts';
import type { Step } from './interact.ts';
import { askToConfirm, isFresh, page, refusedPage, type OwnStep, type SignedInAsked } from './own-account.ts';

/** The page on which people ask to sign in with another address. The link is mailed there; see `account-steps.ts` for its page. */
export const changeEmailStep: OwnStep = { path: 'change-email', show: (asked) => showEmail(asked), take: takeEmail };

/** Of `Sessions.askForEmail`: what the page can tell. */
const refusals: readonly ErrorCode[] = ['INPUT_INVALID', 'SIGN_IN_THROTTLED', 'STEP_UP_NEEDED', 'CAPACITY_UNAVAILABLE'];

async function showEmail(asked: SignedInAsked, refusal?: EmailRefusal): Promise<Step> {
  const { server, account, action, token, session } = asked;
  const { email, canChange } = (await server.accounts.emailOf(session.accountId)) ?? { email: '', canChange: false };
  if (!canChange) return page(invitedEmailPage(account, email));
  if (!(await isFresh(asked))) return askToConfirm(asked);
  return refusedPage(changeEmailPage(account, action, token, email, refusal), refusal);
}

async function takeEmail(asked: SignedInAsked, form: URLSearchParams): Promise<Step> {
  const { server, account, digest, language, from } = asked;
  try {
    await server.sessions.askForEmail(digest, form.get('email') ?? '', language, from);
  } catch (error) {
    if (!(error instanceof PrivacyError) || !refusals.includes(error.code)) throw error;
    if (error.code === 'INPUT_INVALID') return showEmail(asked, { kind: 'invalid' });
    const { retryAfter: seconds } = error;
    // Without seconds to wait, the page asks for a fresh proof, or says why.
    return showEmail(asked, seconds === undefined ? undefined : { kind: 'throttled', seconds });
  }
  return page(changeEmailAskedPage(account));
}

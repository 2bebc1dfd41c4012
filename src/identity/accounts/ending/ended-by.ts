import type { AccountAct } from '../journal/account-acts.ts';

/**
 * The earlier access to an account that an act ends. `CREDENTIALS`: passkeys, recovery codes, challenges and known browsers, and
 * all that `SIGNED_IN` ends: sessions, grants with their tokens, and links. `NOTHING` also where an act ends just what it is for, such as
 * a session.
 */
export type Ended = 'NOTHING' | 'SIGNED_IN' | 'CREDENTIALS';

/**
 * For each act, what it ends. An act that proves a new mailbox, or gives the account another capacity, ends the credentials from before it:
 * their holder may not be the one who proves it. The password is proven in the act itself, or replaced by it.
 */
export const endedBy = {
  'sign-in': 'NOTHING',
  'sign-in-failed': 'NOTHING',
  'sign-out': 'NOTHING',
  'sign-out-elsewhere': 'NOTHING',
  'end-oldest-session': 'NOTHING',
  'change-capacity': 'NOTHING',
  'keep-signed-in': 'NOTHING',
  'stop-keeping-signed-in': 'NOTHING',
  'step-up': 'NOTHING',
  'step-up-failed': 'NOTHING',
  'register-account': 'NOTHING',
  'change-password': 'SIGNED_IN',
  // The mailbox is the one that the account had. Its owner chooses whether the passkeys stay.
  'reset-password': 'SIGNED_IN',
  'reset-credentials': 'CREDENTIALS',
  'change-email': 'CREDENTIALS',
  // Another passkey than the first is added with one that was there.
  'add-passkey': 'NOTHING',
  'add-first-passkey': 'CREDENTIALS',
  'remove-passkey': 'SIGNED_IN',
  'make-recovery-codes': 'NOTHING',
  'use-recovery-code': 'NOTHING',
  // Of a record, and not of the account.
  'prove-contact': 'NOTHING',
  'claim-record': 'CREDENTIALS',
  'refuse-claim': 'NOTHING',
  // The office ends the connection, with all that was signed in.
  'contest-claim': 'NOTHING',
  'accept-invitation': 'CREDENTIALS',
  'accept-invitation-without-record': 'CREDENTIALS',
  // The account acts in no other capacity after it: the rule about conflicts of interest reads the record.
  'connect-own-record': 'SIGNED_IN',
  'invite-administrator': 'NOTHING',
  'refuse-invitation': 'NOTHING',
  'disable-account': 'SIGNED_IN',
  'enable-account': 'NOTHING',
  'end-sessions': 'SIGNED_IN',
  'remove-passkeys': 'CREDENTIALS',
  'issue-token': 'NOTHING',
  'renew-token': 'NOTHING',
  'refuse-token': 'NOTHING',
  'revoke-token': 'NOTHING',
  'reuse-token': 'NOTHING',
  'refuse-introspection': 'NOTHING',
} as const satisfies Record<AccountAct, Ended>;

/** An act that ends something, and so goes through `endBefore`. */
export type EndingAct = { [Act in AccountAct]: (typeof endedBy)[Act] extends 'NOTHING' ? never : Act }[AccountAct];

/** An act that ends nothing but what it is for. */
export type PlainAct = Exclude<AccountAct, EndingAct>;

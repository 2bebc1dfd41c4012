/** What happens with an account and has an entry in the access log. The entry's `rootFields` is the one name. */
export const accountActs = [
  'sign-in',
  'sign-in-failed',
  'sign-out',
  'sign-out-elsewhere',
  'change-capacity',
  'keep-signed-in',
  'stop-keeping-signed-in',
  'step-up',
  'step-up-failed',
  'register-account',
  'change-password',
  'reset-password',
  'change-email',
  'add-passkey',
  'remove-passkey',
  'make-recovery-codes',
  'use-recovery-code',
  'claim-record',
  'accept-invitation',
] as const;
export type AccountAct = (typeof accountActs)[number];

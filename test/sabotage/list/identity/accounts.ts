import type { Sabotage } from '../../patch.ts';

const assured = ['test/identity/server/assurance.test.ts'];
const own = ['test/identity/server/steps/own-account.test.ts'];
const tests = (name: string): readonly string[] => [`test/identity/accounts/${name}.test.ts`];

/** An attacker signs in as another person, or learns who has an account. */
export const accounts: readonly Sabotage[] = [
  {
    sentence: 'No password is verified for an unknown account, so that the time of an answer tells who has one.',
    edits: [{ in: 'accounts/sign-in/sign-in.ts#signIn', replace: 'isPasswordLength($PASSWORD)', by: 'account && $0' }],
    tests: tests('sign-in/sign-in'),
  },
  {
    sentence: 'Only known accounts are throttled, so that a second answer tells who has one.',
    edits: [
      {
        in: 'accounts/sign-in/sign-in.ts#signIn',
        replace: "$COUNTED.kind === 'throttled'",
        by: '$0 && normalizeEmail(given) === undefined',
      },
      { in: 'accounts/sign-in/sign-in.ts#signIn', replace: 'const { holder } = $COUNTED', by: "const holder = 'all'" },
    ],
    tests: tests('guesses'),
  },
  {
    sentence: 'An officer acts after a sign-in with a password alone.',
    edits: [{ in: 'vocabulary.ts#employee', replace: "$ROLE === 'PRIVACY_OFFICER'", by: 'false' }],
    tests: [...tests('passkeys/assurance'), ...tests('sign-in/sign-in')],
  },
  {
    sentence: 'Somebody is signed in although the log could not store it.',
    edits: [
      {
        in: 'accounts/sign-in/sign-in.ts#signIn',
        replace: "$JOURNAL.own($DATABASE, 'sign-in', $ACCOUNT, $NOW())",
        by: '$0.catch(() => undefined)',
      },
    ],
    tests: tests('sign-in/sign-in'),
  },
  {
    sentence: 'A password that a thief typed before the owner changed it becomes a grant afterwards.',
    edits: [{ in: 'readCapacities', text: 'and account.epoch = coalesce(${$EPOCH}::integer, account.epoch)', by: '' }],
    tests: ['test/attacks/identity/sessions/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'A link from a mail can be used again.',
    edits: [
      {
        in: 'useLink',
        text: 'delete from identity.link where hash',
        by: 'select email, account_id as "accountId" from identity.link where hash',
      },
      { in: 'useLink', text: 'returning email, account_id as "accountId"', by: '' },
      { in: 'useLink', drop: 'if ($USED) $DELETE_OTHERS' },
      {
        in: 'end-grants.ts#endGrants',
        text: 'delete from identity.link where account_id',
        by: 'select from identity.link where account_id',
      },
    ],
    tests: tests('mails'),
  },
  {
    sentence: 'A link that confirms an address sets the password of its account.',
    edits: [
      { in: 'readLink', text: 'and kind = ${$KIND}', by: '' },
      { in: 'useLink', text: 'and kind = ${$KIND}', by: '' },
    ],
    tests: tests('administration'),
  },
  {
    sentence: 'An account that is disabled keeps its sessions and grants.',
    edits: [
      {
        in: 'administerAccount',
        replace: "if ($ACT === 'enable-account') await journal.administered(transaction, act, $$$ARGS); else $ELSE",
        by: "if ($ACT !== 'end-sessions') await journal.administered(transaction, act as 'enable-account', $$$ARGS); else $ELSE",
      },
    ],
    tests: tests('administration'),
  },
  {
    sentence: 'A new password leaves the thief of the old one signed in.',
    edits: [
      { in: 'endBefore', replace: 'await endGrants($TRANSACTION, $ACCOUNT_ID, $KEPT_SESSION);', by: "if (act !== 'reset-password') $0" },
    ],
    tests: tests('mails'),
  },
  {
    sentence: 'The counter makes a claim code for anybody of the home, so that a parent acts as a minor.',
    edits: [{ in: 'assertServed', text: 'and encounter.resident_id = resident.id', by: '' }],
    tests: tests('claim-codes'),
  },
  {
    sentence: 'A claim code works after its time.',
    edits: [{ in: 'claims', text: 'and code.valid_until > instant', by: '' }],
    tests: tests('claim-codes'),
  },
  {
    sentence: 'A passkey answers a challenge that was answered before.',
    edits: [{ in: 'useChallenge', replace: '$ROWS.length === 1', by: '$ROWS.length <= 1' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A copied passkey is not noticed by its counter.',
    edits: [
      { in: 'isVerified', replace: '$PASSKEY.counter', by: '0' },
      { in: 'noteUse', text: 'and (counter < ${$COUNTER} or (counter = 0 and ${$COUNTER} = 0))', by: '' },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'Somebody who knows a password adds a passkey beside those of the owner.',
    edits: [{ in: 'findAdding', drop: '$PASSKEYS.length > 0 && $ACR === passwordAcr' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A form on another site registers, resets or claims with somebody else’s browser.',
    edits: [
      {
        in: 'serveIdentity',
        replace: '$ANSWER_FORM($REQUEST, $REPLY, () => $STEP.take($$$ARGS))',
        by: 'answer($REQUEST, $REPLY, () => $STEP.take($$$ARGS))',
      },
    ],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'Browsers send the forms of pages with the origin null, so that none is accepted.',
    edits: [{ in: 'referrerPolicy', replace: "'strict-origin'", by: "'no-referrer'" }],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'An account becomes an employee’s although its record is not, so that conflicts of interest are not noticed.',
    edits: [{ in: 'acceptInvitation', drop: '$OWN === null || $OWN === $RECORD' }],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'The challenge of a passkey is not used up, so that somebody who overhears an answer signs in with it.',
    edits: [
      { in: 'useChallenge', text: 'delete from identity.challenge', by: 'select 1 from identity.challenge' },
      { in: 'useChallenge', text: '${$NOW} returning 1', by: '${$NOW}' },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'An app that asks for a passkey gets somebody who typed a password.',
    edits: [{ in: 'isSureEnough', replace: '$REACHED >= acrs.indexOf($LEAST)', by: 'acrs.indexOf($LEAST) >= 0' }],
    tests: assured,
  },
  {
    sentence: 'A page that somebody else shows changes an account with the form of another session.',
    edits: [{ in: 'isOwnForm', replace: '$GIVEN.length === $OWN.length && $IS_SAME', by: '$GIVEN.length >= 0 || $IS_SAME' }],
    tests: own,
  },
  {
    sentence: 'A link to the sign-in leads to another site afterwards.',
    edits: [{ in: 'pathAfter', drop: "!$URL.pathname.startsWith('//')" }],
    tests: own,
  },
  {
    sentence: 'An officer removes the last passkey, and can no longer act.',
    edits: [
      {
        in: 'remove-passkey.ts#removePasskey',
        replace: '$WAS_LAST && $ROLES.some($$$ARGS)',
        by: '$WAS_LAST && $ROLES.length < 0 && $ROLES.some($$$ARGS)',
      },
    ],
    tests: ['test/identity/server/own-credentials.test.ts'],
  },
  {
    sentence: 'A mail to an address that the server refuses, which any stranger can ask for, holds up the mails of all.',
    edits: [{ in: 'sendDue', replace: "$DELIVERY === 'FAILED'", by: "$DELIVERY !== 'TAKEN'" }],
    tests: ['test/identity/accounts/outbox.test.ts'],
  },
];

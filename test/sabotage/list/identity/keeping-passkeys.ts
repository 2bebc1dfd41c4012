import type { Sabotage } from '../../patch.ts';

const tests = (suite: string): readonly string[] => [`test/identity/accounts/${suite}.test.ts`];

const outliving = ['test/attacks/identity/sessions/outlive-a-new-owner.test.ts'];

/** Changes of an account's passkeys, and their effects. */
export const keepingPasskeys: readonly Sabotage[] = [
  {
    sentence: 'Somebody who has a password, and not the mailbox, adds the first passkey of an account.',
    edits: [{ in: 'register-passkey.ts#addPasskey', replace: '$IS_FIRST && !(await useOpenedLinks($$$ARGS))', by: '$0 && !session.acr' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'A link that the owner opened lets the thief of the password add the first passkey, in another session.',
    edits: [{ in: 'openLink', text: 'and coalesce(session_id, ${$ID}::uuid) = ${$ID}::uuid', by: '' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'A link that was asked for at the moment of a sign-out everywhere is mailed nevertheless.',
    edits: [{ in: 'storeMail', text: 'epoch = ${$EPOCH}', by: '${$EPOCH}::integer is not null' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'Two removals of passkeys at once leave an officer without one.',
    edits: [{ in: 'remove-passkey.ts#removePasskey', drop: 'await lockAccount($$$)' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'Somebody who adds a passkey to an account leaves no trace in the owner’s mailbox.',
    edits: [{ in: 'register-passkey.ts#addPasskey', drop: 'await storeMail($$$)' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A passkey that was removed leaves its sessions and grants.',
    edits: [
      { in: 'endBefore', replace: 'await endGrants($TRANSACTION, $ACCOUNT_ID, $KEPT_SESSION);', by: "if (act !== 'remove-passkey') $0" },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'The command that removes passkeys leaves the recovery codes, with which a thief adds another one.',
    edits: [{ in: 'credentials', drop: "'recovery_code'" }],
    tests: outliving,
  },
  {
    sentence: 'Wrong answers for a known passkey fill the access log.',
    edits: [{ in: 'verifyPasskey', replace: '$IS_FEW ? $ACCOUNT : undefined', by: '$ACCOUNT' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A browser that removes one of several passkeys goes on without a session.',
    edits: [{ in: 'credential-steps.ts#removePasskey', drop: 'await restartSession($$$)' }],
    tests: ['test/identity/server/own-credentials.test.ts'],
  },
  {
    sentence: 'A session asks for any number of questions of a passkey, each of which is stored.',
    edits: [
      {
        in: 'openPasskeys',
        replace: 'countOnce($PER_ACCOUNT, $ACCOUNT_ID)',
        by: 'countOnce($PER_ACCOUNT, `${$ACCOUNT_ID} ${Math.random()}`)',
      },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
  {
    sentence: 'A passkey that somebody left in an account signs in after the account has another address.',
    edits: [{ in: 'endedBy', replace: "'change-email': 'CREDENTIALS'", by: "'change-email': 'SIGNED_IN'" }],
    tests: outliving,
  },
  {
    sentence: 'A passkey that somebody left in an account reads the record that its owner connects.',
    edits: [{ in: 'endedBy', replace: "'claim-record': 'CREDENTIALS'", by: "'claim-record': 'SIGNED_IN'" }],
    tests: outliving,
  },
  {
    sentence: 'A mailbox alone removes the passkey that a role needs, and adds another one.',
    edits: [{ in: 'readResetChoice', replace: '$ROLES.every($$$)', by: '$ROLES.length >= 0' }],
    tests: outliving,
  },
];

import type { Sabotage } from '../../patch.ts';

const folder = 'src/identity/accounts';
const tests = (suite: string): readonly string[] => [`test/identity/accounts/${suite}.test.ts`];

const outliving = ['test/attacks/identity/outlive-a-new-owner.test.ts'];

/** What changes the passkeys of an account, and what comes of it. */
export const keepingPasskeys: readonly Sabotage[] = [
  {
    sentence: 'Somebody who has a password, and not the mailbox, adds the first passkey of an account.',
    edits: [
      {
        file: `${folder}/passkeys/register-passkey.ts`,
        from: "if (isFirst && !(await useOpenedLinks(transaction, 'PASSKEY', session, now()))) return false;",
        to: "if (isFirst && !(await useOpenedLinks(transaction, 'PASSKEY', session, now())) && !session.acr) return false;",
      },
    ],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'A link that the owner opened lets the thief of the password add the first passkey, in another session.',
    edits: [{ file: `${folder}/mails/opened-links.ts`, from: '\n      and coalesce(session_id, ${id}::uuid) = ${id}::uuid', to: '' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'A link that was asked for at the moment of a sign-out everywhere is mailed nevertheless.',
    edits: [{ file: `${folder}/mails/ask-for-mail.ts`, from: ' and epoch = ${epoch} and', to: ' and ${epoch}::integer is not null and' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'Two removals of passkeys at once leave an officer without one.',
    edits: [{ file: `${folder}/passkeys/remove-passkey.ts`, from: '    await lockAccount(transaction, accountId);\n', to: '' }],
    tests: tests('first-and-last-passkey'),
  },
  {
    sentence: 'Somebody who adds a passkey to an account leaves no trace in the owner’s mailbox.',
    edits: [
      {
        file: `${folder}/passkeys/register-passkey.ts`,
        from: "    await storeMail(transaction, 'PASSKEY_ADDED', found.account.email, language, now());\n",
        to: '',
      },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A passkey that was removed leaves its sessions and grants.',
    edits: [
      {
        file: `${folder}/ending/end-before.ts`,
        from: '  await endGrants(transaction, accountId, keptSession);\n',
        to: "  if (act !== 'remove-passkey') await endGrants(transaction, accountId, keptSession);\n",
      },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'The command that removes passkeys leaves the recovery codes, with which a thief adds another one.',
    edits: [
      {
        file: `${folder}/ending/end-before.ts`,
        from: "['passkey', 'recovery_code', 'challenge', 'known_browser']",
        to: "['passkey', 'challenge', 'known_browser']",
      },
    ],
    tests: outliving,
  },
  {
    sentence: 'Wrong answers for a known passkey fill the access log.',
    edits: [{ file: `${folder}/passkeys/verify-passkey.ts`, from: 'isFew ? account : undefined', to: 'account' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A browser that removes one of several passkeys goes on without a session.',
    edits: [
      {
        file: 'src/identity/server/steps/credential-steps.ts',
        from: "'/passkeys?done=removed', await restartSession(asked, removal.epoch))",
        to: "'/passkeys?done=removed')",
      },
    ],
    tests: ['test/identity/server/own-credentials.test.ts'],
  },
  {
    sentence: 'A session asks for any number of questions of a passkey, each of which is stored.',
    edits: [
      {
        file: `${folder}/passkeys/open-passkeys.ts`,
        from: 'const seconds = await countOnce(perAccount, accountId);',
        to: 'const seconds = await countOnce(perAccount, `${accountId} ${Math.random()}`);',
      },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
  {
    sentence: 'A passkey that somebody left in an account signs in after the account has another address.',
    edits: [{ file: `${folder}/ending/ended-by.ts`, from: "'change-email': 'CREDENTIALS'", to: "'change-email': 'SIGNED_IN'" }],
    tests: outliving,
  },
  {
    sentence: 'A passkey that somebody left in an account reads the record that its owner connects.',
    edits: [{ file: `${folder}/ending/ended-by.ts`, from: "'claim-record': 'CREDENTIALS'", to: "'claim-record': 'SIGNED_IN'" }],
    tests: outliving,
  },
  {
    sentence: 'A mailbox alone removes the passkey that a role needs, and adds another one.',
    edits: [
      {
        file: `${folder}/passwords/read-reset-choice.ts`,
        from: 'passkeys.length > 0 && roles.every(({ role }) => isAssured(policy.vocabulary, role, passwordAcr))',
        to: 'passkeys.length > 0 && roles.length >= 0',
      },
    ],
    tests: outliving,
  },
];

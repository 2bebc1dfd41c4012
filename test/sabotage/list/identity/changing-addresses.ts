import type { Sabotage } from '../../patch.ts';

const folder = 'src/identity/accounts';
const uses = ['test/identity/sessions/own-sessions.test.ts'];

/** What gives an account another mail address. */
export const changingAddresses: readonly Sabotage[] = [
  {
    sentence: 'A code from the counter for one resident proves the account of another.',
    edits: [
      {
        file: `${folder}/proofs/prove-by-code.ts`,
        from: 'if ((await takeClaimCode(transaction, codes, now()))?.residentId !== residentId) throw',
        to: 'if ((await takeClaimCode(transaction, codes, now())) === undefined) throw',
      },
    ],
    tests: ['test/identity/accounts/claim-codes.test.ts'],
  },
  {
    sentence: 'Somebody who has stolen a password, and not the mailbox, gives the account another address.',
    edits: [
      {
        file: 'src/identity/sessions/ask-for-email.ts',
        from: "if (!hasPasskey && !(await hasOpenedLink(database, 'OLD_EMAIL', session, now()))) {",
        to: 'if (hasPasskey && !askForMail) {',
      },
      {
        file: 'src/identity/sessions/ask-for-email.ts',
        from: "if (!hasPasskey && !(await useOpenedLinks(database, 'OLD_EMAIL', session, now()))) throw",
        to: 'if (!askForMail) throw',
      },
    ],
    tests: uses,
  },
  {
    sentence: 'A link that proved a mailbox once gives the account any number of addresses.',
    edits: [
      {
        file: 'src/identity/sessions/ask-for-email.ts',
        from: "await useOpenedLinks(database, 'OLD_EMAIL', session, now())",
        to: "await hasOpenedLink(database, 'OLD_EMAIL', session, now())",
      },
    ],
    tests: uses,
  },
  {
    sentence: 'A link that the owner opened for a first passkey gives the account another address.',
    edits: [
      {
        file: `${folder}/mails/opened-links.ts`,
        from: 'kind = ${use} and valid_until > ${now}`.execute(database);\n  return rows.length > 0;',
        to: '${use}::text is not null and valid_until > ${now}`.execute(database);\n  return rows.length > 0;',
      },
      {
        file: `${folder}/mails/opened-links.ts`,
        from: 'kind = ${use} and valid_until > ${now} returning 1',
        to: '${use}::text is not null and valid_until > ${now} returning 1',
      },
    ],
    tests: uses,
  },
  {
    sentence: 'Somebody who changes the address of an account leaves no trace at the old one.',
    edits: [
      {
        file: `${folder}/ending/end-before.ts`,
        from: "'change-email': 'EMAIL_CHANGED',",
        to: "'change-email': undefined,",
      },
    ],
    tests: ['test/identity/accounts/administration.test.ts'],
  },
  {
    sentence: 'The owner of a new mailbox alone gives somebody else’s account this address.',
    edits: [
      {
        file: `${folder}/change-email.ts`,
        from: "  if (proof.kind === 'refused') return { kind: 'wrong-password' };\n",
        to: '',
      },
      { file: `${folder}/change-email.ts`, from: 'account.epoch !== proof.epoch || ', to: '' },
    ],
    tests: ['test/identity/accounts/administration.test.ts'],
  },
  {
    sentence: 'A stranger uses up the mails by which somebody gives an own mailbox to an account.',
    edits: [{ file: `${folder}/mails/ask-for-mail.ts`, from: 'isFirst ? firstOfAll : further', to: 'isFirst ? further : further' }],
    tests: ['test/attacks/identity/silence-a-mailbox.test.ts'],
  },
  {
    sentence: 'Many accounts have links mailed to somebody’s mailbox without end.',
    edits: [
      {
        file: `${folder}/mails/ask-for-mail.ts`,
        from: "return (await countOnce(isFirst ? firstOfAll : further, disguise('email', `${kind} ${email}`))) !== undefined;",
        to: "return !isFirst && (await countOnce(further, disguise('email', `${kind} ${email}`))) !== undefined;",
      },
    ],
    tests: ['test/attacks/identity/silence-a-mailbox.test.ts'],
  },
];

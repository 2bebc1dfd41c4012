import type { Sabotage } from '../../patch.ts';

const uses = ['test/identity/sessions/own-sessions.test.ts'];

/** Ways to give an account another mail address. */
export const changingAddresses: readonly Sabotage[] = [
  {
    sentence: 'A code from the counter for one resident proves the account of another.',
    edits: [
      {
        in: 'openProveByCode',
        replace: '(await takeClaimCode($$$ARGS))?.residentId !== $RESIDENT_ID',
        by: '(await takeClaimCode($$$ARGS)) === undefined',
      },
    ],
    tests: ['test/identity/accounts/claim-codes.test.ts'],
  },
  {
    sentence: 'Somebody who has stolen a password, and not the mailbox, gives the account another address.',
    edits: [
      { in: 'askForEmail', replace: '!$HAS_PASSKEY && !(await hasOpenedLink($$$))', by: '$HAS_PASSKEY && !askForMail' },
      { in: 'askForEmail', replace: '!$HAS_PASSKEY && !(await useOpenedLinks($$$))', by: '!askForMail' },
    ],
    tests: uses,
  },
  {
    sentence: 'A link that proved a mailbox once gives the account any number of addresses.',
    edits: [
      {
        in: 'askForEmail',
        replace: "useOpenedLinks($DATABASE, 'OLD_EMAIL', $SESSION, $NOW())",
        by: "hasOpenedLink($DATABASE, 'OLD_EMAIL', $SESSION, $NOW())",
      },
    ],
    tests: uses,
  },
  {
    sentence: 'A link that the owner opened for a first passkey gives the account another address.',
    edits: [
      { in: 'hasOpenedLink', text: 'and kind = ${$USE}', by: 'and ${$USE}::text is not null' },
      { in: 'useOpenedLinks', text: 'and kind = ${$USE}', by: 'and ${$USE}::text is not null' },
    ],
    tests: uses,
  },
  {
    sentence: 'Somebody who changes the address of an account leaves no trace at the old one.',
    edits: [{ in: 'noticeOf', replace: "'change-email': 'EMAIL_CHANGED'", by: "'change-email': undefined" }],
    tests: ['test/identity/accounts/administration.test.ts'],
  },
  {
    sentence: 'The owner of a new mailbox alone gives somebody else’s account this address.',
    edits: [
      { in: 'change-email.ts#changeEmail', drop: "if ($PROOF.kind === 'refused') $REFUSE" },
      { in: 'change-email.ts#changeEmail', drop: '$ACCOUNT.epoch !== $PROOF.epoch' },
    ],
    tests: ['test/identity/accounts/administration.test.ts'],
  },
  {
    sentence: 'A stranger uses up the mails by which somebody gives an own mailbox to an account.',
    edits: [{ in: 'openAskForMail', replace: '$IS_FIRST ? $FIRST_OF_ALL : $FURTHER', by: '$IS_FIRST ? $FURTHER : $FURTHER' }],
    tests: ['test/attacks/identity/contacts/silence-a-mailbox.test.ts'],
  },
  {
    sentence: 'Many accounts have links mailed to somebody’s mailbox without end.',
    edits: [
      {
        in: 'openAskForMail',
        replace: '(await countOnce($IS_FIRST ? $FIRST_OF_ALL : $FURTHER, $KEY)) !== undefined',
        by: '!$IS_FIRST && (await countOnce($FURTHER, $KEY)) !== undefined',
      },
    ],
    tests: ['test/attacks/identity/contacts/silence-a-mailbox.test.ts'],
  },
];

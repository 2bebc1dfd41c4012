import type { Sabotage } from '../../patch.ts';

const folder = 'src/identity/accounts';
const assured = ['test/identity/server/assurance.test.ts'];
const own = ['test/identity/server/steps/own-account.test.ts'];
const tests = (name: string): readonly string[] => [`test/identity/accounts/${name}.test.ts`];

/** Somebody signs in as another, or learns who has an account. */
export const accounts: readonly Sabotage[] = [
  {
    sentence: 'No password is verified for an unknown account, so that the time of an answer tells who has one.',
    edits: [
      {
        file: `${folder}/sign-in/sign-in.ts`,
        from: 'isPasswordLength(password) ? await',
        to: 'account && isPasswordLength(password) ? await',
      },
    ],
    tests: tests('sign-in/sign-in'),
  },
  {
    sentence: 'Only known accounts are throttled, so that a second answer tells who has one.',
    edits: [
      {
        file: `${folder}/sign-in/sign-in.ts`,
        from: "if (counted.kind === 'throttled') return counted;\n  const { holder } = counted;",
        to: "if (counted.kind === 'throttled' && normalizeEmail(given) === undefined) return counted;\n  const holder = 'all';",
      },
    ],
    tests: tests('guesses'),
  },
  {
    sentence: 'An officer acts after a sign-in with a password alone.',
    edits: [{ file: 'src/town/policy/vocabulary.ts', from: "needsPasskey: role === 'PRIVACY_OFFICER',", to: 'needsPasskey: false,' }],
    tests: [...tests('passkeys/assurance'), ...tests('sign-in/sign-in')],
  },
  {
    sentence: 'Somebody is signed in although the log could not store it.',
    edits: [
      {
        file: `${folder}/sign-in/sign-in.ts`,
        from: "  await journal.own(database, 'sign-in', account, now());",
        to: "  await journal.own(database, 'sign-in', account, now()).catch(() => undefined);",
      },
    ],
    tests: tests('sign-in/sign-in'),
  },
  {
    sentence: 'A password that a thief typed before the owner changed it becomes a grant afterwards.',
    edits: [
      {
        file: `${folder}/sign-in/read-capacities.ts`,
        from: '\n      and account.epoch = coalesce(${epoch ?? null}::integer, account.epoch)',
        to: '',
      },
    ],
    tests: ['test/attacks/identity/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'A link from a mail can be used again.',
    edits: [
      {
        file: `${folder}/mails/links.ts`,
        from: 'delete from identity.link where hash = ${digestOf(token)} and kind = ${kind} and valid_until > ${now}\n    returning email, account_id as "accountId"',
        to: 'select email, account_id as "accountId" from identity.link where hash = ${digestOf(token)} and kind = ${kind} and valid_until > ${now}',
      },
      {
        file: `${folder}/mails/links.ts`,
        from: "  if (used) await sql`delete from identity.link where email = ${used.email} and kind not in ('CONTEST', 'CONTACT')`.execute(database);\n",
        to: '',
      },
    ],
    tests: tests('mails'),
  },
  {
    sentence: 'A link that confirms an address sets the password of its account.',
    edits: [
      {
        file: `${folder}/mails/links.ts`,
        from: 'where hash = ${digestOf(token)} and kind = ${kind} and valid_until > ${now}`',
        to: 'where hash = ${digestOf(token)} and valid_until > ${now}`',
      },
      {
        file: `${folder}/mails/links.ts`,
        from: 'delete from identity.link where hash = ${digestOf(token)} and kind = ${kind} and',
        to: 'delete from identity.link where hash = ${digestOf(token)} and',
      },
    ],
    tests: tests('administration'),
  },
  {
    sentence: 'An account that is disabled keeps its sessions and grants.',
    edits: [
      {
        file: `${folder}/ending/administer-account.ts`,
        from: "if (act === 'enable-account') await journal.administered(transaction, act, account, now);",
        to: "if (act !== 'end-sessions') await journal.administered(transaction, act as 'enable-account', account, now);",
      },
    ],
    tests: tests('administration'),
  },
  {
    sentence: 'A new password leaves the thief of the old one signed in.',
    edits: [
      {
        file: `${folder}/ending/end-before.ts`,
        from: '  await endGrants(transaction, accountId, keptSession);\n',
        to: "  if (act !== 'reset-password') await endGrants(transaction, accountId, keptSession);\n",
      },
    ],
    tests: tests('mails'),
  },
  {
    sentence: 'The counter makes a claim code for anybody of the home, so that a parent acts as a minor.',
    edits: [
      { file: 'src/town/people/claims/claim-code-writes.ts', from: '::uuid and encounter.resident_id = resident.id)', to: '::uuid)' },
    ],
    tests: tests('claim-codes'),
  },
  {
    sentence: 'A claim code works after its time.',
    edits: [
      {
        file: 'src/town/people/claims/tables.ts',
        from: ' and other.hash = second_hash and code.valid_until > instant',
        to: ' and other.hash = second_hash',
      },
    ],
    tests: tests('claim-codes'),
  },
  {
    sentence: 'A passkey answers a challenge that was answered before.',
    edits: [
      {
        file: `${folder}/passkeys/challenges.ts`,
        from: 'returning 1`.execute(database);\n  return rows.length === 1;',
        to: 'returning 1`.execute(database);\n  return rows.length <= 1;',
      },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A copied passkey is not noticed by its counter.',
    edits: [
      { file: `${folder}/passkeys/verify-passkey.ts`, from: 'counter: passkey.counter,', to: 'counter: 0,' },
      { file: `${folder}/passkeys/passkey-rows.ts`, from: 'and (counter < ${counter} or (counter = 0 and ${counter} = 0)) ', to: '' },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'Somebody who knows a password adds a passkey beside those of the owner.',
    edits: [{ file: `${folder}/passkeys/register-passkey.ts`, from: ' || (passkeys.length > 0 && acr === passwordAcr)', to: '' }],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'A form on another site registers, resets or claims with somebody else’s browser.',
    edits: [
      {
        file: 'src/identity/server/serve-identity.ts',
        from: 'answerForm(request, reply, () => step.take(',
        to: 'answer(request, reply, () => step.take(',
      },
    ],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'Browsers send the forms of pages with the origin null, so that none is accepted.',
    edits: [
      { file: 'src/identity/pages/layout/layout.ts', from: "referrerPolicy = 'strict-origin'", to: "referrerPolicy = 'no-referrer'" },
    ],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'An account becomes an employee’s although its record is not, so that conflicts of interest are not noticed.',
    edits: [
      {
        file: `${folder}/joining/accept-invitation.ts`,
        from: ' && (own === null || own === record)',
        to: '',
      },
    ],
    tests: ['test/identity/server/account-pages.test.ts'],
  },
  {
    sentence: 'The challenge of a passkey is not used up, so that somebody who overhears an answer signs in with it.',
    edits: [
      {
        file: `${folder}/passkeys/challenges.ts`,
        from: 'delete from identity.challenge where hash = ${digestOf(challenge)}',
        to: 'select 1 from identity.challenge where hash = ${digestOf(challenge)}',
      },
      { file: `${folder}/passkeys/challenges.ts`, from: 'valid_until > ${now} returning 1`', to: 'valid_until > ${now}`' },
    ],
    tests: tests('passkeys/passkeys'),
  },
  {
    sentence: 'An app that asks for a passkey gets somebody who typed a password.',
    edits: [
      {
        file: `${folder}/passkeys/assurance.ts`,
        from: 'acrs.findIndex(($known) => $known === acr) >= acrs.indexOf(least)',
        to: 'acrs.indexOf(least) >= 0',
      },
    ],
    tests: assured,
  },
  {
    sentence: 'A page that somebody else shows changes an account with the form of another session.',
    edits: [
      {
        file: 'src/identity/server/steps/serve-account.ts',
        from: 'return given.length === own.length && timingSafeEqual(given, own);',
        to: 'return given.length >= 0 || timingSafeEqual(given, own);',
      },
    ],
    tests: own,
  },
  {
    sentence: 'A link to the sign-in leads to another site afterwards.',
    edits: [
      {
        file: 'src/identity/server/steps/own-account.ts',
        from: "url.origin === origin && !url.pathname.startsWith('//')",
        to: 'url.origin === origin',
      },
    ],
    tests: own,
  },
  {
    sentence: 'An officer removes the last passkey, and can no longer act.',
    edits: [
      {
        file: `${folder}/passkeys/remove-passkey.ts`,
        from: 'if (wasLast && roles.some(',
        to: 'if (wasLast && roles.length < 0 && roles.some(',
      },
    ],
    tests: ['test/identity/server/own-credentials.test.ts'],
  },
  {
    sentence: 'A mail to an address that the server refuses, which any stranger can ask for, holds up the mails of all.',
    edits: [{ file: 'src/platform/mail/send-due.ts', from: "isDown = $delivery === 'FAILED';", to: "isDown = $delivery !== 'TAKEN';" }],
    tests: ['test/identity/accounts/outbox.test.ts'],
  },
];

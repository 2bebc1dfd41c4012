import type { Sabotage } from '../../../patch.ts';

const migration = 'src/town/people/claims/tables.ts';
const contests = 'src/town/people/claims/tables.ts';
const attack = ['test/attacks/identity/become-a-resident.test.ts'];
const accomplice = ['test/attacks/identity/vouch-with-an-accomplice.test.ts'];
const holding = ['test/attacks/identity/hold-an-account-of-others.test.ts'];

/** What connects an account with a record that is there already. */
export const claimingRecords: readonly Sabotage[] = [
  {
    sentence: 'The code of the counter is enough to claim a record, so a clerk alone becomes a resident.',
    edits: [
      {
        file: migration,
        from: 'other.code_hash = code.hash and other.hash = second_hash and code.valid_until > instant',
        to: 'other.code_hash = code.hash and second_hash is not null and code.valid_until > instant',
      },
    ],
    tests: [...attack, 'test/identity/accounts/claim-codes.test.ts'],
  },
  {
    sentence: 'The second code goes to a mail address that was proven just now.',
    edits: [
      {
        file: 'src/town/people/tables/contacts.ts',
        from: '\n      and person.email_stands_since <= now() - make_interval(days => days)',
        to: ' and days > 0',
      },
    ],
    tests: ['test/attacks/identity/change-a-contact.test.ts'],
  },
  {
    sentence: 'The clerk who handed out a code confirms it too.',
    edits: [{ file: migration, from: "    if code.issued_by = employee then return 'OWN_CODE'; end if;\n", to: '' }],
    tests: attack,
  },
  {
    sentence: 'The confirmation of a colleague is enough to claim the record of an address-protected person.',
    edits: [
      { file: migration, from: "(other.way <> 'COLLEAGUE' or not (person.address_protected or person.lives_protected))", to: 'true' },
    ],
    tests: attack,
  },
  {
    sentence: 'A code to claim a record is handed out without a passkey.',
    edits: [
      {
        file: 'src/town/policy/claim-lines.ts',
        from: `    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',
    freshProof: true,`,
        to: `    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',`,
      },
    ],
    tests: [...attack, 'test/server/spine/assurance.test.ts'],
  },
  {
    sentence: 'An account whose claim is contested goes on acting as the resident.',
    edits: [
      {
        file: 'src/identity/accounts/sign-in/read-capacities.ts',
        from: ' or exists (select from identity.held where held.id = account.id)',
        to: '',
      },
    ],
    tests: ['test/identity/accounts/contested-claims.test.ts'],
  },
  {
    sentence: 'Two clerks of one home vouch for a person together.',
    edits: [
      {
        file: 'src/town/staff/tables.ts',
        from: 'where mine.id = one and theirs.id = other)',
        to: 'where mine.id = one and theirs.id = one and one = other)',
      },
    ],
    tests: accomplice,
  },
  {
    sentence: 'The code of a clerk who has left claims a record.',
    edits: [{ file: migration, from: 'and not identity.has_left(code.issued_by) and not', to: 'and not' }],
    tests: accomplice,
  },
  {
    sentence: 'The confirmation of a colleague who has left claims a record.',
    edits: [{ file: migration, from: ' and not identity.has_left(other.confirmed_by)', to: '' }],
    tests: accomplice,
  },
  {
    sentence: 'A former guardian is told of a claim, and holds the account of the grown-up child.',
    edits: [
      {
        file: 'src/town/people/tables/contacts.ts',
        from: "or person.email_set_by = 'SELF' or person.email_set_by = 'EMPLOYEE' and",
        to: "or person.email_set_by in ('SELF', 'GUARDIAN') or person.email_set_by = 'EMPLOYEE' and",
      },
    ],
    tests: holding,
  },
  {
    sentence: 'A clerk files complaints in the name of a person, with neither a claim nor a code.',
    edits: [{ file: contests, from: "      if not (had_code or by_link) then return 'CLAIM_MISSING'; end if;\n", to: '' }],
    tests: holding,
  },
  {
    sentence: 'An officer disconnects an account whose claim nobody contests.',
    edits: [
      {
        file: contests,
        from: 'if made.request_id is distinct from request or not exists',
        to: 'if made.request_id is not null and not exists',
      },
    ],
    tests: holding,
  },
  {
    sentence: 'The gateway’s role gets a second code for a first one that no employee handed out.',
    edits: [
      {
        file: 'src/identity/accounts/mails/make-claim-mail.ts',
        from: "and access_log.is_recorded('Mutation.issueClaimCode', issued_by, resident_id, issued_at, issued_at)",
        to: '',
      },
    ],
    tests: ['test/attacks/forge-as-the-gateway.test.ts'],
  },
  {
    sentence: 'The gateway’s role has a clerk confirm a code that no colleague handed out.',
    edits: [
      {
        file: 'src/identity/accounts/mails/make-claim-mail.ts',
        from: `and access_log.is_recorded('Mutation.issueClaimCode', code.issued_by, code.resident_id, code.issued_at, code.issued_at)
      and access_log.is_recorded('Mutation.confirmClaim', other.confirmed_by, code.resident_id, code.issued_at, \${$now}::timestamptz)`,
        to: '',
      },
    ],
    tests: ['test/attacks/forge-as-the-gateway.test.ts'],
  },
];

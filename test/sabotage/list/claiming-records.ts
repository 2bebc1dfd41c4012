import type { Sabotage } from './patch.ts';

const migration = 'src/database/migrations/0036-two-part-claims.ts';
const attack = ['test/attacks/identity/become-a-resident.test.ts'];

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
        file: 'src/database/migrations/0055-waiting-contacts.ts',
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
        file: 'src/policy/claim-lines.ts',
        from: `    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',
    freshProof: true,`,
        to: `    purposes: ['SERVICE_PROVISION'],
    scope: 'ENCOUNTER',`,
      },
    ],
    tests: [...attack, 'test/gateway/assurance.test.ts'],
  },
  {
    sentence: 'An account whose claim is contested goes on acting as the resident.',
    edits: [
      {
        file: 'src/identity/accounts/read-capacities.ts',
        from: ' or exists (select from identity.held where held.id = account.id)',
        to: '',
      },
    ],
    tests: ['test/identity/accounts/contested-claims.test.ts'],
  },
  {
    sentence: 'The gateway’s role gets a second code for a first one that no employee handed out.',
    edits: [
      {
        file: 'src/identity/accounts/make-claim-mail.ts',
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
        file: 'src/identity/accounts/make-claim-mail.ts',
        from: `and access_log.is_recorded('Mutation.issueClaimCode', code.issued_by, code.resident_id, code.issued_at, code.issued_at)
      and access_log.is_recorded('Mutation.confirmClaim', other.confirmed_by, code.resident_id, code.issued_at, \${$now}::timestamptz)`,
        to: '',
      },
    ],
    tests: ['test/attacks/forge-as-the-gateway.test.ts'],
  },
];

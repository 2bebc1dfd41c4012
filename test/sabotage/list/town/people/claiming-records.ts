import type { Sabotage } from '../../../patch.ts';

const attack = ['test/attacks/identity/accounts/become-a-resident.test.ts'];
const accomplice = ['test/attacks/identity/accounts/vouch-with-an-accomplice.test.ts'];
const holding = ['test/attacks/identity/accounts/hold-an-account-of-others.test.ts'];

/** Ways to connect an account with an existing record. */
export const claimingRecords: readonly Sabotage[] = [
  {
    sentence: 'The code of the counter is enough to claim a record, so a clerk alone becomes a resident.',
    edits: [{ in: 'claims', text: 'other.hash = second_hash', by: 'second_hash is not null' }],
    tests: [...attack, 'test/identity/accounts/claim-codes.test.ts'],
  },
  {
    sentence: 'The second code goes to a mail address that was proven just now.',
    edits: [{ in: 'contacts', text: 'person.email_stands_since <= now() - make_interval(days => days)', by: 'days > 0' }],
    tests: ['test/attacks/identity/contacts/change-a-contact.test.ts'],
  },
  {
    sentence: 'The clerk who handed out a code confirms it too.',
    edits: [{ in: 'contestedClaims', text: "if code.issued_by = employee then return 'OWN_CODE'; end if;", by: '' }],
    tests: attack,
  },
  {
    sentence: 'The confirmation of a colleague is enough to claim the record of an address-protected person.',
    edits: [{ in: 'claims', text: "and (other.way <> 'COLLEAGUE' or not person.needs_officer)", by: 'and true' }],
    tests: attack,
  },
  {
    sentence: 'A code to claim a record is handed out without a passkey.',
    edits: [{ in: 'claimLines', within: "{ fields: ['Mutation.issueClaimCode', $$$], $$$ }", drop: 'freshProof: true' }],
    tests: [...attack, 'test/server/spine/requests/assurance.test.ts'],
  },
  {
    sentence: 'An account whose claim is contested goes on acting as the resident.',
    edits: [{ in: 'readCapacities', text: 'or exists (select from identity.held where held.id = account.id)', by: '' }],
    tests: ['test/identity/accounts/contested-claims.test.ts'],
  },
  {
    sentence: 'Two clerks of one home vouch for a person together.',
    edits: [{ in: 'tables.ts#staff', text: 'and theirs.id = other', by: 'and theirs.id = one and one = other' }],
    tests: accomplice,
  },
  {
    sentence: 'The code of a clerk who has left claims a record.',
    edits: [{ in: 'claims', text: 'and not identity.has_left(code.issued_by)', by: '' }],
    tests: accomplice,
  },
  {
    sentence: 'The confirmation of a colleague who has left claims a record.',
    edits: [{ in: 'claims', text: 'and not identity.has_left(other.confirmed_by)', by: '' }],
    tests: accomplice,
  },
  {
    sentence: 'A former guardian is told of a claim, and holds the account of the grown-up child.',
    edits: [{ in: 'contacts', text: "or person.email_set_by = 'SELF'", by: "or person.email_set_by in ('SELF', 'GUARDIAN')" }],
    tests: holding,
  },
  {
    sentence: 'A clerk files complaints in the name of a person, with neither a claim nor a code.',
    edits: [{ in: 'contestedClaims', text: "if not (had_code or by_link) then return 'CLAIM_MISSING'; end if;", by: '' }],
    tests: holding,
  },
  {
    sentence: 'An officer disconnects an account whose claim nobody contests.',
    edits: [{ in: 'contestedClaims', text: 'made.request_id is distinct from request or', by: 'made.request_id is not null and' }],
    tests: holding,
  },
  {
    sentence: 'The gateway’s role gets a second code for a first one that no employee handed out.',
    edits: [{ in: 'storeForContact', text: "and access_log.is_recorded('Mutation.issueClaimCode', $ARGUMENTS)", by: '' }],
    tests: ['test/attacks/log/forge-as-the-gateway.test.ts'],
  },
  {
    sentence: 'The gateway’s role has a clerk confirm a code that no colleague handed out.',
    edits: [
      { in: 'storeConfirmed', text: "and access_log.is_recorded('Mutation.issueClaimCode', $ARGUMENTS)", by: '' },
      { in: 'storeConfirmed', text: "and access_log.is_recorded('Mutation.confirmClaim', $ARGUMENTS, ${$NOW}::timestamptz)", by: '' },
    ],
    tests: ['test/attacks/log/forge-as-the-gateway.test.ts'],
  },
];

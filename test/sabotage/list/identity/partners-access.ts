import type { Sabotage } from '../../patch.ts';

const life = ['test/town/mandates/partners/changes-of-partner-clients.test.ts'];
const entries = ['test/identity/server/token-entries.test.ts'];
const withdrawn = ['test/attacks/identity/sessions/use-what-was-withdrawn.test.ts'];
const matching = ['test/attacks/records/match-two-partners.test.ts'];

/** The life of partners' access: registrations, mandates without an end, and entries of tokens. */
export const partnersAccess: readonly Sabotage[] = [
  {
    sentence: 'Two partners see the same id of a purchase, and match their pseudonyms by it.',
    edits: [{ in: 'showIds', replace: 'getNamedType($FIELD.type) !== GraphQLID || $FIELD.resolve', by: "$0 || type.name === 'Purchase'" }],
    tests: matching,
  },
  {
    sentence: 'The number of a ticket is the same for every partner.',
    edits: [{ in: 'shownNumber', replace: 'if (!$PRINCIPAL.partner) return $NUMBER', by: 'return $NUMBER' }],
    tests: matching,
  },
  {
    sentence: 'A client of a partner tries to have people sign in, and leaves no entry.',
    edits: [{ in: 'routes', drop: "'pushed_authorization_request'" }],
    tests: entries,
  },
  {
    sentence: 'A mandate that has lapsed is reconfirmed.',
    edits: [{ in: 'writeReconfirmation', drop: "$STATUS === 'EXPIRED'" }],
    tests: ['test/town/mandates/open-ended-mandates.test.ts'],
  },
  {
    sentence: 'A suspended client of a partner goes on as soon as one officer proposes it.',
    edits: [
      { in: 'writeChangeApproval', drop: '$PROPOSED_BY === $VIEWER.principalId' },
      { in: 'registrations', text: 'approved_by <> proposed_by', by: 'true' },
    ],
    tests: life,
  },
  {
    sentence: 'A token outlives the withdrawal of the key by which the partner’s client obtained it.',
    edits: [{ in: 'credentialsInForce', text: 'and not held.held_key = any(client.withdrawn_keys)', by: '' }],
    tests: withdrawn,
  },
  {
    sentence: 'A withdrawn key of a partner’s client obtains tokens.',
    edits: [
      { in: 'createClientAssertions', drop: '$CLIENT.withdrawnKeys.includes($KID)' },
      { in: 'believedKeys', replace: '$KEYS.filter(({ kid }) => !$WITHDRAWN_KEYS.includes(kid))', by: '$KEYS' },
    ],
    tests: [...withdrawn, ...life],
  },
  {
    sentence: 'A token leaves although the access log cannot be written.',
    edits: [{ in: 'recordTokens', replace: '$CONTEXT.status = $ANSWER.statusCode', by: 'return' }],
    tests: entries,
  },
  {
    sentence: 'A refresh token is used up although the access log cannot be written.',
    edits: [
      { in: 'recordedRenewal', replace: 'stored($RECORDS.renewed($CONTEXT))', by: '$RECORDS.renewed($CONTEXT).catch(() => undefined)' },
    ],
    tests: entries,
  },
  {
    sentence: 'Who uses a refresh token a second time leaves no entry.',
    edits: [{ in: 'token-records.ts#record', replace: '!noRefusals.includes($REFUSAL.error)', by: "$REFUSAL.error === 'invalid_request'" }],
    tests: entries,
  },
  {
    sentence: 'A token that a partner obtains counts as a disclosure.',
    edits: [{ in: 'readAccessEntries', text: 'and ${isNoAccountAct}', by: '' }],
    tests: entries,
  },
];

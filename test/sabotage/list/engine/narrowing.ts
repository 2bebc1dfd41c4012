import type { Sabotage } from '../../patch.ts';

const limits = 'test/server/spine/requests/token-limits.test.ts';
const effective = 'test/engine/plan/effective-access.test.ts';

/** Stages 1 to 3: a partner's token opens more than it names. */
export const narrowing: readonly Sabotage[] = [
  {
    sentence: 'The keys of plans and permit tables lack the limits of the token.',
    edits: [{ in: 'accessKey', replace: 'if (!$LIMITS) return $KEY', by: 'return $KEY' }],
    tests: ['test/engine/plan/bind/permit-table.test.ts', limits],
  },
  {
    sentence: 'The guard decides by the categories of the token alone, and not by its fields.',
    edits: [
      { in: 'createPermitTable', replace: 'limitOn($ACCESS.limits, $CATEGORY, $COORDINATE)', by: 'limitOn($ACCESS.limits, $CATEGORY)' },
      { in: 'decideInAdvance', drop: '$ACCESS.coordinate' },
    ],
    tests: [limits, 'test/engine/plan/bind/permit-table.test.ts'],
  },
  {
    sentence: 'Rows can be chosen by a category that the token does not name.',
    edits: [{ in: 'decideInAdvance', replace: 'limitOn($$$ARGS)', by: '(access.coordinate === undefined ? undefined : $0)' }],
    tests: [limits, 'test/engine/policy/decision/decide-in-advance.test.ts'],
  },
  {
    sentence: 'A token that names fields does not limit by what rows can be chosen.',
    edits: [{ in: 'decideInput', replace: "$DECISION.effect !== 'WITHHOLD' && $IS_LIMITED", by: 'false' }],
    tests: [limits],
  },
  {
    sentence: 'The people of a mandate are found and counted, whether or not the token names them.',
    edits: [{ in: 'residentInScope', text: 'and ${isInToken(viewer)}', by: '' }],
    tests: [limits],
  },
  {
    sentence: 'A mandate relates its partner to all its people, whether or not the token names them.',
    edits: [{ in: 'mandateStatement', text: 'and ${isInToken(authority ?? {})}', by: '' }],
    tests: [limits],
  },
  {
    sentence: 'A token can name people by their internal ids, so that a partner can match them with its pseudonyms.',
    edits: [{ in: 'limitsOf', replace: '$SUBJECTS.map($RECOGNISE)', by: '$SUBJECTS.flatMap((id) => [id, $RECOGNISE(id)])' }],
    tests: [limits],
  },
  {
    sentence: 'A registration does not limit the tokens of its client.',
    edits: [{ in: 'readOpaque', replace: '$REGISTERED ? new Set($REGISTERED) : undefined', by: 'undefined' }],
    tests: [limits, 'test/identity/server/partners.test.ts'],
  },
  {
    sentence: 'A client obtains tokens before a second officer has approved it.',
    edits: [{ in: 'tables.ts#partners', text: 'client.approved_at is not null and', by: '' }],
    tests: ['test/identity/server/partner-tokens.test.ts'],
  },
  {
    sentence: 'The tokens of a client are good after an officer has ended it.',
    edits: [{ in: 'tables.ts#partners', text: 'and client.ended_at is null', by: '' }],
    tests: ['test/attacks/identity/sessions/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'The tokens of a client are good while it is suspended.',
    edits: [{ in: 'tables.ts#partners', text: 'and client.suspended_at is null', by: '' }],
    tests: ['test/attacks/identity/sessions/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'A token is granted for people whom the mandate does not name.',
    edits: [{ in: 'checkGrant', replace: '!$SUBJECTS.every(($SUBJECT) => $GRANTABLE.subjects.has($SUBJECT))', by: 'false' }],
    tests: ['test/identity/partners/details/check-grant.test.ts', 'test/identity/server/partner-tokens.test.ts'],
  },
  {
    sentence: 'A trusted issuer signs tokens of partners, which hold whatever their mandate or registration has become.',
    edits: [
      { in: 'createClaimsReader', replace: "...rolesOf($VOCABULARY, 'EMPLOYEE')", by: "$0, ...rolesOf($VOCABULARY, 'ORGANISATION')" },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A limit that permits nothing is read as none.',
    edits: [{ in: 'access-limits.ts#covers', replace: '$LIMIT === undefined', by: '$0 || $LIMIT.size === 0' }],
    tests: [limits, effective],
  },
  {
    sentence: 'A registration does not limit which root fields its client can enter.',
    edits: [{ in: 'limitOn', replace: '!covers(registered, category, category)', by: 'coordinate !== undefined && $0' }],
    tests: [limits],
  },
  {
    sentence: 'What the registration of a client does not allow is shown to a token that names it.',
    edits: [
      { in: 'limitOn', replace: 'covers(registered, category, category)', by: 'covers(categories ?? registered, category, category)' },
    ],
    tests: [effective, limits],
  },
  {
    sentence: 'The fields of a token also permit what its categories do not.',
    edits: [{ in: 'planLimits', replace: '$CATEGORIES === undefined || $CATEGORIES.has($CATEGORY)', by: 'true' }],
    tests: [effective, 'test/engine/plan/plan-limits.test.ts'],
  },
];

import type { Sabotage } from '../../patch.ts';

const permitTable = 'src/engine/plan/bind/permit-table.ts';
const limits = 'test/server/spine/token-limits.test.ts';
const effective = 'test/engine/plan/effective-access.test.ts';
const accessLimits = 'src/engine/policy/access-limits.ts';

/** Stages 1 to 3: a partner's token opens more than it names. */
export const narrowing: readonly Sabotage[] = [
  {
    sentence: 'The keys of plans and permit tables lack the limits of the token.',
    edits: [{ file: permitTable, from: 'if (!$limits) return $key;', to: 'return $key;' }],
    tests: ['test/engine/plan/bind/permit-table.test.ts', limits],
  },
  {
    sentence: 'The guard decides by the categories of the token alone, and not by its fields.',
    edits: [
      { file: permitTable, from: 'limitOn($access.limits, $category, $coordinate)', to: 'limitOn($access.limits, $category)' },
      {
        file: 'src/engine/policy/decide-in-advance.ts',
        from: 'limitOn($access.limits, $access.category, $access.coordinate)',
        to: 'limitOn($access.limits, $access.category)',
      },
    ],
    tests: [limits, 'test/engine/plan/bind/permit-table.test.ts'],
  },
  {
    sentence: 'Rows can be chosen by a category that the token does not name.',
    edits: [
      {
        file: 'src/engine/policy/decide-in-advance.ts',
        from: 'limitOn($access.limits, $access.category, $access.coordinate)',
        to: '($access.coordinate === undefined ? undefined : limitOn($access.limits, $access.category, $access.coordinate))',
      },
    ],
    tests: [limits, 'test/engine/policy/decide-in-advance.test.ts'],
  },
  {
    sentence: 'A token that names fields does not limit by what rows can be chosen.',
    edits: [
      {
        file: 'src/engine/policy/open-line.ts',
        from: "const $isOutside = $decision.effect !== 'WITHHOLD' && $access.limits?.coordinates !== undefined;",
        to: 'const $isOutside = false;',
      },
    ],
    tests: [limits],
  },
  {
    sentence: 'The people of a mandate are found and counted, whether or not the token names them.',
    edits: [{ file: 'src/town/access/scope.ts', from: 'and ${isInToken($viewer)} and ${mandateCondition', to: 'and ${mandateCondition' }],
    tests: [limits],
  },
  {
    sentence: 'A mandate relates its partner to all its people, whether or not the token names them.',
    edits: [{ file: 'src/town/access/statements.ts', from: ') and ${isInToken($mandate ?? {})} then', to: ') then' }],
    tests: [limits],
  },
  {
    sentence: 'A token can name people by their internal ids, so that a partner can match them with its pseudonyms.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/limits-of.ts',
        from: '$subjects.map($recognise)',
        to: '$subjects.flatMap((id) => [id, $recognise(id)])',
      },
    ],
    tests: [limits],
  },
  {
    sentence: 'A registration does not limit the tokens of its client.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/partner-token.ts',
        from: '$registered ? new Set($registered) : undefined',
        to: 'undefined',
      },
    ],
    tests: [limits, 'test/identity/server/partners.test.ts'],
  },
  {
    sentence: 'A client obtains tokens before a second officer has approved it.',
    edits: [
      {
        file: 'src/town/mandates/partners/tables.ts',
        from: 'where client.approved_at is not null and client.suspended_at is null',
        to: 'where client.suspended_at is null',
      },
    ],
    tests: ['test/identity/server/partner-tokens.test.ts'],
  },
  {
    sentence: 'The tokens of a client are good after an officer has ended it.',
    edits: [
      {
        file: 'src/town/mandates/partners/tables.ts',
        from: 'client.suspended_at is null and client.ended_at is null and partner',
        to: 'client.suspended_at is null and partner',
      },
    ],
    tests: ['test/attacks/identity/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'The tokens of a client are good while it is suspended.',
    edits: [
      {
        file: 'src/town/mandates/partners/tables.ts',
        from: 'client.suspended_at is null and client.ended_at is null and partner',
        to: 'client.ended_at is null and partner',
      },
    ],
    tests: ['test/attacks/identity/use-what-was-withdrawn.test.ts'],
  },
  {
    sentence: 'A token is granted for people whom the mandate does not name.',
    edits: [
      {
        file: 'src/identity/partners/details/check-grant.ts',
        from: 'if (!$subjects.every(($subject) => $grantable.subjects.has($subject)))',
        to: 'if (false)',
      },
    ],
    tests: ['test/identity/partners/details/check-grant.test.ts', 'test/identity/server/partner-tokens.test.ts'],
  },
  {
    sentence: 'A trusted issuer signs tokens of partners, which hold whatever their mandate or registration has become.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/claims.ts',
        from: "...rolesOf($vocabulary, 'EMPLOYEE')]",
        to: "...rolesOf($vocabulary, 'EMPLOYEE'), ...rolesOf($vocabulary, 'ORGANISATION')]",
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'A limit that permits nothing is read as none.',
    edits: [{ file: accessLimits, from: 'return limit === undefined ||', to: 'return limit === undefined || limit.size === 0 ||' }],
    tests: [limits, effective],
  },
  {
    sentence: 'A registration does not limit which root fields its client can enter.',
    edits: [
      {
        file: accessLimits,
        from: "if (!covers($registered, $category, $category)) return 'NOT_IN_REGISTRATION';",
        to: "if (coordinate !== undefined && !covers($registered, $category, $category)) return 'NOT_IN_REGISTRATION';",
      },
    ],
    tests: [limits],
  },
  {
    sentence: 'What the registration of a client does not allow is shown to a token that names it.',
    edits: [
      {
        file: accessLimits,
        from: "if (!covers($registered, $category, $category)) return 'NOT_IN_REGISTRATION';",
        to: "if (!covers(categories ?? registered, $category, $category)) return 'NOT_IN_REGISTRATION';",
      },
    ],
    tests: [effective, limits],
  },
  {
    sentence: 'The fields of a token also permit what its categories do not.',
    edits: [
      {
        file: 'src/engine/plan/plan-limits.ts',
        from: '$categories === undefined || $categories.has($category)',
        to: 'true',
      },
    ],
    tests: [effective, 'test/engine/plan/plan-limits.test.ts'],
  },
];

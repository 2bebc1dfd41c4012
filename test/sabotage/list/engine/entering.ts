import type { Sabotage } from '../../patch.ts';

const rootRules = 'src/engine/guard/root-rules.ts';

/** Entering a root field: a graphql-shield rule is missing or permits too much. */
export const entering: readonly Sabotage[] = [
  {
    sentence: 'An employee of the helpdesk opens a closed ticket again, and with it what the assignment shows.',
    edits: [
      {
        file: 'src/town/policy/root-fields.ts',
        from: "fields: ['Mutation.assignTicket', 'Mutation.closeTicket'],",
        to: "fields: ['Mutation.assignTicket', 'Mutation.closeTicket', 'Mutation.reopenTicket'],",
      },
    ],
    tests: ['test/town/helpdesk/own-tickets.test.ts'],
  },
  {
    sentence: 'The shield rule of one root field is not mounted.',
    edits: [
      {
        file: rootRules,
        from: '$field.resolve = (...$rest) => middleware($resolve, ...$rest);',
        to: `if ($field.name !== 'accounts') $field.resolve = (...$rest) => middleware($resolve, ...$rest);`,
      },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'One rule of the query root is invalid, so shield drops the rules of the whole type and the fallback permits every field.',
    edits: [
      {
        file: rootRules,
        from: '.map(($name) => [$name, ruleFor($policy, `${$type.name}.${$name}`)])),',
        to: ".map(($name) => [$name, $name === 'privacyStatement' ? ({} as IRule) : ruleFor($policy, `${$type.name}.${$name}`)])),",
      },
      { file: rootRules, from: 'const { shield, rule, and, deny } =', to: 'const { shield, rule, and, allow, deny } =' },
      { file: rootRules, from: '    fallbackRule: deny,', to: '    fallbackRule: allow,' },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'Shield’s rules lack the mutation root, and no check finds its fields without rules.',
    edits: [
      {
        file: rootRules,
        from: 'const $tree = Object.fromEntries(\n    $roots.map(',
        to: "const $tree = Object.fromEntries(\n    $roots.filter(({ name }) => name !== 'Mutation').map(",
      },
      {
        file: rootRules,
        from: 'const $middleware = typeof $entry',
        to: "if (type.name === 'Mutation') continue;\n      const $middleware = typeof $entry",
      },
    ],
    tests: ['test/town/people/update-contact.test.ts'],
  },
  {
    sentence: 'A root field without a policy line is permitted (fallbackRule allow).',
    edits: [
      {
        file: rootRules,
        from: 'const { shield, rule, and, deny } =',
        to: 'const { shield, rule, and, allow, deny } =',
      },
      { file: rootRules, from: 'if ($lines.length === 0) return deny;', to: 'if ($lines.length === 0) return allow;' },
      { file: rootRules, from: '    fallbackRule: deny,', to: '    fallbackRule: allow,' },
    ],
    tests: ['test/engine/guard/root-rules.test.ts'],
  },
  {
    sentence: 'The root rules do not check whether the arguments are permitted.',
    edits: [
      {
        file: rootRules,
        from: 'return and(purposeDeclared(policy, $field), authorityInForce($field), mayUse($field), argumentsPermitted($field));',
        to: 'return and(purposeDeclared(policy, $field), authorityInForce($field), mayUse($field));',
      },
    ],
    tests: ['test/past-failures/denied-filter-and-order.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'The root rules admit a partner whose mandate is not in force.',
    edits: [
      {
        file: rootRules,
        from: 'return $request.declaration?.authority?.inForce === true ? true',
        to: 'return $request.declaration?.authority ? true',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'Validation depends on the role: a document is invalid if it names a field that the role may never see.',
    edits: [
      {
        file: 'src/engine/plan/check-plan.ts',
        from: '  const $never = ',
        to: `  if (withheld.some(({ reason }) => reason === 'NO_GRANT')) throw new PrivacyError('DOCUMENT_INVALID');\n  const $never = `,
      },
    ],
    tests: ['test/server/spine/withheld.test.ts', 'test/channels/introspection.test.ts'],
  },
  {
    sentence: 'A change fails if its payload selects a withheld field.',
    edits: [
      {
        file: 'src/engine/plan/check-plan.ts',
        from: 'const { $access, $personal, $withheld } = $plan;\n',
        to: `const { $access, $personal, $withheld } = $plan;\n  if ($plan.mutation && $withheld.length > 0) throw new PrivacyError('FIELD_NOT_PERMITTED');\n`,
      },
    ],
    tests: ['test/past-failures/payload-breaks-the-update.test.ts', 'test/town/people/update-contact.test.ts'],
  },
  {
    sentence: 'Introspection is answered from the whole schema for every role.',
    edits: [{ file: 'src/server/http/app.ts', from: 'views: createViews($schema, $catalogue, $policy),', to: 'views: () => $schema,' }],
    tests: ['test/channels/introspection.test.ts'],
  },
];

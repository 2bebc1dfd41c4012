import type { Sabotage } from '../../patch.ts';

/** Entering a root field: a graphql-shield rule is missing or permits too much. */
export const entering: readonly Sabotage[] = [
  {
    sentence: 'An employee of the helpdesk opens a closed ticket again, and with it what the assignment shows.',
    edits: [
      {
        in: 'rootFieldLines',
        replace: "['Mutation.assignTicket', 'Mutation.closeTicket']",
        by: "['Mutation.assignTicket', 'Mutation.closeTicket', 'Mutation.reopenTicket']",
      },
    ],
    tests: ['test/town/helpdesk/own-tickets.test.ts'],
  },
  {
    sentence: 'The shield rule of one root field is not mounted.',
    edits: [{ in: 'mountRootRules', replace: '$FIELD.resolve = $MOUNTED;', by: "if ($FIELD.name !== 'accounts') $0" }],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'One rule of the query root is invalid, so shield drops the rules of the whole type and the fallback permits every field.',
    edits: [
      {
        in: 'mountRootRules',
        replace: 'ruleFor($POLICY, `${$TYPE.name}.${$NAME}`)',
        by: "$NAME === 'privacyStatement' ? ({} as IRule) : $0",
      },
      { in: 'root-rules.ts', replace: '{ shield, rule, and, deny }', by: '{ shield, rule, and, allow, deny }' },
      { in: 'mountRootRules', replace: 'fallbackRule: deny', by: 'fallbackRule: allow' },
    ],
    tests: ['test/town/services/payments/account-resolvers.test.ts'],
  },
  {
    sentence: 'Shield’s rules lack the mutation root, and no check finds its fields without rules.',
    edits: [
      { in: 'mountRootRules', replace: 'roots.map', by: "roots.filter(({ name }) => name !== 'Mutation').map" },
      { in: 'mountRootRules', replace: 'const $ENTRY = $MAP[$TYPE.name]?.[$FIELD.name]', by: "$0 if ($TYPE.name === 'Mutation') continue" },
    ],
    tests: ['test/town/people/update-contact.test.ts'],
  },
  {
    sentence: 'A root field without a policy line is permitted (fallbackRule allow).',
    edits: [
      { in: 'root-rules.ts', replace: '{ shield, rule, and, deny }', by: '{ shield, rule, and, allow, deny }' },
      { in: 'ruleFor', replace: 'return deny', by: 'return allow' },
      { in: 'mountRootRules', replace: 'fallbackRule: deny', by: 'fallbackRule: allow' },
    ],
    tests: ['test/engine/guard/root-rules.test.ts'],
  },
  {
    sentence: 'The root rules do not check whether the arguments are permitted.',
    edits: [
      {
        in: 'ruleFor',
        replace: 'and(purposeDeclared($$$ARGS), authorityInForce($FIELD), mayUse($FIELD), argumentsPermitted($FIELD))',
        by: 'and(purposeDeclared($$$ARGS), authorityInForce($FIELD), mayUse($FIELD))',
      },
    ],
    tests: ['test/past-failures/denied-filter-and-order.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'The root rules admit a partner whose mandate is not in force.',
    edits: [
      { in: 'authorityInForce', replace: '$REQUEST.declaration?.authority?.inForce === true', by: '$REQUEST.declaration?.authority' },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts', 'test/channels/error-texts.test.ts'],
  },
  {
    sentence: 'Validation depends on the role: a document is invalid if it names a field that the role may never see.',
    edits: [
      {
        in: 'checkPlan',
        replace: 'if ($PERSONAL && !isAcknowledged($PLAN, $DECLARATION)) $THEN',
        by: "$0 if (withheld.some(({ reason }) => reason === 'NO_GRANT')) throw new PrivacyError('DOCUMENT_INVALID');",
      },
    ],
    tests: ['test/server/spine/answers/withheld.test.ts', 'test/channels/introspection.test.ts'],
  },
  {
    sentence: 'A change fails if its payload selects a withheld field.',
    edits: [
      {
        in: 'checkPlan',
        replace: 'const { access, personal, withheld } = $PLAN',
        by: "$0 if ($PLAN.mutation && withheld.length > 0) throw new PrivacyError('FIELD_NOT_PERMITTED')",
      },
    ],
    tests: ['test/past-failures/payload-breaks-the-update.test.ts', 'test/town/people/update-contact.test.ts'],
  },
  {
    sentence: 'Introspection is answered from the whole schema for every role.',
    edits: [{ in: 'createApp', replace: 'createViews($SCHEMA, $MARKINGS, $POLICY)', by: '() => $SCHEMA' }],
    tests: ['test/channels/introspection.test.ts'],
  },
];

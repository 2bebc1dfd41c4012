import type { Sabotage } from '../../patch.ts';

/** Stage 3: the plan belongs to another operation or request, or misses fields of the operation. */
export const planning: readonly Sabotage[] = [
  {
    sentence: 'The plan ignores arguments.',
    edits: [
      {
        in: 'bind',
        replace: 'touchedInputs($MARKINGS, $TOUCH, $VARIABLES)',
        by: 'touchedInputs($MARKINGS, { ...$TOUCH, definition: { ...$TOUCH.definition, args: [] } }, $VARIABLES)',
      },
    ],
    tests: ['test/engine/plan/plan-inputs.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan checks an argument’s own directive, but not the fields of its input object.',
    edits: [{ in: 'collect', drop: 'carriesPersonal($$$)' }],
    tests: ['test/engine/plan/outline/collect.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan ignores the defaults of variables, which the executor applies.',
    edits: [
      {
        in: 'createPlanner',
        replace: 'bind($MARKINGS, $KNOWN, $COERCED.coerced)',
        by: '{ ...bind($MARKINGS, $KNOWN, variables), variables: $COERCED.coerced }',
      },
    ],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'The plan ignores @include and @skip.',
    edits: [
      {
        in: 'isOpen',
        replace: '({ variable, open }) => $VARIABLES[variable] === open',
        by: '({ variable }) => $VARIABLES[variable] !== undefined',
      },
    ],
    tests: ['test/engine/plan/bind/bind.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'A plan that depends on @include and @skip variables is reused for requests with other values.',
    edits: [{ in: 'outline', replace: '$GATES.size > 0 ? undefined : $ELSE', by: '$ELSE' }],
    tests: ['test/engine/plan/bind/bind.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'A field that is selected through an interface is not planned for the object types.',
    edits: [{ in: 'collect', replace: 'isAbstractType($TYPE) ? $SCHEMA.getPossibleTypes($TYPE) : []', by: '[]' }],
    tests: ['test/past-failures/interface-and-union-bypass.test.ts', 'test/engine/plan/outline/collect.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the operation’s name, although a document can have several operations.',
    edits: [{ in: 'createPlanner', replace: "$OPERATION.name?.value ?? ''", by: '$OPERATION.operation' }],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the purpose.',
    edits: [{ in: 'createPlanner', replace: 'accessKey($ACCESS)', by: 'accessKey({ ...$ACCESS, purpose: undefined })' }],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the role.',
    edits: [{ in: 'createPlanner', replace: 'accessKey($ACCESS)', by: "accessKey({ ...$ACCESS, role: 'ANONYMOUS' })" }],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the mandate’s categories.',
    edits: [{ in: 'createPlanner', replace: 'accessKey($ACCESS)', by: 'accessKey({ ...$ACCESS, named: new Set() })' }],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'Mandates with the same number of categories share a permit table.',
    edits: [{ in: 'accessKey', replace: "[...$NAMED].toSorted().join(',')", by: '$NAMED.size' }],
    tests: ['test/engine/plan/bind/permit-table.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'The permit table’s key lacks the conditions that hold.',
    edits: [{ in: 'createPermitTable', replace: '$CONDITIONS.length === 0 ? $RELATIONSHIP : $ELSE', by: '$RELATIONSHIP' }],
    tests: ['test/engine/plan/bind/permit-table.test.ts', 'test/server/spine/answers/address-protection.test.ts'],
  },
  {
    sentence: 'Rows can be filtered and sorted by a field that is permitted for only some of the rows.',
    edits: [{ in: 'bind', replace: "decision.effect === 'PERMIT'", by: "decision.effect !== 'WITHHOLD'" }],
    tests: ['test/engine/plan/plan-inputs.test.ts', 'test/server/spine/requests/bad-input.test.ts'],
  },
  {
    sentence: 'A mutation may have several root fields, which share one transaction and one entry.',
    edits: [{ in: 'createPlanner', replace: '$COLLECTED.roots.length !== 1', by: '$COLLECTED.roots.length === 0' }],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/requests/bad-request.test.ts'],
  },
];

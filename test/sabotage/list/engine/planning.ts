import type { Sabotage } from '../../patch.ts';

const planner = 'src/engine/plan/plan.ts';
const bind = 'src/engine/plan/bind/bind.ts';
const bindOutputs = 'src/engine/plan/bind/bind-outputs.ts';
const permitTable = 'src/engine/plan/bind/permit-table.ts';

/** Stage 3: the plan belongs to another operation or request, or misses fields of the operation. */
export const planning: readonly Sabotage[] = [
  {
    sentence: 'The plan ignores arguments.',
    edits: [
      {
        file: bind,
        from: 'for (const $coordinate of touchedInputs($catalogue, $touch, $variables)) {',
        to: 'for (const $coordinate of touchedInputs($catalogue, { ...$touch, definition: { ...$touch.definition, args: [] } }, $variables)) {',
      },
    ],
    tests: ['test/engine/plan/plan-inputs.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan checks an argument’s own directive, but not the fields of its input object.',
    edits: [
      {
        file: 'src/engine/plan/outline/collect.ts',
        from: 'return $catalogue.inputs.has(`${$coordinate}(${$argument.name}:)`) || carriesPersonal($catalogue, getNamedType($argument.type));',
        to: 'return $catalogue.inputs.has(`${$coordinate}(${$argument.name}:)`);',
      },
    ],
    tests: ['test/engine/plan/outline/collect.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan ignores the defaults of variables, which the executor applies.',
    edits: [
      {
        file: planner,
        from: 'return bind($catalogue, $known, $coerced.coerced);',
        to: 'return { ...bind($catalogue, $known, variables), variables: $coerced.coerced };',
      },
    ],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'The plan ignores @include and @skip.',
    edits: [
      {
        file: bindOutputs,
        from: 'return $gates.every(({ $variable, $open }) => $variables[$variable] === $open);',
        to: 'return $gates.every(({ $variable }) => $variables[$variable] !== undefined);',
      },
    ],
    tests: ['test/engine/plan/bind/bind.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'A plan that depends on @include and @skip variables is reused for requests with other values.',
    edits: [
      {
        file: 'src/engine/plan/outline/outline.ts',
        from: 'ungated: $gates.size > 0 ? undefined : bindOutputs',
        to: 'ungated: bindOutputs',
      },
    ],
    tests: ['test/engine/plan/bind/bind.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'A field that is selected through an interface is not planned for the object types.',
    edits: [
      {
        file: 'src/engine/plan/outline/collect.ts',
        from: 'return isAbstractType($type) ? $schema.getPossibleTypes($type) : [];',
        to: 'return [];',
      },
    ],
    tests: ['test/past-failures/interface-and-union-bypass.test.ts', 'test/engine/plan/outline/collect.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the operation’s name, although a document can have several operations.',
    edits: [{ file: planner, from: `$operation.name?.value ?? '',`, to: `$operation.operation,` }],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the purpose.',
    edits: [
      {
        file: planner,
        from: 'accessKey($access),',
        to: 'accessKey({ ...$access, purpose: undefined }),',
      },
    ],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the role.',
    edits: [{ file: planner, from: 'accessKey($access),', to: `accessKey({ ...$access, role: 'ANONYMOUS' }),` }],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'The plan cache’s key lacks the mandate’s categories.',
    edits: [{ file: planner, from: 'accessKey($access),', to: 'accessKey({ ...$access, named: new Set() }),' }],
    tests: ['test/engine/plan/plan.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'Mandates with the same number of categories share a permit table.',
    edits: [{ file: permitTable, from: `[...$named].toSorted().join(',')`, to: '$named.size' }],
    tests: ['test/engine/plan/bind/permit-table.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'The permit table’s key lacks the conditions that hold.',
    edits: [
      {
        file: permitTable,
        from: "const $key = $conditions.length === 0 ? $relationship : `${$relationship} ${$conditions.join(',')}`;",
        to: 'const $key = $relationship;',
      },
    ],
    tests: ['test/engine/plan/bind/permit-table.test.ts', 'test/server/spine/address-protection.test.ts'],
  },
  {
    sentence: 'Rows can be filtered and sorted by a field that is permitted for only some of the rows.',
    edits: [{ file: bind, from: `if ($decision.effect === 'PERMIT') continue;`, to: `if ($decision.effect !== 'WITHHOLD') continue;` }],
    tests: ['test/engine/plan/plan-inputs.test.ts', 'test/server/spine/bad-input.test.ts'],
  },
  {
    sentence: 'A mutation may have several root fields, which share one transaction and one entry.',
    edits: [
      { file: planner, from: 'if ($mutation && $collected.roots.length !== 1)', to: 'if ($mutation && $collected.roots.length === 0)' },
    ],
    tests: ['test/engine/plan/plan.test.ts', 'test/server/spine/bad-request.test.ts'],
  },
];

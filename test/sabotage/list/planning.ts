import type { Sabotage } from './patch.ts';

const planner = 'src/enforcement/plan.ts';
const bind = 'src/enforcement/bind.ts';
const bindOutputs = 'src/enforcement/bind-outputs.ts';
const permitTable = 'src/enforcement/permit-table.ts';

/** Stage 3: what an operation touches is foreseen for another operation, another request, or not at all. */
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
    tests: ['test/enforcement/plan-inputs.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan checks an argument’s own marking, but not the fields of its input object.',
    edits: [
      {
        file: 'src/enforcement/collect.ts',
        from: 'return $catalogue.inputs.has(`${$coordinate}(${$argument.name}:)`) || carriesPersonal($catalogue, getNamedType($argument.type));',
        to: 'return $catalogue.inputs.has(`${$coordinate}(${$argument.name}:)`);',
      },
    ],
    tests: ['test/enforcement/collect.test.ts', 'test/past-failures/denied-filter-and-order.test.ts'],
  },
  {
    sentence: 'The plan ignores the defaults of variables, and the executor does not.',
    edits: [
      {
        file: planner,
        from: 'return bind($catalogue, $known, $coerced.coerced);',
        to: 'return { ...bind($catalogue, $known, variables), variables: $coerced.coerced };',
      },
    ],
    tests: ['test/enforcement/plan.test.ts', 'test/gateway/shapes.test.ts'],
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
    tests: ['test/enforcement/bind.test.ts', 'test/gateway/shapes.test.ts'],
  },
  {
    sentence: 'What variables switch on and off is planned once for all requests.',
    edits: [{ file: 'src/enforcement/outline.ts', from: 'ungated: $gates.size > 0 ? undefined : bindOutputs', to: 'ungated: bindOutputs' }],
    tests: ['test/enforcement/bind.test.ts', 'test/gateway/shapes.test.ts'],
  },
  {
    sentence: 'A field of a fragment’s interface counts for no type, so that it is asked through the interface unplanned.',
    edits: [
      {
        file: 'src/enforcement/collect.ts',
        from: 'return isAbstractType($type) ? $schema.getPossibleTypes($type) : [];',
        to: 'return [];',
      },
    ],
    tests: ['test/past-failures/interface-and-union-bypass.test.ts', 'test/enforcement/collect.test.ts'],
  },
  {
    sentence: 'Plans are kept without the operation’s name, though a document can hold several.',
    edits: [{ file: planner, from: `$operation.name?.value ?? '',`, to: `$operation.operation,` }],
    tests: ['test/enforcement/plan.test.ts', 'test/gateway/shapes.test.ts'],
  },
  {
    sentence: 'Plans are kept without the purpose.',
    edits: [
      {
        file: planner,
        from: 'standpointKey($standpoint),',
        to: 'standpointKey({ ...$standpoint, purpose: undefined }),',
      },
    ],
    tests: ['test/enforcement/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'Plans are kept without the role.',
    edits: [{ file: planner, from: 'standpointKey($standpoint),', to: `standpointKey({ ...$standpoint, role: 'ANONYMOUS' }),` }],
    tests: ['test/enforcement/plan.test.ts', 'test/exhaustive/every-standpoint.test.ts'],
  },
  {
    sentence: 'Plans are kept without the mandate’s categories.',
    edits: [{ file: planner, from: 'standpointKey($standpoint),', to: 'standpointKey({ ...$standpoint, named: new Set() }),' }],
    tests: ['test/enforcement/plan.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'Tables of permits are shared by mandates that name as many categories.',
    edits: [{ file: permitTable, from: `[...$standpoint.named].toSorted().join(',')`, to: '$standpoint.named.size' }],
    tests: ['test/enforcement/permit-table.test.ts', 'test/exhaustive/one-category-orders.test.ts'],
  },
  {
    sentence: 'Tables of permits are kept without the conditions that held.',
    edits: [
      {
        file: permitTable,
        from: "const $key = $conditions.length === 0 ? $relationship : `${$relationship} ${$conditions.join(',')}`;",
        to: 'const $key = $relationship;',
      },
    ],
    tests: ['test/enforcement/permit-table.test.ts', 'test/gateway/address-protection.test.ts'],
  },
  {
    sentence: 'Rows can be filtered and sorted by what depends on the relationship, and not on a permit for every row.',
    edits: [{ file: bind, from: `if ($foresight.effect === 'PERMIT') continue;`, to: `if ($foresight.effect !== 'WITHHOLD') continue;` }],
    tests: ['test/enforcement/plan-inputs.test.ts', 'test/gateway/bad-input.test.ts'],
  },
  {
    sentence: 'A mutation may have several root fields, with one transaction and one entry for all.',
    edits: [
      { file: planner, from: 'if ($mutation && $collected.roots.length !== 1)', to: 'if ($mutation && $collected.roots.length === 0)' },
    ],
    tests: ['test/enforcement/plan.test.ts', 'test/gateway/bad-request.test.ts'],
  },
];

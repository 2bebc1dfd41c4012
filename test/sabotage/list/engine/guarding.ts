import type { Sabotage } from '../../patch.ts';

/** The guard of resolvers: values and rows are released that should be withheld. */
export const guarding: readonly Sabotage[] = [
  {
    sentence: 'Anyone who finds a person learns from a check of a purchase whether the person is old enough.',
    edits: [
      {
        file: 'schema/services.graphql',
        from: 'answer: PurchaseAnswer @personal(category: AGE, derivedFrom: ["Resident.birthDate"])',
        to: 'answer: PurchaseAnswer @impersonal',
      },
    ],
    tests: ['test/town/services/purchases/purchase-check.test.ts'],
  },
  {
    sentence: '`node` finds a resident around the rule and the admission of `resident`.',
    edits: [
      {
        file: 'src/engine/guard/enforce.ts',
        from: 'for (const type of Object.values(schema.getTypeMap())) {',
        to: `const around = { ...schema.getQueryType()?.getFields()['resident'] };
  for (const type of Object.values(schema.getTypeMap())) {`,
      },
      {
        file: 'src/engine/guard/enforce.ts',
        from: 'mountNode(schema, catalogue);',
        to: `const fields = schema.getQueryType()!.getFields();
  const guarded = fields['resident']?.resolve;
  if (around.resolve) fields['resident']!.resolve = around.resolve;
  mountNode(schema, catalogue);
  if (guarded) fields['resident']!.resolve = guarded;`,
      },
    ],
    tests: ['test/server/spine/node.test.ts'],
  },
  {
    sentence: 'The entry of a read by `node` names every root field that was read, and is hidden from guardians where tickets are.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: 'const nodes = seenSubjects.nodes.size > 0 ? seenSubjects.nodes : [nodeField];',
        to: 'const nodes = [...plan.roots.keys()];',
      },
    ],
    tests: ['test/server/spine/node.test.ts'],
  },
  {
    sentence: 'A type of Node that no root field finds does not keep the gateway from starting.',
    edits: [{ file: 'src/engine/markings/check/nodes.ts', from: '!$found.has($name)', to: 'false' }],
    tests: ['test/engine/markings/check/nodes.test.ts'],
  },
  {
    sentence: 'What `node` finds is logged as if nothing had been found.',
    edits: [{ file: 'src/engine/guard/node.ts', from: 'noteNode(way?.coordinate ?? nodeField)', to: 'noteNode(nodeField)' }],
    tests: ['test/server/spine/node.test.ts'],
  },
  {
    sentence: 'The guard permits every value of every data subject.',
    edits: [
      {
        file: 'src/engine/guard/guard.ts',
        from: '$relationships?.get($row[DATA_SUBJECT])?.visible[$index] === 1;',
        to: '$relationships !== undefined;',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'The guard decides by the response name in info, so an alias can pass for another field.',
    edits: [
      {
        file: 'src/engine/guard/guard.ts',
        from: `import type { PersonalCoordinate, SubjectType } from '../markings/catalogue.ts';`,
        to: `import type { Catalogue, PersonalCoordinate, SubjectType } from '../markings/catalogue.ts';`,
      },
      {
        file: 'src/engine/guard/guard.ts',
        from: `  { index, coordinate }: PersonalCoordinate,
  owner: SubjectType | undefined,
  read: GraphQLFieldResolver<Row, EnforcedContext>,
  report: ReportGuardFailure,
)`,
        to: `  { index: own, coordinate }: PersonalCoordinate,
  owner: SubjectType | undefined,
  read: GraphQLFieldResolver<Row, EnforcedContext>,
  report: ReportGuardFailure,
  catalogue?: Catalogue,
)`,
      },
      {
        file: 'src/engine/guard/guard.ts',
        from: `      if (!plan) return null;
`,
        to: `      if (!plan) return null;
      const name = info.fieldNodes[0]?.alias?.value ?? info.fieldName;
      const index = catalogue?.outputs.get(\`\${info.parentType.name}.\${name}\`)?.index ?? own;
`,
      },
      {
        file: 'src/engine/guard/enforce.ts',
        from: '$field.resolve = guard($personal, $owner, $read, $report);',
        to: '$field.resolve = guard($personal, $owner, $read, $report, catalogue);',
      },
    ],
    tests: ['test/past-failures/alias-skips-the-check.test.ts', 'test/engine/guard/guard.test.ts'],
  },
  {
    sentence: 'A value is permitted if its data subject’s relationship was not looked up.',
    edits: [
      {
        file: 'src/engine/guard/guard.ts',
        from: '$relationships?.get($row[DATA_SUBJECT])?.visible[$index] === 1;',
        to: '$relationships?.get($row[DATA_SUBJECT])?.visible[$index] !== 0;',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts'],
  },
  {
    sentence:
      'A principal sees every row with the principal’s id, and a row without an id matches an anonymous principal (undefined === undefined).',
    edits: [
      {
        file: 'src/engine/guard/guard.ts',
        from: ': $relationships?.get($row[DATA_SUBJECT])?.visible[$index] === 1;',
        to: ': $row[DATA_SUBJECT] === context.request.principal?.id || $relationships?.get($row[DATA_SUBJECT])?.visible[$index] === 1;',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts', 'test/past-failures/undefined-is-self.test.ts'],
  },
  {
    sentence: 'A row is in the response although the existence of its data subject is withheld.',
    edits: [
      {
        file: 'src/engine/guard/admit.ts',
        from: 'return disclosed;',
        to: 'return true;',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts', 'test/server/spine/shapes.test.ts'],
  },
  {
    sentence: 'Related rows are read and shown without a check that the field is permitted for the parent row.',
    edits: [
      {
        file: 'src/engine/guard/admit.ts',
        from: '    if ($field.personal && !isPermitted($request, $row, $field.personal)) return null;\n',
        to: '',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts', 'test/town/services/service-resolvers.test.ts'],
  },
  {
    sentence: 'A column that is withheld for every relationship is still selected.',
    edits: [
      {
        file: 'src/engine/plan/bind/bind-outputs.ts',
        from: `if ($type !== undefined && $field !== undefined && $decision?.effect !== 'WITHHOLD') into($fields, $type).add($field);`,
        to: 'if ($type !== undefined && $field !== undefined) into($fields, $type).add($field);',
      },
    ],
    tests: ['test/past-failures/denied-fields-fetched.test.ts', 'test/server/spine/columns.test.ts'],
  },
  {
    sentence: 'The hint of an email address is the whole address.',
    edits: [{ file: 'src/town/people/resident-columns.ts', from: 'sql`resident.email_hint`', to: 'sql`resident.email`' }],
    tests: ['test/server/spine/columns.test.ts'],
  },
  {
    sentence: 'The database returns the whole telephone number as its hint.',
    edits: [
      {
        file: 'src/town/people/tables/residents.ts',
        from: `return '**' || right(phone, 2);`,
        to: `return '**' || phone;`,
      },
    ],
    tests: ['test/server/spine/columns.test.ts'],
  },
  {
    sentence: 'The days of a pass are shown without a check of their category.',
    edits: [
      {
        file: 'schema/services.graphql',
        from: 'validUntil: LocalDate @personal(category: PURCHASE)',
        to: 'validUntil: LocalDate @impersonal',
      },
    ],
    tests: ['test/town/counter/passes.test.ts'],
  },
  {
    sentence: 'A pass is valid as long as the service says today, not as it was sold.',
    edits: [
      {
        file: 'src/town/services/purchases/purchases.ts',
        from: 'validUntil: sql`purchase.valid_until::text`,',
        to: 'validUntil: sql`(select (purchase.valid_from + valid_days - 1)::text from recreation.service where service.id = purchase.service_id)`,',
      },
    ],
    tests: ['test/town/counter/passes.test.ts'],
  },
];

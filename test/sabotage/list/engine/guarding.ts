import type { Sabotage } from '../../patch.ts';

/** The guard of resolvers: values and rows are released that should be withheld. */
export const guarding: readonly Sabotage[] = [
  {
    sentence: 'Anyone who finds a person learns from a check of a purchase whether the person is old enough.',
    edits: [
      {
        file: 'schema/services.graphql',
        text: 'answer: PurchaseAnswer @personal(category: AGE, derivedFrom: ["Resident.birthDate"])',
        by: 'answer: PurchaseAnswer @impersonal',
      },
    ],
    tests: ['test/town/services/purchases/purchase-check.test.ts'],
  },
  {
    sentence: '`node` finds a resident around the rule and the admission of `resident`.',
    edits: [
      {
        in: 'enforce',
        replace: 'for (const $TYPE of Object.values($SCHEMA.getTypeMap())) $BODY',
        by: "const around = { ...$SCHEMA.getQueryType()?.getFields()['resident'] };\n$0",
      },
      {
        in: 'enforce',
        replace: 'mountNode($SCHEMA, $MARKINGS);',
        by: "const fields = $SCHEMA.getQueryType()!.getFields(); const guarded = fields['resident']?.resolve; if (around.resolve) fields['resident']!.resolve = around.resolve; $0 if (guarded) fields['resident']!.resolve = guarded;",
      },
    ],
    tests: ['test/server/spine/answers/node.test.ts'],
  },
  {
    sentence: 'The entry of a read by `node` names every root field that was read, and is hidden from guardians where tickets are.',
    edits: [{ in: 'asked', replace: '$SEEN.nodes.size > 0 ? $SEEN.nodes : [nodeField]', by: '[...plan.roots.keys()]' }],
    tests: ['test/server/spine/answers/node.test.ts'],
  },
  {
    sentence: 'A type of Node that no root field finds does not keep the gateway from starting.',
    edits: [{ in: 'checkNodes', replace: '!$FOUND.has($NAME)', by: 'false' }],
    tests: ['test/engine/markings/check/nodes.test.ts'],
  },
  {
    sentence: 'What `node` finds is logged as if nothing had been found.',
    edits: [{ in: 'mountNode', drop: '$WAY?.coordinate' }],
    tests: ['test/server/spine/answers/node.test.ts'],
  },
  {
    sentence: 'The guard permits every value of every data subject.',
    edits: [{ in: 'guard', replace: '$RELATIONSHIPS?.get($$$)?.visible[$INDEX] === 1', by: '$RELATIONSHIPS !== undefined' }],
    tests: ['test/engine/guard/guard.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'The guard decides by the response name in info, so an alias can pass for another field.',
    edits: [
      { in: 'guard', replace: '{ index, coordinate }: PersonalCoordinate', by: '{ index: own, coordinate }: PersonalCoordinate' },
      { in: 'guard', replace: 'report: ReportGuardFailure', by: '$0, markings?: Markings' },
      {
        in: 'guard',
        replace: 'if (!plan) return null;',
        by: '$0 const name = info.fieldNodes[0]?.alias?.value ?? info.fieldName; const index = markings?.outputs.get(`${info.parentType.name}.${name}`)?.index ?? own;',
      },
      { in: 'enforce', replace: 'guard($PERSONAL, $OWNER, $READ, $REPORT)', by: 'guard($PERSONAL, $OWNER, $READ, $REPORT, markings)' },
    ],
    tests: ['test/past-failures/alias-skips-the-check.test.ts', 'test/engine/guard/guard.test.ts'],
  },
  {
    sentence: 'A value is permitted if its data subject’s relationship was not looked up.',
    edits: [
      {
        in: 'guard',
        replace: '$RELATIONSHIPS?.get($$$ARGS)?.visible[$INDEX] === 1',
        by: '$RELATIONSHIPS?.get($$$ARGS)?.visible[$INDEX] !== 0',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts'],
  },
  {
    sentence:
      'A principal sees every row with the principal’s id, and a row without an id matches an anonymous principal (undefined === undefined).',
    edits: [
      {
        in: 'guard',
        replace: '$RELATIONSHIPS?.get($$$ARGS)?.visible[$INDEX] === 1',
        by: 'row[DATA_SUBJECT] === context.request.principal?.id || $0',
      },
    ],
    tests: ['test/engine/guard/guard.test.ts', 'test/past-failures/undefined-is-self.test.ts'],
  },
  {
    sentence: 'A row is in the response although the existence of its data subject is withheld.',
    edits: [{ in: 'isVisible', replace: 'return disclosed', by: 'return true' }],
    tests: ['test/engine/guard/guard.test.ts', 'test/server/spine/answers/shapes.test.ts'],
  },
  {
    sentence: 'Related rows are read and shown without a check that the field is permitted for the parent row.',
    edits: [{ in: 'admit', drop: 'if ($FIELD.personal && !isPermitted($$$)) return null' }],
    tests: ['test/engine/guard/guard.test.ts', 'test/town/services/service-resolvers.test.ts'],
  },
  {
    sentence: 'A column that is withheld for every relationship is still selected.',
    edits: [{ in: 'bindOutputs', drop: "$DECISION?.effect !== 'WITHHOLD'" }],
    tests: ['test/past-failures/denied-fields-fetched.test.ts', 'test/server/spine/answers/columns.test.ts'],
  },
  {
    sentence: 'The hint of an email address is the whole address.',
    edits: [{ in: 'residentColumns', text: 'resident.email_hint', by: 'resident.email' }],
    tests: ['test/server/spine/answers/columns.test.ts'],
  },
  {
    sentence: 'The database returns the whole telephone number as its hint.',
    edits: [{ in: 'residents.ts#residents', text: 'right(phone, 2)', by: 'phone' }],
    tests: ['test/server/spine/answers/columns.test.ts'],
  },
  {
    sentence: 'The days of a pass are shown without a check of their category.',
    edits: [
      {
        file: 'schema/services.graphql',
        text: 'validUntil: LocalDate @personal(category: PURCHASE)',
        by: 'validUntil: LocalDate @impersonal',
      },
    ],
    tests: ['test/town/counter/passes.test.ts'],
  },
  {
    sentence: 'A pass is valid as long as the service says today, not as it was sold.',
    edits: [
      {
        in: 'purchases.ts#columnsFor',
        text: 'purchase.valid_until::text',
        by: '(select (purchase.valid_from + valid_days - 1)::text from recreation.service where service.id = purchase.service_id)',
      },
    ],
    tests: ['test/town/counter/passes.test.ts'],
  },
];

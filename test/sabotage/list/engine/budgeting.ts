import type { Sabotage } from '../../patch.ts';

const gatewayBudgetTests = ['test/server/spine/budgets/read-budget-charges.test.ts'];
const encounterTests = ['test/attacks/records/look-people-up-without-serving.test.ts'];
const tests = ['test/server/spine/budgets/read-budgets.test.ts', 'test/server/spine/budgets/read-budget-refused.test.ts'];

/** Stage 6: more people are shown than the read budget allows, or the budget reveals people. */
export const budgeting: readonly Sabotage[] = [
  {
    sentence: 'An encounter that the budget of a purpose would refuse begins for another purpose and goes on for this one.',
    edits: [{ in: 'encounters.changeEncounterPurpose', drop: 'await $REQUEST.chargeAct($$$)' }],
    tests: ['test/attacks/records/look-people-up-without-serving.test.ts'],
  },
  {
    sentence: 'A principal with a spent read budget still gets data.',
    edits: [
      {
        in: 'budgets/spend-budget.ts#spendBudget',
        replace: 'if ($WINDOW) { return { refusal: $REFUSAL, $$$USE }; }',
        by: 'if ($WINDOW && !lasting) { return { refusal: $REFUSAL, $$$USE }; }',
      },
    ],
    tests,
  },
  {
    sentence: 'If counting people fails, the response is sent without being counted.',
    edits: [{ in: 'budgets/spend-budget.ts#spendBudget', drop: 'refusal: Object.assign($$$)' }],
    tests,
  },
  {
    sentence: 'Counts and cursors are not charged to the budget, so they can confirm one person after another.',
    edits: [{ in: 'chargeOf', replace: '!unnamed(one)', by: 'plan.mutation' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'With a spent budget a search without a result is answered, so a refusal confirms that the person exists.',
    edits: [{ in: 'budgets/spend-budget.ts#spendBudget', drop: '$SEARCHES ? spentWindow($SPENT) : undefined' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'The budget counts the residents of a queue’s tickets, which the queue does not show.',
    edits: [{ in: 'chargeOf', replace: '!unnamed(one)', by: '(plan.mutation || $0 || queued)' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'The budget counts people that the response hides, which reveals that they exist.',
    edits: [
      {
        in: 'isVisible',
        replace: '$SEEN.mark($SUBJECT, $COORDINATE, $DISCLOSED)',
        by: '$SEEN.mark($SUBJECT, $COORDINATE, $DISCLOSED || !$DISCLOSED)',
      },
    ],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'Two instances charge the same budget without a lock, so together they exceed it.',
    edits: [{ in: 'budgetMigration', text: 'perform pg_advisory_xact_lock(7462007, $KEY);', by: '' }],
    tests,
  },
  {
    sentence: 'The people of a refused response are counted, so the budget reveals who was not shown.',
    edits: [{ in: 'budgetMigration', text: 'if not within then return; end if;', by: '' }],
    tests,
  },
  {
    sentence: 'Only the hourly budget is checked, not the daily one.',
    edits: [{ in: 'budgetMigration', text: 'and used_in_day + new_in_day <= per_day', by: '' }],
    tests,
  },
  {
    sentence: 'An instance uses one count of a principal for all purposes.',
    edits: [{ in: 'createReadBudgets', replace: '`${$PRINCIPAL_ID} ${$PURPOSE}`', by: '$PRINCIPAL_ID' }],
    tests,
  },
  {
    sentence: 'A change is answered before it is on the disk, because its count of people need not be.',
    edits: [
      {
        in: 'read-budgets.ts#count',
        replace: '$LASTING ? $STATEMENTS.spendUnwritten : $STATEMENTS.spend',
        by: '$STATEMENTS.spendUnwritten',
      },
      {
        in: 'read-budgets.ts#count',
        replace: 'if ($LASTING) $VALUES.push(...heldValues($HELD))',
        by: '$VALUES.push(...heldValues($HELD))',
      },
    ],
    tests: ['test/server/spine/entry/written-with-the-entry.test.ts'],
  },
  {
    sentence: 'A captured request, or a token that was withdrawn, spends the read budget of its principal.',
    edits: [
      { in: 'spendUnwrittenWhile', text: 'where ${$PREDICATE}', by: '' },
      { in: 'read-budgets.ts#count', replace: '$LASTING && $HELD?.proof !== undefined', by: 'false' },
    ],
    tests: ['test/attacks/identity/partners/exceed-a-partners-token.test.ts'],
  },
  {
    sentence: 'The people that a mutation shows are cached as counted before the commit.',
    edits: [
      {
        in: 'budgets/spend-budget.ts#spendBudget',
        replace: '$READ_BUDGETS.spend($DATABASE, $READING, $LASTING)',
        by: '$READ_BUDGETS.spend($DATABASE, $READING, true)',
      },
    ],
    tests,
  },
  {
    sentence: 'Requests without an account spend the budget of a reviewer, so that a stranger can spend it.',
    edits: [{ in: 'SeenSubjects.noteEntry', replace: '$SUBJECTS.filter(({ withoutAccount }) => !withoutAccount)', by: '$SUBJECTS' }],
    tests: ['test/attacks/log/blind-the-reviewer.test.ts'],
  },
  {
    sentence: 'One read of many people spends the budget of a reviewer.',
    edits: [
      { in: 'SeenSubjects.noteEntry', replace: '$SUBJECTS.filter($$$ARGS).slice(0, mostChargedPerEntry)', by: '$SUBJECTS.filter($$$ARGS)' },
    ],
    tests: ['test/attacks/log/blind-the-reviewer.test.ts'],
  },
  {
    sentence: 'The entry of a review names entries that its filter left out.',
    edits: [
      { in: 'access-log-resolvers.ts#entries', replace: '$IS_FILTERED ? coveredBy($SCOPE, $LIST, [$ROW]) : $COVERED', by: '$COVERED' },
    ],
    tests: ['test/town/history/log/access-log-resolvers.test.ts'],
  },
  {
    sentence: 'The entry of a refused response records everything in it as released.',
    edits: [{ in: 'stages/spend-budget.ts#spendBudget', replace: '$REFUSAL ? withholdAll($SEEN) : $SEEN', by: '$SEEN' }],
    tests,
  },
  {
    sentence: 'Encounters are begun without being charged, so a clerk looks up one resident after another and serves nobody.',
    edits: [{ in: 'encounters.startEncounter', drop: 'await $REQUEST.chargeAct($$$)' }],
    tests: encounterTests,
  },
  {
    sentence: 'Two instances charge encounters without a lock, so together they exceed the budget.',
    edits: [{ in: 'tables.ts#counter', text: 'perform pg_advisory_xact_lock(7462008, $KEY);', by: '' }],
    tests: encounterTests,
  },
  {
    sentence: 'Encounters are counted for each purpose alone, so a clerk who changes the purpose looks up more people.',
    edits: [
      { in: 'spendEncounter', text: '${subjectId ?? null}::uuid,', by: '$0 ${limits.purpose}::text,' },
      { in: 'tables.ts#counter', text: 'with_resident uuid,', by: '$0 for_purpose text,' },
      { in: 'tables.ts#counter', text: 'and resident_id <> with_resident', by: '$0 and purpose = for_purpose' },
      { in: 'ActCharge', replace: 'readonly perHour: number;', by: 'readonly purpose?: string; $0' },
      {
        in: 'OperationContext.charge',
        replace: '{ $$$CHARGE, limits }',
        by: "{ $$$CHARGE, limits: { ...limits, purpose: access.purpose ?? '' } }",
      },
    ],
    tests: encounterTests,
  },
  {
    sentence: 'A change of contact data serves, so a clerk refills the encounter budget by writing what is on record again.',
    edits: [
      {
        in: 'resident-writes.ts#writeContact',
        replace: 'if (Object.keys($COLUMNS).length > 0) $WRITE',
        by: '$0\n  await sql`update recreation.encounter set served_at = ${reader.now}::timestamptz where id = ${viewer.caseId ?? null}::uuid`.execute(reader.database);',
      },
    ],
    tests: [...encounterTests, 'test/attacks/identity/accounts/become-a-resident.test.ts'],
  },
  {
    sentence: 'A change serves only where a value differs, so the encounter budget tells a clerk whether a guessed number is right.',
    edits: [
      {
        in: 'resident-writes.ts#writeContact',
        replace: 'if (Object.keys($COLUMNS).length > 0) $WRITE',
        by: 'const { rows: before } = await sql<{ phone: string | null }>`\n    select resident.phone from recreation.resident resident where resident.id = ${residentId}::uuid`.execute(reader.database);\n  $0\n  if (before[0]!.phone !== contact.phone)\n    await sql`update recreation.encounter set served_at = ${reader.now}::timestamptz where id = ${viewer.caseId ?? null}::uuid`.execute(reader.database);',
      },
    ],
    tests: ['test/attacks/records/guess-contact-data-by-encounter-budget.test.ts'],
  },
  {
    sentence: 'A purchase does not count as serving, so a clerk who sells is refused.',
    edits: [{ in: 'writePurchase', drop: "if ($SCOPE === 'ENCOUNTER') await markServed($$$)" }],
    tests: encounterTests,
  },
];

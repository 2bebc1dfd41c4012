import type { Sabotage } from '../../patch.ts';

const spendBudget = 'src/engine/budgets/spend-budget.ts';
const chargeOf = 'src/server/spine/entry/charge-of.ts';
const migration = 'src/engine/budgets/tables.ts';
const gatewayBudgetTests = ['test/server/spine/read-budget-charges.test.ts'];
const spendEncounter = 'src/town/counter/spend-encounter.ts';
const unservedMigration = 'src/town/counter/tables.ts';
const encounterTests = ['test/attacks/look-people-up-without-serving.test.ts'];
const tests = ['test/server/spine/read-budgets.test.ts', 'test/server/spine/read-budget-refused.test.ts'];

/** Stage 6: more people are shown than the read budget allows, or the budget reveals people. */
export const budgeting: readonly Sabotage[] = [
  {
    sentence: 'An encounter that the budget of a purpose would refuse begins for another purpose and goes on for this one.',
    edits: [
      {
        file: 'src/town/counter/encounter-resolvers.ts',
        from: "await request.chargeAct('UNSERVED_ENCOUNTER', residentId);\n      await writeEncounterPurpose",
        to: 'await writeEncounterPurpose',
      },
    ],
    tests: ['test/attacks/look-people-up-without-serving.test.ts'],
  },
  {
    sentence: 'A principal with a spent read budget still gets data.',
    edits: [{ file: spendBudget, from: 'if ($window) {', to: 'if ($window && !lasting) {' }],
    tests,
  },
  {
    sentence: 'If counting people fails, the response is sent without being counted.',
    edits: [
      {
        file: spendBudget,
        from: `return { refusal: Object.assign(new PrivacyError('DATABASE_UNAVAILABLE'), { cause: $error }) };`,
        to: 'return {};',
      },
    ],
    tests,
  },
  {
    sentence: 'Counts and cursors are not charged to the budget, so they can confirm one person after another.',
    edits: [{ file: chargeOf, from: '($told.has($one.id) && !unnamed($one))', to: '($told.has($one.id) && plan.mutation)' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'With a spent budget a search without a result is answered, so a refusal confirms that the person exists.',
    edits: [{ file: spendBudget, from: '($searches ? spentWindow($spent) : undefined) ?? ', to: '' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'The budget counts the residents of a queue’s tickets, which the queue does not show.',
    edits: [{ file: chargeOf, from: '&& !unnamed($one))', to: '&& (plan.mutation || !unnamed($one) || queued))' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'The budget counts people that the response hides, which reveals that they exist.',
    edits: [{ file: 'src/engine/guard/admit.ts', from: '$field.coordinate, $told);', to: '$field.coordinate, $told || !$told);' }],
    tests: gatewayBudgetTests,
  },
  {
    sentence: 'Two instances charge the same budget without a lock, so together they exceed it.',
    edits: [{ file: migration, from: `    perform pg_advisory_xact_lock(7462007, hashtext(principal || ' ' || for_purpose));\n`, to: '' }],
    tests,
  },
  {
    sentence: 'The people of a refused response are counted, so the budget reveals who was not shown.',
    edits: [{ file: migration, from: 'if not within then return; end if;', to: '' }],
    tests,
  },
  {
    sentence: 'Only the hourly budget is checked, not the daily one.',
    edits: [{ file: migration, from: ' and used_in_day + new_in_day <= per_day;', to: ';' }],
    tests,
  },
  {
    sentence: 'An instance uses one count of a principal for all purposes.',
    edits: [
      { file: 'src/engine/budgets/read-budgets.ts', from: 'const $key = `${$principalId} ${purpose}`;', to: 'const $key = $principalId;' },
    ],
    tests,
  },
  {
    sentence: 'A change is answered before it is on the disk, because its count of people need not be.',
    edits: [
      {
        file: 'src/engine/budgets/read-budgets.ts',
        from: '$lasting ? statements.spendUnwritten : statements.spend',
        to: 'statements.spendUnwritten',
      },
      { file: 'src/engine/budgets/read-budgets.ts', from: 'if ($lasting) values.push(', to: 'values.push(' },
    ],
    tests: ['test/server/spine/entry/written-with-the-entry.test.ts'],
  },
  {
    sentence: 'A captured request, or a token that was withdrawn, spends the read budget of its principal.',
    edits: [
      { file: 'src/engine/budgets/read-budgets.ts', from: '\n    where ${predicate})', to: ')' },
      { file: 'src/engine/budgets/read-budgets.ts', from: 'usesProof: $lasting && holder?.proof !== undefined', to: 'usesProof: false' },
    ],
    tests: ['test/attacks/identity/exceed-a-partners-token.test.ts'],
  },
  {
    sentence: 'The people that a mutation shows are cached as counted before the commit.',
    edits: [{ file: spendBudget, from: '$reading, $lasting);', to: '$reading, true);' }],
    tests,
  },
  {
    sentence: 'Requests without an account spend the budget of a reviewer, so that a stranger can spend it.',
    edits: [{ file: 'src/engine/guard/seen-subjects.ts', from: '.filter(({ $withoutAccount }) => !$withoutAccount)', to: '' }],
    tests: ['test/attacks/blind-the-reviewer.test.ts'],
  },
  {
    sentence: 'One read of many people spends the budget of a reviewer.',
    edits: [{ file: 'src/engine/guard/seen-subjects.ts', from: '.slice(0, $mostChargedPerEntry)', to: '' }],
    tests: ['test/attacks/blind-the-reviewer.test.ts'],
  },
  {
    sentence: 'The entry of a review names entries that its filter left out.',
    edits: [
      {
        file: 'src/town/history/access-log-resolvers.ts',
        from: '$isFiltered ? coveredBy($scope, $list, [$row]) : $covered',
        to: '$covered',
      },
    ],
    tests: ['test/town/history/access-log-resolvers.test.ts'],
  },
  {
    sentence: 'The entry of a refused response records everything in it as released.',
    edits: [{ file: 'src/server/spine/stages/spend-budget.ts', from: '$refusal ? withholdAll($seen) : $seen;', to: '$seen;' }],
    tests,
  },
  {
    sentence: 'Encounters are begun without being charged, so a clerk looks up one resident after another and serves nobody.',
    edits: [
      {
        file: 'src/town/counter/encounter-resolvers.ts',
        from: "await request.chargeAct('UNSERVED_ENCOUNTER', $residentId);\n      const",
        to: 'const',
      },
    ],
    tests: encounterTests,
  },
  {
    sentence: 'Two instances charge encounters without a lock, so together they exceed the budget.',
    edits: [
      {
        file: unservedMigration,
        from: '    perform pg_advisory_xact_lock(7462008, hashtext(served_by::text));\n',
        to: '',
      },
    ],
    tests: encounterTests,
  },
  {
    sentence: 'Encounters are counted for each purpose alone, so a clerk who changes the purpose looks up more people.',
    edits: [
      { file: spendEncounter, from: '${subjectId ?? null}::uuid, ', to: '${subjectId ?? null}::uuid, ${limits.purpose}::text, ' },
      { file: unservedMigration, from: 'served_by uuid, with_resident uuid,', to: 'served_by uuid, with_resident uuid, for_purpose text,' },
      {
        file: unservedMigration,
        from: 'and resident_id <> with_resident',
        to: 'and resident_id <> with_resident and purpose = for_purpose',
      },
      {
        file: 'src/engine/budgets/spend-act.ts',
        from: 'limits: { readonly perHour',
        to: 'limits: { readonly purpose?: string; readonly perHour',
      },
      {
        file: 'src/server/spine/operation-context.ts',
        from: 'subjectId, limits };',
        to: "subjectId, limits: { ...limits, purpose: access.purpose ?? '' } };",
      },
    ],
    tests: encounterTests,
  },
  {
    sentence: 'A change of contact data serves, so a clerk refills the encounter budget by writing what is on record again.',
    edits: [
      {
        file: 'src/town/people/resident-writes.ts',
        from: '  await records.nativeUpdate(Resident, { id: residentId }, { ...columns, contactSince: sinceNow(reader) });\n',
        to: `  await records.nativeUpdate(Resident, { id: residentId }, { ...columns, contactSince: sinceNow(reader) });
  await sql\`update recreation.encounter set served_at = \${reader.now}::timestamptz where id = \${viewer.caseId ?? null}::uuid\`.execute(reader.database);
`,
      },
    ],
    tests: [...encounterTests, 'test/attacks/identity/become-a-resident.test.ts'],
  },
  {
    sentence: 'A change serves only where a value differs, so the encounter budget tells a clerk whether a guessed number is right.',
    edits: [
      {
        file: 'src/town/people/resident-writes.ts',
        from: '  await records.nativeUpdate(Resident, { id: residentId }, { ...columns, contactSince: sinceNow(reader) });\n',
        to: `  const { rows: before } = await sql<{ phone: string | null }>\`
    select resident.phone from recreation.resident resident where resident.id = \${residentId}::uuid\`.execute(reader.database);
  await records.nativeUpdate(Resident, { id: residentId }, { ...columns, contactSince: sinceNow(reader) });
  if (before[0]!.phone !== contact.phone)
    await sql\`update recreation.encounter set served_at = \${reader.now}::timestamptz where id = \${viewer.caseId ?? null}::uuid\`.execute(reader.database);
`,
      },
    ],
    tests: ['test/attacks/guess-contact-data-by-encounter-budget.test.ts'],
  },
  {
    sentence: 'A purchase does not count as serving, so a clerk who sells is refused.',
    edits: [
      {
        file: 'src/town/services/purchases/purchase-writes.ts',
        from: "  if (scope === 'ENCOUNTER') await markServed(reader, viewer);\n",
        to: '',
      },
      {
        file: 'src/town/services/purchases/purchase-writes.ts',
        from: "import { markServed } from '../../counter/encounter-writes.ts';\n",
        to: '',
      },
    ],
    tests: encounterTests,
  },
];

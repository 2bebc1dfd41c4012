import type { Sabotage } from './patch.ts';

const spendBudget = 'src/read-budgets/spend-budget.ts';
const chargeOf = 'src/gateway/charge-of.ts';
const migration = 'src/database/migrations/Migration0007ReadBudgets.ts';
const told = ['test/gateway/read-budget-told.test.ts'];
const tests = ['test/gateway/read-budgets.test.ts', 'test/gateway/read-budget-refused.test.ts'];

/** Stage 6: more people are shown than the read budget holds, or the budget says what it should not. */
export const budgeting: readonly Sabotage[] = [
  {
    sentence: 'A principal whose read budget is spent still gets an answer.',
    edits: [{ file: spendBudget, from: 'if ($window) {', to: 'if ($window && !lasting) {' }],
    tests,
  },
  {
    sentence: 'Where the people can’t be counted, the answer goes out uncounted.',
    edits: [
      {
        file: spendBudget,
        from: `return { refusal: Object.assign(new PrivacyError('DATABASE_UNAVAILABLE'), { cause: $error }) };`,
        to: 'return {};',
      },
      { file: spendBudget, from: '} catch ($error) {', to: '} catch {' },
    ],
    tests,
  },
  {
    sentence: 'Counts and cursors cost nothing, so that they confirm one person after the other.',
    edits: [{ file: chargeOf, from: '($told.has($one.id) && !unnamed($one))', to: '($told.has($one.id) && plan.mutation)' }],
    tests: told,
  },
  {
    sentence: 'With a spent budget a search without a result is answered, so that a refusal confirms that the person exists.',
    edits: [{ file: spendBudget, from: '($searches ? spentWindow($spent) : undefined) ?? ', to: '' }],
    tests: told,
  },
  {
    sentence: 'The budget counts whose the tickets of a queue are, which the queue does not say.',
    edits: [{ file: chargeOf, from: '&& !unnamed($one))', to: '&& (plan.mutation || !unnamed($one) || queued))' }],
    tests: told,
  },
  {
    sentence: 'The budget counts people that the response hides, which reveals that they exist.',
    edits: [{ file: 'src/enforcement/admit.ts', from: '$field.coordinate, $told);', to: '$field.coordinate, $told || !$told);' }],
    tests: told,
  },
  {
    sentence: 'Two instances count the same budget without waiting for each other, so that both find room in it.',
    edits: [
      { file: migration, from: `        perform pg_advisory_xact_lock(7462007, hashtext(principal || ' ' || for_purpose));\n`, to: '' },
    ],
    tests,
  },
  {
    sentence: 'The people of a refused response are counted too, so that the budget reveals what was not shown.',
    edits: [{ file: migration, from: 'if not within then return; end if;', to: '' }],
    tests,
  },
  {
    sentence: 'The day’s budget is forgotten: the hour’s alone is asked.',
    edits: [{ file: migration, from: ' and used_in_day + new_in_day <= per_day;', to: ';' }],
    tests,
  },
  {
    sentence: 'An instance uses its count of a principal for all purposes.',
    edits: [
      { file: 'src/read-budgets/read-budgets.ts', from: 'const $key = `${$principalId} ${purpose}`;', to: 'const $key = $principalId;' },
    ],
    tests,
  },
  {
    sentence: 'What a mutation showed is remembered as counted before it is committed.',
    edits: [{ file: spendBudget, from: '$reading, $lasting);', to: '$reading, true);' }],
    tests,
  },
  {
    sentence: 'The entry of an answer that was refused says that everything in it was released.',
    edits: [{ file: 'src/gateway/pipeline.ts', from: '$refusal ? withholdAll($seen) : $seen);', to: '$seen);' }],
    tests,
  },
];

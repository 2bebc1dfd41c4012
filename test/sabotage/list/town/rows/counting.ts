import type { Sabotage } from '../../../patch.ts';

/** What totals tell, and whom the log names for them. */
export const counting: readonly Sabotage[] = [
  {
    sentence: 'The total of a search is exact above a hundred people, and the log names none of them.',
    edits: [
      {
        file: 'src/town/rows/page.ts',
        from: 'return { total: isExact ? total : null, counted: people.slice(0, mostNamedByCount + 1) };',
        to: 'return { total, counted: isExact ? people : [] };',
      },
      { file: 'src/town/rows/page.ts', from: 'sql`limit ${sql.lit(mostCounted + 1)}`', to: 'sql``' },
    ],
    tests: ['test/attacks/subtract-two-totals.test.ts'],
  },
  {
    sentence: 'That more than a hundred people match is told without a name, so that two searches at the bound give one person away.',
    edits: [
      {
        file: 'src/town/rows/page.ts',
        from: 'counted: people.slice(0, mostNamedByCount + 1) };',
        to: 'counted: isExact ? people : [] };',
      },
    ],
    tests: ['test/attacks/subtract-two-totals.test.ts'],
  },
];

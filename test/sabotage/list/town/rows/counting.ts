import type { Sabotage } from '../../../patch.ts';

/** The content of totals, and the people whom the log names for them. */
export const counting: readonly Sabotage[] = [
  {
    sentence: 'The total of a search is exact above a hundred people, and the log names none of them.',
    edits: [
      {
        in: 'page.ts#count',
        replace: 'total: $IS_EXACT ? $TOTAL : null, counted: $PEOPLE.slice($$$)',
        by: '$TOTAL, counted: $IS_EXACT ? $PEOPLE : []',
      },
      { in: 'page.ts#count', text: 'limit ${sql.lit(mostCounted + 1)}', by: '' },
    ],
    tests: ['test/attacks/records/subtract-two-totals.test.ts'],
  },
  {
    sentence: 'That more than a hundred people match is told without a name, so that two searches at the bound give one person away.',
    edits: [{ in: 'page.ts#count', replace: '$PEOPLE.slice(0, mostNamedByCount + 1)', by: 'isExact ? $PEOPLE : []' }],
    tests: ['test/attacks/records/subtract-two-totals.test.ts'],
  },
  {
    sentence: 'Of more people than are counted, those are named whom PostgreSQL finds first.',
    edits: [{ in: 'page.ts#count', text: '${order} limit', by: 'limit' }],
    tests: ['test/attacks/records/subtract-two-totals.test.ts'],
  },
];

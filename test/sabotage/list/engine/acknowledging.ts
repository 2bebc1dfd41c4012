import type { Sabotage } from '../../patch.ts';

const tests = ['test/town/statement/acknowledgements.test.ts'];

/** What a purpose is for, acknowledged before its first use. */
export const acknowledging: readonly Sabotage[] = [
  {
    sentence: 'A resident who acknowledged one version of the statement is never asked for another.',
    edits: [
      {
        file: 'src/town/statement/statement-acknowledgements.ts',
        from: 'made.resident_id = resident.id and made.version = ${$version})',
        to: 'made.resident_id = resident.id and ${$version} is not null)',
      },
    ],
    tests: ['test/town/statement/privacy-statement-resolvers.test.ts'],
  },
  {
    sentence: 'A purpose opens records before the employee has read what it is for.',
    edits: [
      {
        file: 'src/engine/plan/check-plan.ts',
        from: 'return $text?.isAcknowledged === true ||',
        to: 'return $text !== undefined ||',
      },
    ],
    tests,
  },
  {
    sentence: 'A change needs no acknowledgement, because the one that acknowledges is a change.',
    edits: [{ file: 'src/engine/plan/check-plan.ts', from: '($mutation && $roots.has(acknowledgingField))', to: '$mutation' }],
    tests,
  },
  {
    sentence: 'An earlier text counts as read, so that a wider policy asks nobody again.',
    edits: [
      { file: 'src/town/statement/purpose-text-resolvers.ts', from: 'if (text?.version !== input.version) throw', to: 'if (!text) throw' },
    ],
    tests,
  },
  {
    sentence: 'What the policy lets a role see can grow without a new version of the purpose’s text.',
    edits: [
      {
        file: 'src/engine/purpose/purpose-texts.ts',
        from: 'JSON.stringify([role, purpose, text, seen.toSorted(), done.toSorted()])',
        to: 'JSON.stringify([role, purpose])',
      },
    ],
    tests,
  },
  {
    sentence: 'The entry of a read does not say which text of its purpose was acknowledged.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: 'return $text && ($text.isAcknowledged || $isNow) ?',
        to: 'return $text && $isNow ?',
      },
    ],
    tests,
  },
];

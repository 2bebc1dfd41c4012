import type { Sabotage } from '../../patch.ts';

const tests = ['test/town/statement/acknowledgements.test.ts'];

/** The text about a purpose, acknowledged before its first use. */
export const acknowledging: readonly Sabotage[] = [
  {
    sentence: 'A resident who acknowledged one version of the statement is never asked for another.',
    edits: [{ in: 'awaitsStatement', text: 'made.version = ${$VERSION}', by: '${$VERSION} is not null' }],
    tests: ['test/town/statement/privacy-statement-resolvers.test.ts'],
  },
  {
    sentence: 'A purpose opens records before the employee has read what it is for.',
    edits: [{ in: 'isAcknowledged', replace: '$PURPOSE_TEXT?.isAcknowledged === true', by: '$PURPOSE_TEXT !== undefined' }],
    tests,
  },
  {
    sentence: 'A change needs no acknowledgement, because the one that acknowledges is a change.',
    edits: [{ in: 'isAcknowledged', drop: '$ROOTS.has(acknowledgingField)' }],
    tests,
  },
  {
    sentence: 'An earlier text counts as read, so that a wider policy asks nobody again.',
    edits: [{ in: 'purposeTexts', replace: '$TEXT?.version !== $INPUT.version', by: '!$TEXT' }],
    tests,
  },
  {
    sentence: 'What the policy lets a role see can grow without a new version of the purpose’s text.',
    edits: [{ in: 'make', drop: '$TEXT, $SEEN.toSorted(), $DONE.toSorted()' }],
    tests,
  },
  {
    sentence: 'The entry of a read does not say which text of its purpose was acknowledged.',
    edits: [{ in: 'acknowledged', drop: '$TEXT.isAcknowledged' }],
    tests,
  },
];

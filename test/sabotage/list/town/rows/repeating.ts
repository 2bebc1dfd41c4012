import type { Sabotage } from '../../../patch.ts';

const tests = ['test/server/spine/requests/idempotency-keys.test.ts'];
const testsOfOthers = ['test/server/spine/requests/idempotency-keys-of-others.test.ts'];

/** A change that is made again with its key. */
export const repeating: readonly Sabotage[] = [
  {
    sentence: 'Two principals share an idempotency key.',
    edits: [{ in: 'claimKey', replace: '`${$PRINCIPAL.role} ${$ID}`', by: "'all'" }],
    tests: testsOfOthers,
  },
  {
    sentence: 'A key that was used for another change makes the new one.',
    edits: [
      {
        in: 'claimKey',
        replace: 'if ($EARLIER && !isRepeated) $REFUSE; return { id: $EARLIER?.made ?? $MADE, isRepeated };',
        by: 'return { id: isRepeated ? $EARLIER!.made : $MADE, isRepeated };',
      },
    ],
    tests,
  },
  {
    sentence: 'A key that was used under one case gives the answer under another.',
    edits: [{ in: 'claimKey', drop: '$DECLARATION?.openCase?.id ?? null' }],
    tests,
  },
  {
    sentence: 'A sender without an account learns that a key is in use before the contact is proven.',
    edits: [
      {
        in: 'claimKey',
        replace: 'await $SENDER?.admit($IS_REPEATED); if ($EARLIER && !$IS_REPEATED) $REFUSE',
        by: 'if ($EARLIER && !$IS_REPEATED) $REFUSE\nawait $SENDER?.admit($IS_REPEATED);',
      },
    ],
    tests: testsOfOthers,
  },
  {
    sentence: 'A sender without an account repeats a request without end, and each leaves an access entry.',
    edits: [{ in: 'createAnonymousSenders.admitRepeated', replace: 'take($TRIES, $ADDRESS)', by: 'Promise.resolve()' }],
    tests: testsOfOthers,
  },
  {
    sentence: 'A repeated purchase is shown although the buyer has left the row scope.',
    edits: [{ in: 'service-resolvers.ts#services', drop: "if (!$RESIDENT) throw new PrivacyError('NOT_FOUND')" }],
    tests,
  },
  {
    sentence: 'A repeated request shows its receipt although the questioned entry is no longer about somebody in care.',
    edits: [{ in: 'questionedSubjects', drop: 'if ($SUBJECTS.length === 0) $THEN' }],
    tests: ['test/town/history/questioned-entries.test.ts'],
  },
  {
    sentence: 'One principal fills the store of keys.',
    edits: [{ in: 'takeKey', text: '< ${sql.lit(mostKeys)}', by: '>= 0' }],
    tests,
  },
  {
    sentence: 'The store of keys holds the input.',
    edits: [{ in: 'claimKey', replace: "$PSEUDONYMS.name('idempotency input', JSON.stringify($$$ARGS))", by: 'JSON.stringify($$$ARGS)' }],
    tests,
  },
];

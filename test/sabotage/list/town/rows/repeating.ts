import type { Sabotage } from '../../../patch.ts';

const claim = 'src/town/people/claims/claim-key.ts';
const keys = 'src/town/rows/idempotency-keys.ts';
const tests = ['test/server/spine/idempotency-keys.test.ts'];
const testsOfOthers = ['test/server/spine/idempotency-keys-of-others.test.ts'];

/** A change that is made again with its key. */
export const repeating: readonly Sabotage[] = [
  {
    sentence: 'Two principals share an idempotency key.',
    edits: [{ file: claim, from: "`${$principal.role} ${$principal.id ?? $sender?.contact ?? ''}`", to: "'all'" }],
    tests: testsOfOthers,
  },
  {
    sentence: 'A key that was used for another change makes the new one.',
    edits: [
      {
        file: claim,
        from: `  if ($earlier && !$isRepeated) throw new PrivacyError('CONFLICT', { reason: 'IDEMPOTENCY_KEY_REUSED' });
          return { id: $earlier?.made ?? $made, $isRepeated };`,
        to: '  return { id: $isRepeated ? $earlier!.made : $made, $isRepeated };',
      },
    ],
    tests,
  },
  {
    sentence: 'A key that was used under one case gives the answer under another.',
    edits: [{ file: claim, from: '[$type, $declaration?.openCase?.id ?? null, $rest]', to: '[$type, $rest]' }],
    tests,
  },
  {
    sentence: 'A sender without an account learns that a key is in use before the contact is proven.',
    edits: [
      {
        file: claim,
        from: `  await $sender?.admit($isRepeated);
          if ($earlier && !$isRepeated) throw new PrivacyError('CONFLICT', { reason: 'IDEMPOTENCY_KEY_REUSED' });`,
        to: `  if ($earlier && !$isRepeated) throw new PrivacyError('CONFLICT', { reason: 'IDEMPOTENCY_KEY_REUSED' });
  await $sender?.admit($isRepeated);`,
      },
    ],
    tests: testsOfOthers,
  },
  {
    sentence: 'A sender without an account repeats a request without end, and each leaves an access entry.',
    edits: [
      {
        file: 'src/town/requests/senders/anonymous-senders.ts',
        from: 'admitRepeated: () => take(tries, address),',
        to: 'admitRepeated: () => Promise.resolve(),',
      },
    ],
    tests: testsOfOthers,
  },
  {
    sentence: 'A repeated purchase is shown although the buyer has left the row scope.',
    edits: [
      { file: 'src/town/services/service-resolvers.ts', from: "      if (!resident) throw new PrivacyError('NOT_FOUND');\n", to: '' },
    ],
    tests,
  },
  {
    sentence: 'A repeated request shows its receipt although the questioned entry is no longer about somebody in care.',
    edits: [
      {
        file: 'src/town/requests/privacy-request-filings.ts',
        from: "  if ($subjects.length === 0) throw new PrivacyError('NOT_FOUND');\n",
        to: '',
      },
    ],
    tests: ['test/town/history/questioned-entries.test.ts'],
  },
  {
    sentence: 'One principal fills the store of keys.',
    edits: [{ file: keys, from: '< ${sql.lit(mostKeys)}', to: '>= 0' }],
    tests,
  },
  {
    sentence: 'The store of keys holds the input.',
    edits: [
      {
        file: claim,
        from: "$pseudonyms.name('idempotency input', JSON.stringify([$type, $declaration?.openCase?.id ?? null, $rest]))",
        to: 'JSON.stringify([$type, $declaration?.openCase?.id ?? null, $rest])',
      },
    ],
    tests,
  },
];

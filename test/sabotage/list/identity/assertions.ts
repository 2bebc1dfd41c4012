import type { Sabotage } from '../../patch.ts';

const tests = ['test/attacks/identity/forge-an-assertion.test.ts'];

/** A stranger obtains a token as a partner's client, or learns which clients there are. */
export const assertions: readonly Sabotage[] = [
  {
    sentence: 'An assertion that a partner signed for another server, too, obtains a token.',
    edits: [{ file: 'src/identity/server/clients/assertion-problem.ts', from: 'if (aud !== issuer)', to: 'if (aud === undefined)' }],
    tests,
  },
  {
    sentence: 'What is wrong with the form of an assertion is told to clients that exist alone.',
    edits: [
      {
        file: 'src/identity/server/tokens/record-tokens.ts',
        from: 'const $form = assertionFormProblem($context);',
        to: 'const $form = $context.oidc.client && assertionFormProblem($context);',
      },
    ],
    tests,
  },
  {
    sentence: 'An assertion that lasts for longer than its use is remembered is used again.',
    edits: [{ file: 'src/identity/server/clients/assertion-problem.ts', from: '$exp > $latest + $longest', to: '$exp < 0' }],
    tests,
  },
];

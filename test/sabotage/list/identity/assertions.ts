import type { Sabotage } from '../../patch.ts';

const tests = ['test/attacks/identity/partners/forge-an-assertion.test.ts'];

/** A stranger obtains a token as a partner's client, or learns which clients there are. */
export const assertions: readonly Sabotage[] = [
  {
    sentence: 'An assertion that a partner signed for another server, too, obtains a token.',
    edits: [{ in: 'formProblem', replace: 'aud !== issuer', by: 'aud === undefined' }],
    tests,
  },
  {
    sentence: 'What is wrong with the form of an assertion is told to clients that exist alone.',
    edits: [{ in: 'token-records.ts#explain', replace: 'assertionFormProblem($CONTEXT)', by: '$CONTEXT.oidc.client && $0' }],
    tests,
  },
  {
    sentence: 'An assertion that lasts for longer than its use is remembered is used again.',
    edits: [{ in: 'formProblem', replace: '$EXP > $LATEST + longest', by: '$EXP < 0' }],
    tests,
  },
];

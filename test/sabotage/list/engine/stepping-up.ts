import type { Sabotage } from '../../patch.ts';

const gateway = ['test/server/spine/requests/assurance.test.ts'];
const sessions = ['test/identity/sessions/step-up.test.ts'];

/** How sure it is who asks. */
export const steppingUp: readonly Sabotage[] = [
  {
    sentence: 'A passkey that was used hours ago approves a mandate.',
    edits: [{ in: 'isFreshProof', drop: '$AGE <= freshFor + clockSkew' }],
    tests: [...gateway, ...sessions],
  },
  {
    sentence: 'A password that was just typed approves a mandate.',
    edits: [{ in: 'isFreshProof', replace: '$ASSURANCE?.acr !== passkeyAcr', by: '$ASSURANCE === undefined' }],
    tests: [...sessions, ...gateway],
  },
  {
    sentence: 'Whatever sign-in a trusted issuer vouches for acts as a privacy officer.',
    edits: [
      { in: 'checkAssurance', replace: '$ASSURANCE?.acr', by: '$ASSURANCE && passkeyAcr' },
      { in: 'checkAssurance', import: 'enter.ts#passkeyAcr' },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts', ...gateway],
  },
  {
    sentence: 'A seal is extended and approved without a step-up.',
    edits: [{ in: 'rootFieldLines', within: "{ fields: ['Mutation.extendSeal', $$$], $$$ }", drop: 'freshProof: true' }],
    tests: gateway,
  },
  {
    sentence: 'A policy that no longer needs a fresh proof is compared as if nothing had changed.',
    edits: [
      {
        in: 'compareField',
        replace: '$WAS.freshProof !== $IS.freshProof',
        by: '$WAS.freshProof === undefined && $IS.freshProof !== undefined',
      },
    ],
    tests: ['test/engine/review/compare-entering.test.ts'],
  },
  {
    sentence: 'A token is believed a minute before its issuer made it.',
    edits: [{ in: 'verifyAndKeep', replace: '$NOW.getTime() / 1_000 + clockSkew', by: '$NOW.getTime() / 1_000 + 60' }],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'Somebody who knows a password opens any number of sessions.',
    edits: [{ in: 'start-session.ts#startSession', replace: 'await endOldest($TRANSACTION, $ACCOUNT_ID, $DIGEST, $AT)', by: '0' }],
    tests: sessions,
  },
];

import type { Sabotage } from '../../patch.ts';

const gateway = ['test/server/spine/assurance.test.ts'];
const sessions = ['test/identity/sessions/step-up.test.ts'];
const assurance = 'src/engine/policy/assurance.ts';

/** How sure it is who asks. */
export const steppingUp: readonly Sabotage[] = [
  {
    sentence: 'A passkey that was used hours ago approves a mandate.',
    edits: [{ file: assurance, from: 'return age <= freshFor + clockSkew && ', to: 'return ' }],
    tests: [...gateway, ...sessions],
  },
  {
    sentence: 'A password that was just typed approves a mandate.',
    edits: [{ file: assurance, from: 'if (assurance?.acr !== passkeyAcr || ', to: 'if (assurance === undefined || ' }],
    tests: [...sessions, ...gateway],
  },
  {
    sentence: 'Whatever sign-in a trusted issuer vouches for acts as a privacy officer.',
    edits: [
      {
        file: 'src/engine/plan/check-assurance.ts',
        from: 'if (isAssured(policy.vocabulary, role, assurance?.acr) && ',
        to: 'if (isAssured(policy.vocabulary, role, assurance && passkeyAcr) && ',
      },
      {
        file: 'src/engine/plan/check-assurance.ts',
        from: 'import { isAssured, isFreshProof }',
        to: 'import { isAssured, isFreshProof, passkeyAcr }',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts', ...gateway],
  },
  {
    sentence: 'A seal is extended and approved without a step-up.',
    edits: [
      {
        file: 'src/town/policy/root-fields.ts',
        from: `fields: ['Mutation.extendSeal', 'Mutation.approveSeal'],
    role: 'PRIVACY_OFFICER',
    purposes: ['MANDATE_ADMINISTRATION'],
    scope: 'ALL',
    freshProof: true,`,
        to: `fields: ['Mutation.extendSeal', 'Mutation.approveSeal'],
    role: 'PRIVACY_OFFICER',
    purposes: ['MANDATE_ADMINISTRATION'],
    scope: 'ALL',`,
      },
    ],
    tests: gateway,
  },
  {
    sentence: 'A policy that no longer needs a fresh proof is compared as if nothing had changed.',
    edits: [
      {
        file: 'src/engine/review/compare/compare-entering.ts',
        from: 'if (was.freshProof !== is.freshProof) {',
        to: 'if (was.freshProof === undefined && is.freshProof !== undefined) {',
      },
    ],
    tests: ['test/engine/review/compare-entering.test.ts'],
  },
  {
    sentence: 'A token is believed a minute before its issuer made it.',
    edits: [
      {
        file: 'src/identity/authentication/tokens/authenticate.ts',
        from: 'now.getTime() / 1_000 + clockSkew)',
        to: 'now.getTime() / 1_000 + 60)',
      },
    ],
    tests: ['test/identity/authentication/tokens/authenticate.test.ts'],
  },
  {
    sentence: 'Somebody who knows a password opens any number of sessions.',
    edits: [{ file: 'src/identity/sessions/start-session.ts', from: 'await endOldest(transaction, accountId, digest, at);', to: '0;' }],
    tests: sessions,
  },
];

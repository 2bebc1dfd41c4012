import type { Sabotage } from '../../../patch.ts';

const resolver = 'src/town/counter/identity-check-resolvers.ts';
const records = 'src/town/counter/identity-checks.ts';
const charging = "      await request.chargeAct('IDENTITY_CHECK');\n";
const guessing = ['test/attacks/guess-by-confirming-identities.test.ts'];
const encounters = ['test/town/counter/identified-encounters.test.ts'];
const checking = ['test/town/counter/identity-check-resolvers.test.ts'];
const protection = ['test/attacks/find-protected-people.test.ts'];

/** A check of an identity tells more than its outcome, or more often than its budget. */
export const checkingIdentities: readonly Sabotage[] = [
  {
    sentence: 'A clerk says that answers matched which nobody compared.',
    edits: [
      {
        file: 'src/town/counter/encounter-writes.ts',
        from: "where ${$identifiedBy} <> 'ANSWERS_MATCHED' or exists (select from matched)",
        to: "where ${$identifiedBy} <> '' or exists (select from matched)",
      },
    ],
    tests: encounters,
  },
  {
    sentence: 'One check that matched begins encounters for years.',
    edits: [{ file: 'src/town/counter/encounter-writes.ts', from: 'const matchMinutes = 10;', to: 'const matchMinutes = 10_000_000;' }],
    tests: encounters,
  },
  {
    sentence: 'How a clerk knows the customer is chosen beforehand, so that the Enter key opens a record.',
    edits: [
      {
        file: 'web/src/counter/confirm-identity.tsx',
        from: "useState<'' | 'PHOTO_CARD' | 'KNOWN_TO_ME'>('')",
        to: "useState<'' | 'PHOTO_CARD' | 'KNOWN_TO_ME'>('KNOWN_TO_ME')",
      },
    ],
    tests: ['test/web/counter.test.ts'],
  },
  {
    sentence: 'How an adult was identified is told of the minors of the home as well.',
    edits: [
      {
        file: 'src/town/history/access-need.ts',
        from: 'case when encounter.resident_id = ${$subject} then encounter.identified_by end',
        to: 'case when ${$subject} is not null then encounter.identified_by end',
      },
    ],
    tests: encounters,
  },
  {
    sentence: 'An identity is checked by one value, so that a clerk guesses an address from its hint.',
    edits: [{ file: 'src/town/counter/identity-inputs.ts', from: 'const fewestValues = 2;', to: 'const fewestValues = 1;' }],
    tests: [...guessing, ...checking],
  },
  {
    sentence: 'Checks of identities are not charged, so that a clerk guesses one value after another.',
    edits: [{ file: resolver, from: charging, to: '' }],
    tests: guessing,
  },
  {
    sentence: 'A check that matches is not charged, so that the budget tells the outcome.',
    edits: [
      { file: resolver, from: charging, to: '' },
      {
        file: resolver,
        from: '      return { outcome: length',
        to: "      if (length === 0) await request.chargeAct('IDENTITY_CHECK');\n      return { outcome: length",
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Two instances charge checks of identities without a lock, so together they exceed the budget.',
    edits: [
      {
        file: 'src/engine/budgets/tables.ts',
        from: "    perform pg_advisory_xact_lock(7462009, hashtext(principal || ' ' || of_act));\n",
        to: '',
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Checks of identities are bounded whatever the policy in force says.',
    edits: [
      {
        file: 'src/server/spine/operation-context.ts',
        from: 'actBudgetOf($policy, $access.role, $access.purpose, $act)',
        to: '{ perHour: 20, perDay: 60 }',
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Only a check that matches spends the read budget, so that a refusal tells the outcome.',
    edits: [
      { file: resolver, from: "mark($subject, 'Mutation.confirmIdentity', false)", to: "mark($subject, 'Mutation.confirmIdentity')" },
    ],
    tests: guessing,
  },
  {
    sentence: 'Protected people do not match, so that a clerk with true values learns who is protected.',
    edits: [
      {
        file: records,
        from: 'and ${residentInScope($scope, $viewer)}`',
        to: 'and not resident.address_protected and ${residentInScope($scope, $viewer)}`',
      },
    ],
    tests: protection,
  },
  {
    sentence: 'The look-up after a check is made only where somebody was compared, so that the statements tell.',
    edits: [{ file: resolver, from: 'ensure($ids, true)', to: 'ensure($ids)' }],
    tests: protection,
  },
  {
    sentence: 'A clerk confirms what is in a record with which there is a conflict of interest.',
    edits: [{ file: records, from: 'where ${wanted} and ${residentInScope($scope, $viewer)}`', to: 'where ${wanted}`' }],
    tests: checking,
  },
  {
    sentence: 'The entry of a check names nobody.',
    edits: [{ file: resolver, from: "if ($subject) seenSubjects.mark($subject, 'Mutation.confirmIdentity', false);", to: '' }],
    tests: checking,
  },
  {
    sentence: 'The history tells a check of an identity as a search.',
    edits: [{ file: 'src/town/wording/say-why.ts', from: 'identityChecked ? wording.identityChecked : ', to: '' }],
    tests: [...checking, 'test/town/wording/say-why.test.ts'],
  },
];

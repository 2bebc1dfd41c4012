import type { Sabotage } from '../../../patch.ts';

const guessing = ['test/attacks/records/guess-by-confirming-identities.test.ts'];
const encounters = ['test/town/counter/identified-encounters.test.ts'];
const checking = ['test/town/counter/identity-check-resolvers.test.ts'];
const protection = ['test/attacks/records/find-protected-people.test.ts'];

/** A check of an identity tells more than its outcome, or more often than its budget. */
export const checkingIdentities: readonly Sabotage[] = [
  {
    sentence: 'A clerk says that answers matched which nobody compared.',
    edits: [{ in: 'writeEncounter', text: "<> 'ANSWERS_MATCHED'", by: "<> ''" }],
    tests: encounters,
  },
  {
    sentence: 'One check that matched begins encounters for years.',
    edits: [{ in: 'matchMinutes', replace: '10', by: '10_000_000' }],
    tests: encounters,
  },
  {
    sentence: 'How a clerk knows the customer is chosen beforehand, so that the Enter key opens a record.',
    edits: [
      {
        in: 'ConfirmIdentity',
        replace: "useState<'' | 'PHOTO_CARD' | 'KNOWN_TO_ME'>('')",
        by: "useState<'' | 'PHOTO_CARD' | 'KNOWN_TO_ME'>('KNOWN_TO_ME')",
      },
    ],
    tests: ['test/web/counter/counter.test.ts'],
  },
  {
    sentence: 'How an adult was identified is told of the minors of the home as well.',
    edits: [{ in: 'needOf', text: 'encounter.resident_id = ${$SUBJECT}', by: '${$SUBJECT} is not null' }],
    tests: encounters,
  },
  {
    sentence: 'An identity is checked by one value, so that a clerk guesses an address from its hint.',
    edits: [{ in: 'fewestValues', replace: '2', by: '1' }],
    tests: [...guessing, ...checking],
  },
  {
    sentence: 'Checks of identities are not charged, so that a clerk guesses one value after another.',
    edits: [{ in: 'identityChecks', drop: 'await $REQUEST.chargeAct($$$)' }],
    tests: guessing,
  },
  {
    sentence: 'A check that matches is not charged, so that the budget tells the outcome.',
    edits: [
      { in: 'identityChecks', drop: 'await $REQUEST.chargeAct($$$)' },
      {
        in: 'identityChecks',
        replace: 'const $LENGTH = $MATCH ? 1 + $OTHERS.length : 0',
        by: "$0 if ($LENGTH === 0) await request.chargeAct('IDENTITY_CHECK')",
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Two instances charge checks of identities without a lock, so together they exceed the budget.',
    edits: [{ in: 'budgetMigration', text: 'perform pg_advisory_xact_lock(7462009, $KEY);', by: '' }],
    tests: guessing,
  },
  {
    sentence: 'Checks of identities are bounded whatever the policy in force says.',
    edits: [
      {
        in: 'OperationContext.chargeAct',
        replace: 'actBudgetOf($POLICY, $ACCESS.role, $ACCESS.purpose, $ACT)',
        by: '{ perHour: 20, perDay: 60 }',
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Only a check that matches spends the read budget, so that a refusal tells the outcome.',
    edits: [
      {
        in: 'noteCompared',
        replace: "$SEEN_SUBJECTS.mark($SUBJECT, 'Mutation.confirmIdentity', false)",
        by: "$SEEN_SUBJECTS.mark($SUBJECT, 'Mutation.confirmIdentity')",
      },
    ],
    tests: guessing,
  },
  {
    sentence: 'Protected people do not match, so that a clerk with true values learns who is protected.',
    edits: [{ in: 'readMatches', text: 'where ${$WANTED} and', by: 'where ${$WANTED} and not resident.address_protected and' }],
    tests: protection,
  },
  {
    sentence: 'The look-up after a check is made only where somebody was compared, so that the statements tell.',
    edits: [{ in: 'noteCompared', replace: '$RELATIONSHIPS?.ensure($IDS, true)', by: '$RELATIONSHIPS?.ensure($IDS)' }],
    tests: protection,
  },
  {
    sentence: 'A clerk confirms what is in a record with which there is a conflict of interest.',
    edits: [{ in: 'readMatches', text: 'and ${residentInScope(scope, viewer)}', by: '' }],
    tests: checking,
  },
  {
    sentence: 'The entry of a check names nobody.',
    edits: [{ in: 'noteCompared', drop: 'if ($SUBJECT) $SEEN_SUBJECTS.mark($$$)' }],
    tests: checking,
  },
  {
    sentence: 'The history tells a check of an identity as a search.',
    edits: [{ in: 'sayWhy', replace: '$IDENTITY_CHECKED ? $WORDING.identityChecked : $ELSE', by: '$ELSE' }],
    tests: [...checking, 'test/town/wording/say-why.test.ts'],
  },
];

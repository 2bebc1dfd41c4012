import type { Sabotage } from '../../../patch.ts';

/** Employees who have a conflict of interest about a resident: the own record, and people in their care. */
export const conflictsOfInterest: readonly Sabotage[] = [
  {
    sentence: 'An employee may change their own record.',
    edits: [
      {
        in: 'scope.ts#withoutConflict',
        replace: 'return sql`not ${hasConflictOfInterest($PRINCIPAL_ID ?? null)}`;',
        by: 'void $PRINCIPAL_ID; return sql`true`;',
      },
    ],
    tests: ['test/town/counter/encounter-resolvers.test.ts', 'test/town/helpdesk/tickets/ticket-resolvers.test.ts'],
  },
  {
    sentence: 'An employee reads their own record like any other record.',
    edits: [
      { in: 'lookUpRelationships', text: 'and not ${statement.conflictOfInterest}', by: '' },
      {
        in: 'relationshipColumns.column',
        text: 'case when not ${statement().conflictOfInterest} then ${relationshipColumn(statement())} end',
        by: '${relationshipColumn(statement())}',
      },
    ],
    tests: ['test/town/shared/access/own-record.test.ts'],
  },
  {
    sentence: 'An employee reads the complaint of a minor in their care from the queue, and works on it.',
    edits: [{ in: 'hasConflictOfInterest', text: 'unnest(array[self.resident_id, care.minor_id])', by: 'self.resident_id' }],
    tests: ['test/attacks/insiders/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'The end of a guardianship opens the minor’s complaint to an employee who was the guardian.',
    edits: [
      {
        in: 'hasConflictOfInterest',
        text: 'where self.id',
        by: 'and (care.valid_until is null or care.valid_until > current_date) where self.id',
      },
    ],
    tests: ['test/attacks/insiders/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'An employee opens the case of a minor in their care that a colleague assigned.',
    edits: [
      {
        in: 'open-case.ts#withoutConflict',
        replace: 'return sql`not ${hasConflictOfInterest($OWNER_ID, sql`resident_id`)}`;',
        by: 'void $OWNER_ID; return sql`true`;',
      },
    ],
    tests: ['test/attacks/insiders/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'An officer finds a sealed order that names a minor in their care.',
    edits: [
      {
        in: 'mandateInScope',
        text: '${hasConflictOfInterest(principal, sql`named.resident_id`)}',
        by: 'named.resident_id = (select self.resident_id from recreation.employee self where self.id = ${principal}::uuid)',
      },
    ],
    tests: ['test/attacks/insiders/read-a-childs-case-at-work.test.ts'],
  },
];

import type { Sabotage } from '../../../patch.ts';

const along = 'src/town/access/relationship-columns.ts';
const conflict = 'src/town/staff/conflict-of-interest.ts';
const lookUp = 'src/town/access/look-up.ts';
const scope = 'src/town/access/scope.ts';

/** Employees who have a conflict of interest about a resident: the own record, and people in their care. */
export const conflictsOfInterest: readonly Sabotage[] = [
  {
    sentence: 'An employee may change their own record.',
    edits: [
      {
        file: scope,
        from: '  return sql`not ${hasConflictOfInterest($principalId ?? null)}`;',
        to: '  void $principalId;\n  return sql`true`;',
      },
    ],
    tests: ['test/town/counter/encounter-resolvers.test.ts', 'test/town/helpdesk/ticket-resolvers.test.ts'],
  },
  {
    sentence: 'An employee reads their own record like any other record.',
    edits: [
      { file: lookUp, from: ' and not ${$tie.conflictOfInterest}\n', to: '\n' },
      {
        file: along,
        from: 'case when not ${$statement().conflictOfInterest} then ${relationshipColumn($statement())} end',
        to: '${relationshipColumn($statement())}',
      },
    ],
    tests: ['test/town/access/own-record.test.ts'],
  },
  {
    sentence: 'An employee reads the complaint of a minor in their care from the queue, and works on it.',
    edits: [{ file: conflict, from: 'select unnest(array[self.resident_id, care.minor_id])', to: 'select self.resident_id' }],
    tests: ['test/attacks/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'The end of a guardianship opens the minor’s complaint to an employee who was the guardian.',
    edits: [
      {
        file: conflict,
        from: 'on care.guardian_id = self.resident_id\n',
        to: 'on care.guardian_id = self.resident_id and (care.valid_until is null or care.valid_until > current_date)\n',
      },
    ],
    tests: ['test/attacks/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'An employee opens the case of a minor in their care that a colleague assigned.',
    edits: [
      {
        file: 'src/town/access/open-case.ts',
        from: '  return sql`not ${hasConflictOfInterest($ownerId, sql`resident_id`)}`;',
        to: '  void $ownerId;\n  return sql`true`;',
      },
    ],
    tests: ['test/attacks/read-a-childs-case-at-work.test.ts'],
  },
  {
    sentence: 'An officer finds a sealed order that names a minor in their care.',
    edits: [
      {
        file: 'src/town/mandates/mandates.ts',
        from: 'where named.mandate_id = mandate.id and ${hasConflictOfInterest($principal, sql`named.resident_id`)})`;',
        to: 'where named.mandate_id = mandate.id and named.resident_id = (select self.resident_id from recreation.employee self where self.id = ${$principal}::uuid))`;',
      },
    ],
    tests: ['test/attacks/read-a-childs-case-at-work.test.ts'],
  },
];

import type { Sabotage } from '../../../patch.ts';

const queue = ['test/town/helpdesk/queue-of-tickets.test.ts'];
const requests = ['test/town/requests/queue-of-requests.test.ts'];
const mandates = ['test/town/mandates/list-of-mandates.test.ts'];
const seals = ['test/town/mandates/seals/seals-that-await.test.ts'];
const partners = ['test/town/mandates/partners/list-of-partners.test.ts'];
const awaited = 'src/town/mandates/awaited-approval.ts';
const employees = 'src/town/staff/employees.ts';

/** Queues and their conditions: who has taken a case, and who can take one. */
export const queuing: readonly Sabotage[] = [
  {
    sentence: 'A resident finds out by conditions which employee has taken a ticket.',
    edits: [
      {
        file: 'schema/tickets.graphql',
        from: '    "The colleague who has taken it."\n    assigneeId: ID @personal(category: EMPLOYEE_IDENTITY)',
        to: '    "The colleague who has taken it."\n    assigneeId: ID @impersonal',
      },
    ],
    tests: queue,
  },
  {
    sentence: 'Colleagues who have left are listed and can be given a ticket.',
    edits: [{ file: employees, from: 'not employee.reviews_log and ${mayAct}`;', to: 'not employee.reviews_log`;' }],
    tests: queue,
  },
  {
    sentence: 'A reviewer of the log is listed among the officers and can be given a request.',
    edits: [
      {
        file: employees,
        from: 'not employee.reviews_log and ${mayAct}`;',
        to: '${mayAct}`;',
      },
    ],
    tests: queue,
  },
  {
    sentence: 'The list of colleagues does not look at its row scope.',
    edits: [
      {
        file: 'src/town/policy/root-fields.ts',
        from: "role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'ALL'",
        to: "role: 'SUPPORT', purposes: ['CUSTOMER_SUPPORT'], scope: 'OPEN'",
      },
    ],
    tests: ['test/town/policy/in-force.test.ts', ...queue],
  },
  {
    sentence: 'A condition on the queue leaves its row scope out.',
    edits: [{ file: 'src/town/helpdesk/tickets.ts', from: '${ticketInScope($scope, $viewer)} and ${isWanted(', to: '${isWanted(' }],
    tests: queue,
  },
  {
    sentence: 'A resident finds out by conditions which officer has taken a request.',
    edits: [
      {
        file: 'schema/privacy-requests.graphql',
        from: 'assignment: CaseAssignment @personal(category: EMPLOYEE_IDENTITY)',
        to: 'assignment: CaseAssignment @impersonal',
      },
    ],
    tests: requests,
  },
  {
    sentence: 'A condition on requests leaves their row scope out.',
    edits: [
      {
        file: 'src/town/requests/privacy-requests.ts',
        from: '${privacyRequestInScope($scope, $viewer)} and ${isWanted(',
        to: '${isWanted(',
      },
    ],
    tests: requests,
  },
  {
    sentence: 'The statements of a resident’s answer differ by whether an officer has taken the request.',
    edits: [
      {
        file: 'schema/privacy-requests.graphql',
        from: 'assignee: Employee @personal(category: EMPLOYEE_IDENTITY)',
        to: 'assignee: Employee @impersonal',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
  {
    sentence: 'An officer finds an order about the own record in the list of mandates.',
    edits: [{ file: 'src/town/mandates/mandates.ts', from: 'mandateInScope(scope, viewer),\n', to: 'sql`true`,\n' }],
    tests: mandates,
  },
  {
    sentence: 'A mandate is said to await the officer who recorded it.',
    edits: [{ file: awaited, from: 'and ${isIndependentOfAll($viewer, involvedIn, now)}', to: '' }],
    tests: mandates,
  },
  {
    sentence: 'A later seal is said to await the officer who proposed it.',
    edits: [{ file: awaited, from: 'and ${isIndependentOfAll($viewer, involvedInSeal, now)}', to: '' }],
    tests: seals,
  },
  {
    sentence: 'A later seal is said to await an officer although the seal that it extends is over.',
    edits: [{ file: awaited, from: 'and ${$sealedUntil} > ${$now}::timestamptz and exists', to: 'and exists' }],
    tests: seals,
  },
  {
    sentence: 'The police are told that a later seal of their order awaits approval.',
    edits: [
      {
        file: awaited,
        from: "coalesce(${$role === 'PRIVACY_OFFICER'} and ${$sealedUntil} >",
        to: 'coalesce(${$sealedUntil} >',
      },
    ],
    tests: seals,
  },
  {
    sentence: 'The counts of a partner show an officer that there is an order about the own record.',
    edits: [
      {
        file: 'src/town/mandates/partners/partners.ts',
        from: 'mandate.partner_id = partner.id and ${mandateInScope($scope, $viewer)}',
        to: 'mandate.partner_id = partner.id',
      },
    ],
    tests: partners,
  },
  {
    sentence: 'The statements of a resident’s answer differ by whether the helpdesk has taken the ticket.',
    edits: [
      {
        file: 'schema/tickets.graphql',
        from: 'assignee: Employee @personal(category: EMPLOYEE_IDENTITY)',
        to: 'assignee: Employee @impersonal',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts', queue[0]!],
  },
  {
    sentence: 'A queue names and counts its people for who has taken their cases.',
    edits: [
      {
        file: 'src/server/spine/entry/describe-reads.ts',
        from: "if ($category === 'EMPLOYEE_IDENTITY' && !isOfEmployee($coordinate, $catalogue)) continue;",
        to: '',
      },
    ],
    tests: queue,
  },
];

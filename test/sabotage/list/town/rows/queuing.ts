import type { Sabotage } from '../../../patch.ts';

const queue = ['test/town/helpdesk/queue-of-tickets.test.ts'];
const requests = ['test/town/requests/queue-of-requests.test.ts'];
const mandates = ['test/town/mandates/list-of-mandates.test.ts'];
const seals = ['test/town/mandates/seals/seals-that-await.test.ts'];
const partners = ['test/town/mandates/partners/list-of-partners.test.ts'];

/** Queues and their conditions: who has taken a case, and who can take one. */
export const queuing: readonly Sabotage[] = [
  {
    sentence: 'A resident finds out by conditions which employee has taken a ticket.',
    edits: [
      { file: 'schema/helpdesk.graphql', text: 'assigneeId: ID @personal(category: EMPLOYEE_IDENTITY)', by: 'assigneeId: ID @impersonal' },
    ],
    tests: queue,
  },
  {
    sentence: 'Colleagues who have left are listed and can be given a ticket.',
    edits: [{ in: 'takesCases', text: 'and ${mayAct}', by: '' }],
    tests: queue,
  },
  {
    sentence: 'A reviewer of the log is listed among the officers and can be given a request.',
    edits: [{ in: 'takesCases', text: 'and not employee.reviews_log', by: '' }],
    tests: queue,
  },
  {
    sentence: 'The list of colleagues does not look at its row scope.',
    edits: [
      {
        in: 'rootFieldLines',
        within: "{ fields: ['Query.colleagues'], role: 'SUPPORT', $$$ }",
        replace: "scope: 'ALL'",
        by: "scope: 'OPEN'",
      },
    ],
    tests: ['test/town/policy/in-force.test.ts', ...queue],
  },
  {
    sentence: 'A condition on the queue leaves its row scope out.',
    edits: [{ in: 'readTickets', text: '${ticketInScope(scope, viewer)} and', by: '' }],
    tests: queue,
  },
  {
    sentence: 'A resident finds out by conditions which officer has taken a request.',
    edits: [
      {
        file: 'schema/requests.graphql',
        text: 'assignment: CaseAssignment @personal(category: EMPLOYEE_IDENTITY)',
        by: 'assignment: CaseAssignment @impersonal',
      },
    ],
    tests: requests,
  },
  {
    sentence: 'A condition on requests leaves their row scope out.',
    edits: [{ in: 'readPrivacyRequests', text: '${privacyRequestInScope(scope, viewer)} and', by: '' }],
    tests: requests,
  },
  {
    sentence: 'The statements of a resident’s answer differ by whether an officer has taken the request.',
    edits: [
      {
        file: 'schema/requests.graphql',
        text: 'assignee: Employee @personal(category: EMPLOYEE_IDENTITY)',
        by: 'assignee: Employee @impersonal',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts'],
  },
  {
    sentence: 'An officer finds an order about the own record in the list of mandates.',
    edits: [{ in: 'mandates.ts#readMandates', replace: 'mandateInScope($SCOPE, $VIEWER)', by: 'sql`true`' }],
    tests: mandates,
  },
  {
    sentence: 'A mandate is said to await the officer who recorded it.',
    edits: [{ in: 'awaited-approval.ts#awaitsApprovalOf', text: 'and ${isIndependentOfAll(viewer, involvedIn, now)}', by: '' }],
    tests: mandates,
  },
  {
    sentence: 'A later seal is said to await the officer who proposed it.',
    edits: [{ in: 'awaitsSealApprovalOf', text: 'and ${isIndependentOfAll(viewer, involvedInSeal, now)}', by: '' }],
    tests: seals,
  },
  {
    sentence: 'A later seal is said to await an officer although the seal that it extends is over.',
    edits: [{ in: 'awaitsSealApprovalOf', text: 'and ${sealedUntil} > ${$NOW}::timestamptz', by: '' }],
    tests: seals,
  },
  {
    sentence: 'The police are told that a later seal of their order awaits approval.',
    edits: [
      { in: 'awaitsSealApprovalOf', text: "${role === 'PRIVACY_OFFICER'} and", by: '' },
      { in: 'awaitsSealApprovalOf', text: 'and ${isIndependentOfAll(viewer, involvedInSeal, now)}', by: '' },
    ],
    tests: seals,
  },
  {
    sentence: 'The counts of a partner show an officer that there is an order about the own record.',
    edits: [{ in: 'readPartners', text: 'and ${mandateInScope(scope, viewer)}', by: '' }],
    tests: partners,
  },
  {
    sentence: 'The statements of a resident’s answer differ by whether the helpdesk has taken the ticket.',
    edits: [
      {
        file: 'schema/helpdesk.graphql',
        text: 'assignee: Employee @personal(category: EMPLOYEE_IDENTITY)',
        by: 'assignee: Employee @impersonal',
      },
    ],
    tests: ['test/non-interference/non-interference.test.ts', queue[0]!],
  },
  {
    sentence: 'A queue names and counts its people for who has taken their cases.',
    edits: [{ in: 'seenOf', drop: 'if (categories[$CATEGORY].isOfEmployee && !isOfEmployee($$$)) continue' }],
    tests: queue,
  },
];

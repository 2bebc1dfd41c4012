import type { Sabotage } from '../../../patch.ts';

const staff = ['test/town/staff/staff-resolvers.test.ts', 'test/town/staff/staff-invitations.test.ts'];
const officers = ['test/attacks/insiders/make-two-officers.test.ts'];
const accomplices = ['test/attacks/insiders/approve-with-an-accomplice.test.ts'];

/** The staff register: who may act in which role, and who says so. */
export const administeringStaff: readonly Sabotage[] = [
  {
    sentence: 'An employee who has not accepted the invitation may act.',
    edits: [{ in: 'accessInForce', text: 'and not staff.awaits_acceptance', by: '' }],
    tests: staff,
  },
  {
    sentence: 'An administrator changes the own record.',
    edits: [{ in: 'lockEmployee', drop: "if ($REASON) throw new PrivacyError('CONFLICT', { reason: 'OWN_RECORD' })" }],
    tests: staff,
  },
  {
    sentence: 'Two administrators end each other’s access, and nobody administers the staff any more.',
    edits: [{ in: 'lockEmployee', text: 'employee.id for update', by: 'employee.id' }],
    tests: staff,
  },
  {
    sentence: 'One administrator alone makes an employee a privacy officer.',
    edits: [{ in: 'writeRoles', replace: '($ROLE) => !$HELD.includes($ROLE)', by: '() => false' }],
    tests: officers,
  },
  {
    sentence: 'Two officers whom the same administrator invited a moment ago approve an order together.',
    edits: [
      { in: 'tables.ts#staff', text: 'or (into_one.by_id = into_other.by_id and greatest(into_one.at, into_other.at) > since)', by: '' },
    ],
    tests: accomplices,
  },
  {
    sentence: 'A client of a partner is approved by the officer whom its recorder invited.',
    edits: [{ in: 'writeClientApproval', drop: 'await assertIndependent($$$)' }],
    tests: accomplices,
  },
  {
    sentence: 'Somebody without a declared record works with residents, so that conflicts of interest are not noticed.',
    edits: [
      {
        in: 'tables.ts#staff',
        text: 'record_declared_at is null or (invited_at is not null and accepted_at is null)',
        by: 'invited_at is not null and accepted_at is null',
      },
    ],
    tests: ['test/attacks/insiders/work-on-the-own-record.test.ts'],
  },
  {
    sentence: 'An account at a private mail provider joins the staff.',
    edits: [{ in: 'acceptInvitation', drop: '!isWorkMail($$$)' }],
    tests: officers,
  },
  {
    sentence: 'One of the last two administrators ends the other, and nobody can approve a third.',
    edits: [{ in: 'assertAdministrated', replace: '$OTHERS !== undefined && $OTHERS < administratorsNeeded', by: 'false' }],
    tests: officers,
  },
  {
    sentence: 'Commands at the same moment invite more than two first administrators.',
    edits: [
      { in: 'inviteAdministrator', drop: 'await sql`lock table recreation.employee in share row exclusive mode`.execute($DATABASE)' },
    ],
    tests: ['test/cli/identity/invite-administrator.test.ts'],
  },
  {
    sentence: 'An employee who leaves keeps open cases.',
    edits: [{ in: 'writeAccessEnd', drop: 'await releaseCases($$$)' }],
    tests: staff,
  },
  {
    sentence: 'A reviewer of the log gets a second role.',
    edits: [{ in: 'writeRoles', drop: "if ($IF) throw new PrivacyError('CONFLICT', { reason: 'REVIEWS_LOG' })" }],
    tests: staff,
  },
  {
    sentence: 'The staff register does not look at its row scope.',
    edits: [
      {
        in: 'rootFieldLines',
        within: "{ fields: ['Query.employees'], role: 'STAFF_ADMINISTRATOR', $$$ }",
        replace: "scope: 'ALL'",
        by: "scope: 'OPEN'",
      },
    ],
    tests: ['test/town/policy/in-force.test.ts', ...staff],
  },
  {
    sentence: 'An officer who looks who has which role reads how to reach the employees.',
    edits: [
      {
        file: 'schema/staff.graphql',
        text: 'workEmail: String @personal(category: EMPLOYMENT)',
        by: 'workEmail: String @personal(category: EMPLOYEE_ROLES)',
      },
    ],
    tests: staff,
  },
  {
    sentence: 'Each session can declare every purpose of its role, whatever the employee’s duty.',
    edits: [
      {
        in: 'readCapacities',
        replace: 'purposesWithin($VOCABULARY, purposesOf($$$ARGS), $FOUND)',
        by: 'purposesWithin($VOCABULARY, purposesOf($$$ARGS), { ...$FOUND, reviewsLog: false })',
      },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
];

import type { Sabotage } from '../../../patch.ts';

const staff = ['test/town/staff/staff-resolvers.test.ts', 'test/town/staff/staff-invitations.test.ts'];
const writes = 'src/town/staff/employee-writes.ts';
const officers = ['test/attacks/make-two-officers.test.ts'];
const accomplices = ['test/attacks/approve-with-an-accomplice.test.ts'];

/** The staff register: who may act in which role, and who says so. */
export const administeringStaff: readonly Sabotage[] = [
  {
    sentence: 'An employee who has not accepted the invitation may act.',
    edits: [
      {
        file: 'src/town/access/access-in-force.ts',
        from: 'staff.access_ended_at is null and not staff.awaits_acceptance)',
        to: 'staff.access_ended_at is null)',
      },
    ],
    tests: staff,
  },
  {
    sentence: 'An administrator changes the own record.',
    edits: [
      { file: writes, from: "if (employeeId === principalId) throw new PrivacyError('CONFLICT', { reason: 'OWN_RECORD' });", to: '' },
    ],
    tests: staff,
  },
  {
    sentence: 'Two administrators end each other’s access, and nobody administers the staff any more.',
    edits: [{ file: writes, from: 'order by employee.id for update`', to: 'order by employee.id`' }],
    tests: staff,
  },
  {
    sentence: 'One administrator alone makes an employee a privacy officer.',
    edits: [
      { file: writes, from: 'sensitiveOf(roles).filter((role) => !held.includes(role))', to: 'sensitiveOf(roles).filter(() => false)' },
    ],
    tests: officers,
  },
  {
    sentence: 'Two officers whom the same administrator invited a moment ago approve an order together.',
    edits: [
      {
        file: 'src/town/staff/tables.ts',
        from: '\n            or (into_one.by_id = into_other.by_id and greatest(into_one.at, into_other.at) > since)',
        to: '',
      },
    ],
    tests: accomplices,
  },
  {
    sentence: 'A client of a partner is approved by the officer whom its recorder invited.',
    edits: [
      {
        file: 'src/town/mandates/partners/partner-client-writes.ts',
        from: 'await assertIndependent(reader, viewer.principalId, [recordedBy]);',
        to: '',
      },
    ],
    tests: accomplices,
  },
  {
    sentence: 'Somebody without a declared record works with residents, so that conflicts of interest are not noticed.',
    edits: [
      {
        file: 'src/town/staff/tables.ts',
        from: 'record_declared_at is null or (invited_at is not null and accepted_at is null)',
        to: 'invited_at is not null and accepted_at is null',
      },
    ],
    tests: ['test/attacks/work-on-the-own-record.test.ts'],
  },
  {
    sentence: 'An account at a private mail provider joins the staff.',
    edits: [
      { file: 'src/identity/accounts/joining/accept-invitation.ts', from: ' || !isWorkMail(account.email, workMailDomains)', to: '' },
    ],
    tests: officers,
  },
  {
    sentence: 'One of the last two administrators ends the other, and nobody can approve a third.',
    edits: [
      {
        file: writes,
        from: 'if (otherAdministrators !== undefined && otherAdministrators < administratorsNeeded) {',
        to: 'if (false) {',
      },
    ],
    tests: officers,
  },
  {
    sentence: 'Commands at the same moment invite more than two first administrators.',
    edits: [
      {
        file: 'src/identity/accounts/joining/invite-administrator.ts',
        from: 'await sql`lock table recreation.employee in share row exclusive mode`.execute(transaction);',
        to: '',
      },
    ],
    tests: ['test/cli/identity/invite-administrator.test.ts'],
  },
  {
    sentence: 'An employee who leaves keeps open cases.',
    edits: [{ file: writes, from: 'await releaseCases($reader, $employeeId, []);', to: '' }],
    tests: staff,
  },
  {
    sentence: 'A reviewer of the log gets a second role.',
    edits: [{ file: writes, from: "if (reviewsLog) throw new PrivacyError('CONFLICT', { reason: 'REVIEWS_LOG' });", to: '' }],
    tests: staff,
  },
  {
    sentence: 'The staff register does not look at its row scope.',
    edits: [
      {
        file: 'src/town/policy/root-fields.ts',
        from: "fields: ['Query.employees'], role: 'STAFF_ADMINISTRATOR', purposes: ['STAFF_ADMINISTRATION'], scope: 'ALL'",
        to: "fields: ['Query.employees'], role: 'STAFF_ADMINISTRATOR', purposes: ['STAFF_ADMINISTRATION'], scope: 'OPEN'",
      },
    ],
    tests: ['test/town/policy/in-force.test.ts', ...staff],
  },
  {
    sentence: 'An officer who looks who has which role reads how to reach the employees.',
    edits: [
      {
        file: 'schema/staff.graphql',
        from: 'workEmail: String @personal(category: EMPLOYMENT)',
        to: 'workEmail: String @personal(category: EMPLOYEE_ROLES)',
      },
    ],
    tests: staff,
  },
  {
    sentence: 'Each session can declare every purpose of its role, whatever the employee’s duty.',
    edits: [
      {
        file: 'src/identity/accounts/sign-in/read-capacities.ts',
        from: 'purposesWithin(vocabulary, purposesOf($policy, one.role), $found)',
        to: 'purposesWithin(vocabulary, purposesOf($policy, one.role), { ...$found, reviewsLog: false })',
      },
    ],
    tests: ['test/identity/sessions/step-up.test.ts'],
  },
];

import type { Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { acknowledgementsOf } from './acknowledgements.ts';
import type { Batch } from './batch.ts';
import { cast } from '../personas.ts';
import { daysAgo } from './dates.ts';
import type { EmployeeRow } from './tables.ts';
import type { World } from './world.ts';

type Named = Omit<EmployeeRow, 'work_email' | 'record_declared_at' | 'roles_since' | 'roles_confirmed_at'>;

const castEmployees: readonly Named[] = [
  // She works under her birth name, so that tests can tell it from the name in her record as a resident.
  employee(cast.clerk, 'Pippa', 'Larkrise', ['CUSTOMER_SERVICE'], cast.clerkAsResident),
  employee(cast.supporter, 'Desmond', 'Applegarth', ['SUPPORT']),
  employee(cast.privacyOfficer, 'Henrietta', 'Quillfeather', ['PRIVACY_OFFICER']),
  employee(cast.privacyOfficer2, 'Ignatius', 'Bellwether', ['PRIVACY_OFFICER']),
  employee(cast.privacyOfficer3, 'Wilhelmina', 'Foxglove', ['PRIVACY_OFFICER']),
  employee(cast.reviewer, 'Araminta', 'Wetherby', ['PRIVACY_OFFICER'], null, true),
  employee(cast.reviewer2, 'Barnaby', 'Ravenscroft', ['PRIVACY_OFFICER'], null, true),
  employee(cast.securityOfficer, 'Thaddeus', 'Ironmonger', ['SECURITY']),
  employee(cast.otherClerk, 'Clementine', 'Sandalwood', ['CUSTOMER_SERVICE']),
  employee(cast.otherSupporter, 'Montgomery', 'Ashdown', ['SUPPORT']),
  employee(cast.staffAdministrator, 'Philippa', 'Hawkesworth', ['STAFF_ADMINISTRATOR']),
  employee(cast.staffAdministrator2, 'Leopold', 'Greensleeves', ['STAFF_ADMINISTRATOR']),
];

/** The employees who handle the cases of residents outside the cast. */
export const colleagues = {
  clerks: [colleagueId(1), colleagueId(2), colleagueId(3)],
  supporters: [colleagueId(4), colleagueId(5), colleagueId(6)],
  privacyOfficers: [colleagueId(7)],
} as const;

const colleagueRoles: readonly (readonly Role[])[] = [
  ['CUSTOMER_SERVICE'],
  ['CUSTOMER_SERVICE'],
  ['CUSTOMER_SERVICE', 'SUPPORT'],
  ['SUPPORT'],
  ['SUPPORT'],
  ['SUPPORT'],
  ['PRIVACY_OFFICER'],
  ['SECURITY'],
];

/** Adds the cast's employees and eight colleagues, who have acknowledged the texts about their purposes. */
export function addEmployees(batch: Batch, { people, pools, now }: World): void {
  const add = (one: Named): void => {
    batch.add('recreation.employee', onRegister(one, now));
    for (const row of acknowledgementsOf(one, now)) batch.add('recreation.acknowledgement', row);
  };
  for (const one of castEmployees) add(one);
  for (const [index, roles] of colleagueRoles.entries()) {
    add(employee(colleagueId(index + 1), people.pick(pools.givenNames), people.pick(pools.familyNames), roles));
  }
}

/** With the further columns of the staff register. The review of the employee who keeps the website safe is overdue. */
function onRegister(employee: Named, now: Date): EmployeeRow {
  return {
    ...employee,
    work_email: `staff${employee.id.slice(-3)}@town.example`,
    record_declared_at: daysAgo(now, 800),
    roles_since: daysAgo(now, 800),
    roles_confirmed_at: daysAgo(now, employee.id === cast.securityOfficer ? 300 : 30),
  };
}

/** Names reserved for the cast's employees. */
export const employeeNames: readonly string[] = castEmployees.flatMap(({ given_name, family_name }) => [given_name, family_name]);

function employee(
  id: string,
  given_name: string,
  family_name: string,
  roles: readonly Role[],
  resident_id: string | null = null,
  reviews_log = false,
): Named {
  return { id, given_name, family_name, roles, resident_id, reviews_log };
}

function colleagueId(number: number): string {
  return `20000000-0000-4000-8000-0000000001${String(number).padStart(2, '0')}`;
}

import { acknowledgementsOf } from '../../../demo/population/acknowledgements.ts';
import { cast } from '../../../demo/personas.ts';
import { employed } from './employed.ts';
import type { Town } from './town.ts';

/** Employees besides the cast, each with an encounter. */
export const furtherStaff = {
  cashier: '20000000-0000-4000-8000-000000000901',
  doorkeeper: '20000000-0000-4000-8000-000000000902',
  host: '20000000-0000-4000-8000-000000000903',
} as const;

export const furtherMatters = {
  payment: '40000000-0000-4000-8000-000000000901',
  ageCheck: '40000000-0000-4000-8000-000000000902',
  family: '40000000-0000-4000-8000-000000000903',
} as const;

/** Adds an open encounter for every purpose of the counter. The demo's cast has one for a single purpose. */
export function addFurtherEncounters(town: Town, now: Date): void {
  const open = [
    [furtherStaff.cashier, furtherMatters.payment, 'PAYMENT', cast.resident],
    [furtherStaff.doorkeeper, furtherMatters.ageCheck, 'AGE_VERIFICATION', cast.resident],
    [furtherStaff.host, furtherMatters.family, 'SERVICE_PROVISION', cast.guardian],
  ] as const;
  for (const [employee_id, id, purpose, resident_id] of open) {
    const names = { given_name: 'Crispin', family_name: 'Yellowhammer' };
    addEmployee(town, { id: employee_id, ...names, roles: ['CUSTOMER_SERVICE'] }, now);
    const at = now.toISOString();
    const times = { started_at: at, last_active_at: at, ended_at: null };
    town['recreation.encounter'].push({ id, employee_id, resident_id, purpose, identified_by: 'PHOTO_CARD', ...times });
  }
}

/** Employees who are on record as the guardian of the cast's resident. */
export const guardiansOnStaff = {
  clerk: '20000000-0000-4000-8000-000000000911',
  supporter: '20000000-0000-4000-8000-000000000912',
  officer: '20000000-0000-4000-8000-000000000913',
} as const;

/** Adds an employee of each duty who has a conflict of interest about a minor with a ticket, a request and an order. */
export function addGuardiansOnStaff(town: Town, now: Date): void {
  const roles = { clerk: 'CUSTOMER_SERVICE', supporter: 'SUPPORT', officer: 'PRIVACY_OFFICER' } as const;
  for (const duty of ['clerk', 'supporter', 'officer'] as const) {
    const names = { given_name: 'Drusilla', family_name: 'Wheatear' };
    const record = { id: guardiansOnStaff[duty], roles: [roles[duty]], resident_id: cast.guardian };
    addEmployee(town, { ...names, ...record }, now);
  }
}

/** Adds an employee who has acknowledged what the purposes of the roles are for. */
function addEmployee(town: Town, row: Parameters<typeof employed>[0], now: Date): void {
  town['recreation.employee'].push(employed(row, now));
  town['recreation.acknowledgement'].push(...acknowledgementsOf(row, now));
}

import { cast } from '../../demo/personas.ts';
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
    town['recreation.employee'].push({ id: employee_id, ...names, roles: ['CUSTOMER_SERVICE'], resident_id: null, reviews_log: false });
    const at = now.toISOString();
    town['recreation.encounter'].push({ id, employee_id, resident_id, purpose, started_at: at, last_active_at: at, ended_at: null });
  }
}

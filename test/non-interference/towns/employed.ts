import type { Town } from './town.ts';

type EmployeeRow = Town['recreation.employee'][number];

/** An employee whom only one suite needs, with what the staff register says of everybody. */
export function employed(
  row: Pick<EmployeeRow, 'id' | 'given_name' | 'family_name' | 'roles'> & Partial<EmployeeRow>,
  now: Date,
): EmployeeRow {
  return {
    resident_id: null,
    reviews_log: false,
    work_email: `${row.id}@town.example`,
    roles_since: now.toISOString(),
    roles_confirmed_at: now.toISOString(),
    invited_at: null,
    invited_by: null,
    awaited_roles: [],
    proposed_by: null,
    proposed_at: null,
    appointed_by: null,
    appointed_at: null,
    approved_by: null,
    record_declared_at: now.toISOString(),
    accepted_at: null,
    access_ended_at: null,
    ...row,
  };
}

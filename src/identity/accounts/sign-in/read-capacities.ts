import { isAssured } from '../../../engine/policy/decision/assurance.ts';
import { purposesOf } from '../../../engine/policy/decision/enter.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { rolesOf } from '../../../engine/policy/declaration/vocabulary.ts';
import { purposesWithin } from '../../../engine/purpose/purposes-within.ts';
import { sql, type Database } from '../../../platform/sql/sql.ts';
import { residentIdOf, type Person } from '../account.ts';
import type { Capacity } from '../accounts.ts';
import { passwordAcr, type Acr } from '../passkeys/assurance.ts';

interface Found extends Person {
  readonly hasEnded: boolean;
  readonly roles: readonly string[];
  readonly reviewsLog: boolean;
  readonly onRecord: boolean;
}

/** In what an account may act now; see `Accounts.capacities`. */
export async function readCapacities(
  database: Database,
  policy: Policy,
  accountId: string,
  acr: Acr = passwordAcr,
  epoch?: number,
): Promise<Capacity[]> {
  const { rows } = await sql<Found>`
    select account.id as "accountId", account.resident_id as "residentId", account.employee_id as "employeeId",
      coalesce(record.has_ended, false) or exists (select from identity.held where held.id = account.id) as "hasEnded", coalesce(employment.roles, '{}') as roles,
      coalesce(employment.reviews_log, false) as "reviewsLog", employment.resident_id is not null as "onRecord"
    from identity.account account
    left join identity.record record on record.id = coalesce(account.resident_id, account.id)
    left join identity.employment employment on employment.id = account.employee_id
    where account.id = ${accountId}::uuid and account.disabled_at is null
      and account.epoch = coalesce(${epoch ?? null}::integer, account.epoch)`.execute(database);
  const [found] = rows;
  const { vocabulary } = policy;
  if (!found) return [];
  const residentId = found.hasEnded ? undefined : residentIdOf(found);
  const capacities = [
    ...(residentId === undefined ? [] : rolesOf(vocabulary, 'DATA_SUBJECT').map((role) => ({ role, principalId: residentId }))),
    ...rolesOf(vocabulary, 'EMPLOYEE').flatMap((role) =>
      found.employeeId !== null && found.roles.includes(role) ? [{ role, principalId: found.employeeId }] : [],
    ),
  ];
  return capacities
    .filter(({ role }) => isAssured(vocabulary, role, acr))
    .map((one) => ({ ...one, purposes: purposesWithin(vocabulary, purposesOf(policy, one.role), found) }));
}

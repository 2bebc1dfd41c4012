import { town } from '../../src/town/index.ts';
import type { Role } from '../../src/town/shared/graphql/generated/schema.ts';
import { policyInForce } from '../../src/town/policy/policy.ts';
import type { Policy } from '../../src/engine/policy/declaration/policy.ts';
import { PurposeTexts } from '../../src/engine/purpose/purpose-texts.ts';
import { demoCalendar } from '../demo-calendar.ts';
import type { AcknowledgementRow } from './tables.ts';

/** The acknowledgements of an employee who has read what each purpose of each of the roles is for. */
export function acknowledgementsOf(
  employee: { readonly id: string; readonly roles: readonly Role[] },
  now: Date,
  policy: Policy = policyInForce,
): readonly AcknowledgementRow[] {
  const texts = new PurposeTexts(policy, town.sayPurpose);
  return employee.roles.flatMap((role) =>
    texts
      .of(role, demoCalendar.dayOf(now))
      .map(({ purpose, version }) => ({ employee_id: employee.id, purpose, version, at: now.toISOString() })),
  );
}

import type { Purpose, Role } from '../../../generated/schema.ts';
import type { Policy } from '../../../policy/policy.ts';
import { PurposeTexts } from '../../../purpose/purpose-texts.ts';
import { dayOf } from '../../../records/reader.ts';
import { employeeRoles } from '../../../roles.ts';

/** A purpose that the employees of a role acknowledge before its next use. */
export interface AskedAgain {
  readonly role: Role;
  readonly purpose: Purpose;
}

/**
 * The purposes whose texts have another version under the second policy. Both sides are worded as today, so a change of the wording
 * alone does not show.
 */
export function askedAgain(before: Policy, after: Policy, now: Date): readonly AskedAgain[] {
  const [earlier, later] = [new PurposeTexts(before), new PurposeTexts(after)];
  return employeeRoles.flatMap((role) => {
    const known = new Set(earlier.of(role, dayOf(now)).map(({ version }) => version));
    return later
      .of(role, dayOf(now))
      .filter(({ version }) => !known.has(version))
      .map(({ purpose }) => ({ role, purpose }));
  });
}

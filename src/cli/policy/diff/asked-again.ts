import type { Application } from '../../../engine/application.ts';
import type { Purpose, Role } from '../../../engine/register.ts';
import type { Policy } from '../../../engine/policy/declaration/policy.ts';
import { PurposeTexts } from '../../../engine/purpose/purpose-texts.ts';
import { rolesAsGranted } from '../policy-order.ts';

/** A purpose that the employees of a role acknowledge before its next use. */
export interface AskedAgain {
  readonly role: Role;
  readonly purpose: Purpose;
}

/**
 * The purposes whose texts have another version under the second policy. Both sides are worded as today, so a change of the wording
 * alone does not show.
 * @param today RFC 3339 full-date
 */
export function askedAgain(
  { policy, sayPurpose }: Pick<Application, 'policy' | 'sayPurpose'>,
  before: Policy,
  after: Policy,
  today: string,
): readonly AskedAgain[] {
  const [earlier, later] = [new PurposeTexts(before, sayPurpose), new PurposeTexts(after, sayPurpose)];
  return rolesAsGranted(policy, 'EMPLOYEE').flatMap((role) => {
    const known = new Set(earlier.of(role, today).map(({ version }) => version));
    return later
      .of(role, today)
      .filter(({ version }) => !known.has(version))
      .map(({ purpose }) => ({ role, purpose }));
  });
}

import type { Config } from '../../../platform/settings/config.ts';
import type { ServingRole } from '../../../platform/postgres/roles/serving-role.ts';

/** The database roles that a gateway serves with. */
export function servingRoles({ sequencer, identity }: Pick<Config, 'sequencer' | 'identity'>): readonly ServingRole[] {
  return ['gateway', ...(sequencer ? (['sequencer'] as const) : []), ...(identity?.isServed ? (['identity'] as const) : [])];
}

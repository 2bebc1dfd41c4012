import type { Config } from '../config.ts';
import type { ServingRole } from '../database/serving-role.ts';

/** The database roles that a gateway serves with. */
export function servingRoles({ sequencer, identity }: Pick<Config, 'sequencer' | 'identity'>): readonly ServingRole[] {
  return ['gateway', ...(sequencer ? (['sequencer'] as const) : []), ...(identity?.isServed ? (['identity'] as const) : [])];
}

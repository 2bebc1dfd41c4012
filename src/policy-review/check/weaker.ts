import type { Condition } from '../../policy/conditions.ts';

/** Whether some conditions hold wherever others do: all of them are among those. */
export function weaker(conditions: readonly Condition[] = [], than: readonly Condition[] = []): boolean {
  return conditions.every((condition) => than.includes(condition));
}

import type { Condition } from '../../policy/conditions.ts';

/** Whether `conditions` hold whenever `than` do: all of them must be among those. */
export function isWeaker(conditions: readonly Condition[] = [], than: readonly Condition[] = []): boolean {
  return conditions.every((condition) => than.includes(condition));
}
